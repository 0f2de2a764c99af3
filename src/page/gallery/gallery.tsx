import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Brand } from '../widgets/brand.tsx';
import { withoutLogs } from '../share/dropped-logs.ts';
import { usePageTitle } from '../browser/page-title.ts';
import { LanguageSwitch, ThemeChoice } from '../widgets/preferences.tsx';
import { Button } from '../widgets/button.tsx';
import { useLanguage } from '../words/use-words.ts';
import { catalogue, coursesOf, matching, startHere } from './catalogue.ts';
import { Course } from './course.tsx';
import './gallery.css';
import { Hero } from './hero/hero.tsx';
import { Labs, useFreeLabs } from './labs.tsx';
import { LessonIndex } from './lesson-index.tsx';
import { found } from './search.ts';

/** The lesson that explains what the hero shows. */
const EXPLAINED_BY = 'after-a-crash';

/** `#/`: a live election, where to begin, the labs, and the lessons in teaching order. */
export const Gallery = () => {
  const t = useTranslations('gallery');
  usePageTitle('');
  const [query, setQuery] = useState('');
  const searching = query.trim() !== '';
  const locale = useLanguage();
  const all = catalogue(locale);
  const lessons = matching(all, query);
  const labs = found(useFreeLabs(), query);

  return (
    <div
      className="gallery"
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        void withoutLogs([...event.dataTransfer.files]);
      }}
    >
      <header className="gallery-top">
        <Brand />
        <span className="top-space" />
        <input
          type="search"
          className="gallery-search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <ThemeChoice />
        <LanguageSwitch />
      </header>
      <main className="gallery-main">
        {/* Out of sight its run stands still, and goes on when the search is over. */}
        <div hidden={searching}>
          <Hero lesson={all.find(({ id }) => id === EXPLAINED_BY) ?? null} />
          <Course name={t('startHere')} lessons={startHere(all)} />
        </div>
        {labs.length > 0 && <Labs labs={labs} />}
        {!searching &&
          coursesOf(all, locale).map(({ id, name, lessons: its }) => (
            <Course key={id} name={name} lessons={its} />
          ))}
        <LessonIndex entries={lessons} lines={searching} />
        {lessons.length === 0 && labs.length === 0 && (
          <div className="gallery-none" role="status">
            <p>{t('none', { query: query.trim() })}</p>
            <Button onPress={() => setQuery('')}>{t('clear')}</Button>
          </div>
        )}
      </main>
    </div>
  );
};
