import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import { useAsked } from '../../sim/use-answers.ts';
import { Select } from '../../widgets/select.tsx';
import { filtered, storiesOf } from './stories.ts';
import { StoryRow } from './story-row.tsx';
import './watch-history.css';

/** Moments that are asked for: the newest. */
const MOST = 500;

interface WatchHistoryPanelProps {
  server: Pid;
  clients: readonly { readonly pid: Pid; readonly name: string }[];
  nameOf: (pid: Pid) => string;
  /** Goes to the event of a step. */
  onSeek: (step: number) => void;
}

/** Which watches stand, and what became of each: set, fired, what was missed, set again, lost. */
export const WatchHistoryPanel = (props: WatchHistoryPanelProps) => {
  const t = useTranslations('watchHistory');
  const { server, clients } = props;
  const [text, setText] = useState('');
  const [client, setClient] = useState<Pid | null>(null);
  const answer = useAsked({ ask: 'watches', server, path: null, most: MOST });
  if (answer === null) return null;
  const all = storiesOf(answer);
  const shown = filtered(all, text.trim(), client);
  return (
    <section className="watch-history" aria-label={t('name')}>
      <div className="row watch-filters">
        <input
          type="search"
          aria-label={t('path')}
          placeholder={t('path')}
          value={text}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          label={t('client')}
          value={client === null ? 'all' : String(client)}
          options={[
            { id: 'all', label: t('everybody') },
            ...clients.map(({ pid, name }) => ({ id: String(pid), label: name })),
          ]}
          onChange={(id) => setClient(id === 'all' ? null : Number(id))}
        />
        <span className="quiet-text" role="status">
          {t('count', { standing: answer.standing.length, watched: all.length })}
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="quiet-text">{t(all.length === 0 ? 'none' : 'noneSuch')}</p>
      ) : (
        <ul className="stories" aria-label={t('stories')}>
          {shown.map((story) => (
            <StoryRow key={`${story.client} ${story.path}`} story={story} {...props} />
          ))}
        </ul>
      )}
    </section>
  );
};
