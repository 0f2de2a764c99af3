import type { ElectionDetail } from '../../../view/election.ts';
import { useState } from 'react';
import { plainComparison } from '../../../stage/comparison.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useLabFrame, useSelectedPid } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { useStageWords } from '../../words/stage-words.ts';

/** Drawing units across. */
const WIDTH = 300;

/** What decided, beside an explanation: the two votes that were compared since the question. */
export const ElectionBecause = () => {
  const frame = useLabFrame<ElectionDetail>();
  const words = useStageWords();
  const selected = useSelectedPid();
  const asked = useSim((s) => s.lesson?.phase === 'ready');
  const compared = frame?.detail.servers.flatMap(({ sid, comparison }) =>
    comparison === null ? [] : [{ sid, at: comparison.at }],
  );
  const newest =
    compared?.find(({ sid }) => sid === selected)?.at ??
    Math.max(-1, ...(compared ?? []).map(({ at }) => at));
  const [before, setBefore] = useState(newest);
  if (asked && before !== newest) setBefore(newest);
  if (frame === null || asked || newest <= before) return null;
  const drawing = plainComparison(frame, { words, width: WIDTH, selected, now: frame.time });
  return drawing === null ? null : (
    <DrawingView drawing={drawing} align="top" label={words.votes('titleAll')} />
  );
};
