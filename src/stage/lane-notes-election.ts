import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import { zxidText } from '../view/zxid.ts';
import type { LaneNotes } from './lane-notes.ts';
import { HIDDEN, veiled } from './veil.ts';
import type { Veil } from './veil.ts';

/** The present vote of each voter: `2·7 → S2`. */
export const laneNotes = (frame: Pick<Frame<ElectionDetail>, 'detail'>, veil?: Veil): LaneNotes =>
  new Map(
    frame.detail.servers.flatMap(({ sid, observer, vote }) => {
      if (vote === null || observer) return [];
      const hidden = veiled(veil, sid, 'sid');
      return [
        [
          sid,
          {
            plain: veiled(veil, sid, 'zxid') ? HIDDEN : zxidText(vote.zxid),
            sign: '→',
            label: hidden ? HIDDEN : `S${vote.leader}`,
            claim: hidden ? null : vote.leader,
          },
        ] as const,
      ];
    }),
  );
