import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { startHere } from './catalogue.ts';
import type { Entry } from './catalogue.ts';
import { LessonMeta } from './lesson-meta.tsx';
import { Picture } from './picture.tsx';

/** Three lessons in order, for whoever is new. */
export const StartHere = ({ entries }: { entries: readonly Entry[] }) => {
  const t = useTranslations('gallery');
  const first = startHere(entries);
  const minutes = first.reduce((sum, entry) => sum + entry.minutes, 0);
  return (
    <section className="band">
      <header>
        <h2>{t('startHere')}</h2>
        <p>{t('lessonsIn', { lessons: first.length, minutes })}</p>
      </header>
      <ol className="three">
        {first.map((entry, index) => (
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
