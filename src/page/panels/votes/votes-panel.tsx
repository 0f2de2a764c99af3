import { useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Change } from '../../../stage/changes.ts';
import type { Veil } from '../../../stage/veil.ts';
import { votePanel, votesTitle } from '../../../stage/votes.ts';
import type { StageWords } from '../../../stage/words.ts';
import type { ElectionDetail } from '../../../view/election.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useSize } from '../../browser/use-size.ts';
import { Check } from '../../widgets/check.tsx';
import { nameOf } from '../state-word.ts';
import { VoteTable } from './vote-table.tsx';
import './votes.css';

/** Drawn for a width of at least this and at most that, in drawing units. */
const LEAST = 300;
const MOST = 420;

interface VotesPanelProps {
  frame: Frame<ElectionDetail>;
  words: StageWords;
  selected: Pid | null;
  /** What the last step changed. */
  changed?: Change | null;
  reducedMotion?: boolean;
  /** What an open question asks about. */
  veil?: Veil | undefined;
}

/** Vote table, the newest comparison, and the tally; drawn, and as a table for screen readers. */
export const VotesPanel = (props: VotesPanelProps) => {
  const t = useTranslations('panels.votes');
  const { frame, words, selected, changed, reducedMotion, veil } = props;
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const [ofBox, setOfBox] = useState(false);
  const box = ofBox ? selected : null;

  const drawing = useMemo(() => {
    if (size.width === 0) return null;
    const width = Math.min(MOST, Math.max(LEAST, size.width));
    return votePanel(frame, {
      words,
      width,
      selected,
      box,
      now: frame.time,
      changed: changed ?? null,
      reducedMotion: reducedMotion ?? false,
      ...(veil === undefined ? {} : { veil }),
    });
  }, [frame, words, size, selected, box, changed, reducedMotion, veil]);

  const rounds = frame.detail.servers.map((one) => one.round);
  const title =
    box === null
      ? votesTitle(words, Math.max(0, ...rounds))
      : words.votes('box', { name: nameOf(frame, box) });
  const { quorum, voters } = frame.detail;
  return (
    <div className="votes-panel">
      <div ref={place} className="votes-place">
        {drawing !== null && <DrawingView drawing={drawing} />}
      </div>
      <VoteTable
        frame={frame}
        box={box}
        caption={t('caption', {
          title,
          needed: words.votes('needed', { quorum, voters: voters.length }),
        })}
        veil={veil}
      />
      {selected !== null && (
        <Check
          label={words.votes('box', { name: nameOf(frame, selected) })}
          checked={ofBox}
          onChange={setOfBox}
        />
      )}
    </div>
  );
};
