import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Entry } from './catalogue.ts';
import { LessonMeta } from './lesson-meta.tsx';
import { Picture } from './picture.tsx';

/** Some lessons in order: for whoever is new, or for a class. */
export const Course = ({ name, lessons }: { name: string; lessons: readonly Entry[] }) => {
  const t = useTranslations('gallery');
  const minutes = lessons.reduce((sum, entry) => sum + entry.minutes, 0);
  return (
    <section className="band">
      <header>
        <h2>{name}</h2>
        <p>{t('lessonsIn', { lessons: lessons.length, minutes })}</p>
      </header>
      <ol className={lessons.length % 3 === 0 ? 'three' : 'two'}>
        {lessons.map((entry, index) => (
          <li key={entry.id}>
            <Link className="wide-card" href={`/lesson/${entry.id}`}>
              <Picture of="lessons" id={entry.id} />
              <span>
                <b>{`${index + 1}. ${entry.title}`}</b>
                <span>{entry.line}</span>
                <LessonMeta entry={entry} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
};
