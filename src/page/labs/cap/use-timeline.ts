import { capAxis } from '../../../stage/cap/axis.ts';
import { withUntold } from '../../../stage/cap/placed.ts';
import { capTimeline, positionAtTime } from '../../../stage/cap/timeline.ts';
import type { CapDetail } from '../../../view/cap.ts';
import type { Frame } from '../../../view/frame.ts';
import { useRoom } from '../../browser/use-media.ts';
import type { InTimeline } from '../../lab-frame/descriptor.ts';
import { nameOf } from '../../panels/state-word.ts';
import { useFollowed } from '../../sim/calm.ts';
import { seekTo } from '../../sim/seeking.ts';
import { useVeiled } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { useSaying } from '../../words/use-saying.ts';
import { useUnguessed } from './predict.ts';

/**
 * The timeline as time, on the axis of the requests below it, with the same folds. Where that is not below
 * it, and while a question hides what lies ahead, it is that of every lab.
 */
export const useCapTimeline = (): InTimeline | null => {
  const words = useSaying('cap.stage');
  const room = useRoom();
  const veiled = useVeiled();
  // Of the lab's own questions the axis tells nothing, and what lies ahead is not drawn.
  const asks = useSim((s) => s.question !== null);
  const unguessed = useUnguessed();
  const { frame: followed, marks } = useFollowed();
  const frame = followed as Frame<CapDetail> | null;
  if (frame === null || (veiled && !asks) || room === 'phone' || room === 'narrow') return null;
  const { time, position, length } = frame;
  const detail = withUntold(frame.detail, unguessed);
  // A run that was just begun has nothing on that axis yet.
  if (time < detail.zero - 2_000_000) return null;
  const axisOf = (width: number) => capAxis(detail, time, [0, width]);
  const known = asks ? time : marks.reduce((last, mark) => Math.max(last, mark.time), time);
  return {
    draw: ({ width, height }) =>
      capTimeline(detail, {
        words,
        width,
        height,
        now: time,
        known,
        axis: axisOf(width),
        nameOf: (pid) => nameOf(frame, pid),
      }),
    press: ({ x }, { width }) => {
      const present = { position, time, length };
      const to = positionAtTime(axisOf(width).at(x), marks, present);
      void seekTo(asks ? Math.min(to, position) : to);
    },
    drags: true,
  };
};
