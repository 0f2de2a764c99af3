import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { cited as Cited, sources as Sources } from '../../../lessons/sources.ts';
import type { LessonStepWords } from '../../../lessons/words.ts';
import { Bold } from './bold.tsx';
import './explanation.css';

/** What there is to read, once it is loaded. */
interface Library {
  readonly sources: typeof Sources;
  readonly cited: typeof Cited;
}

/** Why a step came out as it did; whoever wants to know more opens its sources, and Raft's way. */
export const Explanation = (props: {
  className: string;
  lesson: string;
  step: string;
  words: LessonStepWords;
}) => {
  const { className, lesson, step, words } = props;
  return (
    <div className={className}>
      <p>
        <Bold text={words.why ?? ''} />
      </p>
      <More key={`${lesson} ${step}`} lesson={lesson} step={step} raft={words.raft ?? null} />
    </div>
  );
};

const More = (props: { lesson: string; step: string; raft: string | null }) => {
  const { lesson, step, raft } = props;
  const t = useTranslations('panels.lesson');
  const [library, setLibrary] = useState<Library | null>(null);
  const load = async (): Promise<void> => setLibrary(await import('../../../lessons/sources.ts'));
  const found = library?.sources[lesson]?.[step] ?? [];
  return (
    <details
      className="more-of-it"
      onToggle={(event) => {
        if (event.currentTarget.open && library === null) void load();
      }}
    >
      <summary>{t(raft === null ? 'sources' : 'sourcesAndRaft')}</summary>
      {raft !== null && (
        <p>
          <b>{t('inRaft')}</b>
          {raft}
        </p>
      )}
      <ul>
        {found.map((source) => {
          const { text, url } = library?.cited(source) ?? { text: '', url: '' };
          return (
            <li key={url + text} lang="en">
              <a href={url} target="_blank" rel="noreferrer">
                {text}
              </a>
            </li>
          );
        })}
      </ul>
    </details>
  );
};
