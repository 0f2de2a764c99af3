import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Brand } from '../app/brand.tsx';
import { usePageTitle } from '../app/page-title.ts';
import { LanguageSwitch, ThemeChoice } from '../app/preferences.tsx';
import { Button } from '../widgets/button.tsx';
import { useLanguage } from '../words/use-words.ts';
import { catalogue, GROUPS, matching } from './catalogue.ts';
import './gallery.css';
import { Labs } from './labs.tsx';
import { LessonCard } from './lesson-card.tsx';

/** `#/`: the labs, and the lessons in teaching order. */
export const Gallery = () => {
  const t = useTranslations('gallery');
  const locale = useLanguage();
  usePageTitle('');
  const [query, setQuery] = useState('');
  const found = matching(catalogue(locale), query);

  return (
    <div className="gallery">
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
        <h1>{t('headline')}</h1>
        {query.trim() === '' && <Labs />}
        {GROUPS.map((group) => {
          const cards = found.filter((entry) => entry.group === group.id);
          return cards.length === 0 ? null : (
            <section className="group" key={group.id}>
              <header>
                <h2>{group.names[locale]}</h2>
                <p>{t(`group.${group.id}`)}</p>
              </header>
              <div className="cards">
                {cards.map((entry) => (
                  <LessonCard key={entry.id} entry={entry} />
                ))}
              </div>
            </section>
          );
        })}
        {found.length === 0 && query.trim() !== '' && (
          <div className="gallery-none" role="status">
            <p>{t('none', { query: query.trim() })}</p>
            <Button onPress={() => setQuery('')}>{t('clear')}</Button>
          </div>
        )}
      </main>
    </div>
  );
};
