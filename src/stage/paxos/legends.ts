import { claimColour } from '../colours.ts';
import type { Box } from '../geometry.ts';
import { overlaps, textWidth } from '../geometry.ts';
import type { Frame } from '../../view/frame.ts';
import type { PaxosDetail } from '../../view/paxos.ts';
import { group, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { PaxosLayout } from './plan.ts';
import { countText, quorums } from './quorums.ts';
import { around, margins } from './ring-boxes.ts';
import type { SayPaxos } from './words.ts';

interface Legend {
  readonly ballot: number;
  readonly word: string;
  readonly claim: number | null;
  readonly box: Box;
}

const HEIGHT = 18;

/** In the edge of its ring, above and below by turns; never on a card or on another one. */
export function legendsOf(
  { detail }: Pick<Frame<PaxosDetail>, 'detail'>,
  layout: PaxosLayout,
  say: SayPaxos,
): readonly Legend[] {
  if (layout.down) return [];
  const taken: Box[] = [];
  const cards = [...layout.cards.values()].map(({ box }) => box);
  return quorums(detail).flatMap(({ ballot, phase, count, claim }, i): Legend[] => {
    const members = [...ballot.promised, ...ballot.accepted];
    const boxes = members.flatMap((pid) => layout.cards.get(pid)?.box ?? []);
    if (boxes.length === 0) return [];
    const { across, along } = margins(layout, i);
    const ring = around(boxes, { x: along, y: across });
    const edges = [ring.y, ring.y + ring.height].map((edge) => edge - HEIGHT / 2);
    if (i % 2 === 1) edges.reverse();
    const ways = edges.flatMap((y) => [
      { y, short: false },
      { y, short: true },
    ]);
    for (const { y, short } of ways) {
      const word = countText(say, { ballot, phase, count }, detail.quorum, short);
      const width = textWidth(word, 13) * 1.05 + 12;
      // The corner towards the edge of the drawing first; messages are in the middle.
      const left = ring.x + 14;
      const right = ring.x + ring.width - 14 - width;
      const sides = ring.x + ring.width / 2 <= layout.width / 2 ? [left, right] : [right, left];
      for (const x of sides) {
        const box = { x, y, width, height: HEIGHT };
        const fits = width <= ring.width - 20 || short;
        const clear =
          !taken.some((other) => overlaps(box, other, 2)) &&
          !cards.some((other) => overlaps(box, other));
        if (!fits || x < 2 || !clear) continue;
        taken.push(box);
        return [{ ballot: ballot.ballot, word, claim, box }];
      }
    }
    return [];
  });
}

export const legendShape = ({ ballot, word, claim, box }: Legend): Shape =>
  group(
    [
      rect(round(box.x), round(box.y), round(box.width), HEIGHT, {
        style: { fill: 'var(--paper)' },
      }),
      text(round(box.x + box.width / 2), round(box.y + HEIGHT / 2 + 4.5), word, {
        anchor: 'middle',
        className: 's b',
        style: { fill: claimColour(claim) },
      }),
    ],
    { key: `count-${ballot}` },
  );

/** The layout with room kept for the legends of this frame: messages keep off them too. */
export const besideLegends = (
  frame: Pick<Frame<PaxosDetail>, 'detail'>,
  layout: PaxosLayout,
  say: SayPaxos,
): PaxosLayout => {
  const boxes = legendsOf(frame, layout, say).map(({ box }) => box);
  return boxes.length === 0 ? layout : { ...layout, obstacles: [...layout.obstacles, ...boxes] };
};
