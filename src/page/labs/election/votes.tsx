import type { ElectionDetail } from '../../../view/election.ts';
import { VotesPanel } from '../../panels/votes/votes-panel.tsx';
import { useLabFrame, useSelectedPid, useVeil } from '../../sim/selectors.ts';
import { useStageWords } from '../../words/stage-words.ts';

/** Everybody's present vote, where the stage has no room for it. */
export const Votes = () => {
  const frame = useLabFrame<ElectionDetail>();
  const words = useStageWords();
  const selected = useSelectedPid();
  const veil = useVeil();
  return frame === null ? null : (
    <VotesPanel frame={frame} words={words} selected={selected} veil={veil} />
  );
};
