import type { Frame } from '../../view/frame.ts';
import type { BallotView, PaxosDetail } from '../../view/paxos.ts';
import { claimColour } from '../colours.ts';
import type { Box } from '../geometry.ts';
import { overlaps, textWidth } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { PaxosWords } from './words.ts';
import type { PaxosLayout } from './plan.ts';
import { claimOf } from './who.ts';

/** More rings than this say nothing any more; there are at most four proposers. */
const MOST = 4;

interface Quorum {
  readonly ballot: BallotView;
  readonly phase: 'promised' | 'accepted' | 'chosen';
  readonly count: number;
  readonly full: boolean;
  readonly claim: number | null;
}

/** Ballots with somebody behind them, the newest ones, smallest first. */
const quorums = ({ ballots, quorum, ...detail }: PaxosDetail): readonly Quorum[] =>
  ballots
    .filter(({ promised, accepted }) => promised.length + accepted.length > 0)
    .slice(-MOST)
    .map((ballot) => {
      const phase = ballot.chosen ? 'chosen' : ballot.value === null ? 'promised' : 'accepted';
      const count = phase === 'promised' ? ballot.promised.length : ballot.accepted.length;
      const claim = claimOf({ ballots, quorum, ...detail }, ballot.ballot);
      return { ballot, phase, count, full: count >= quorum, claim };
    });

/** A ring round the acceptors of each ballot: dashed while it fills, solid when it is a quorum. */
export const ringShapes = (
  frame: Frame<PaxosDetail>,
  layout: PaxosLayout,
  words: PaxosWords,
): { readonly rings: readonly Shape[]; readonly labels: readonly Shape[] } => {
  const found = quorums(frame.detail);
  const order = frame.detail.acceptors;
  const rings = found.map((quorum, i) => {
    const { ballot, claim, full, phase } = quorum;
    const members = new Set([...ballot.promised, ...ballot.accepted]);
    const parts = runs(order.map((pid) => members.has(pid)));
    const { along, across } = margins(layout, i);
    const grow = layout.down ? { x: across, y: along } : { x: along, y: across };
    const boxes = parts.flatMap(([from, to]) => {
      const cards = order.slice(from, to + 1).flatMap((pid) => layout.cards.get(pid)?.box ?? []);
      return cards.length === 0 ? [] : [around(cards, grow)];
    });
    const style = {
      fill: 'none',
      stroke: claimColour(claim),
      strokeWidth: phase === 'chosen' ? 4 : 2.5,
      ...(full ? {} : { strokeDasharray: '8 5' }),
    };
    return group(
      [
        ...boxes.map((box) =>
          rect(round(box.x), round(box.y), round(box.width), round(box.height), { rx: 14, style }),
        ),
        ...bridges(boxes, layout.down, i).map((d) => path(d, { style })),
      ],
      { key: `ring-${ballot.ballot}`, className: `quorum ${full ? 'full' : 'filling'}` },
    );
  });
  return { rings, labels: labelShapes(found, frame.detail, layout, words) };
};

/** Stretches of neighbours that belong to it. */
function runs(inside: readonly boolean[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  inside.forEach((is, i) => {
    const last = found.at(-1);
    if (!is) return;
    if (last !== undefined && last[1] === i - 1) last[1] = i;
    else found.push([i, i]);
  });
  return found;
}

/** How far the i-th ring stands off its cards: less between cards that stand close together. */
function margins(layout: PaxosLayout, i: number): { along: number; across: number } {
  const boxes = [...layout.cards.values()].map(({ box }) => box);
  const [a, b] = boxes;
  const pitch =
    a === undefined || b === undefined
      ? 40
      : layout.down
        ? Math.abs(b.y - a.y) - a.height
        : Math.abs(b.x - a.x) - a.width;
  const close = layout.down ? Math.max(1.5, Math.min(8, pitch / 2 - 1)) : 9;
  return { along: Math.min(close + i * 3, close * 2 + i), across: 9 + i * 5 };
}

function around(cards: readonly Box[], by: { x: number; y: number }): Box {
  const left = Math.min(...cards.map((box) => box.x)) - by.x;
  const top = Math.min(...cards.map((box) => box.y)) - by.y;
  const right = Math.max(...cards.map((box) => box.x + box.width)) + by.x;
  const bottom = Math.max(...cards.map((box) => box.y + box.height)) + by.y;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Between the parts of one ring: a line at the side of the cards where its messages fly. */
function bridges(boxes: readonly Box[], down: boolean, i: number): readonly string[] {
  return boxes.slice(1).flatMap((box, at) => {
    const before = boxes[at];
    if (before === undefined) return [];
    const far = i % 2 === 1;
    if (down) {
      const x = round((far ? box.x + box.width : box.x) + (far ? -14 : 14));
      return [`M${x} ${round(before.y + before.height)}V${round(box.y)}`];
    }
    const y = round((far ? box.y + box.height : box.y) + (far ? -14 : 14));
    return [`M${round(before.x + before.width)} ${y}H${round(box.x)}`];
  });
}

const LINE = 15;

/** What each ring counts: at its corners in a row, in lines below the acceptors otherwise. */
function labelShapes(
  found: readonly Quorum[],
  detail: PaxosDetail,
  layout: PaxosLayout,
  words: PaxosWords,
): readonly Shape[] {
  const boxes = detail.acceptors.flatMap((pid) => layout.cards.get(pid)?.box ?? []);
  if (boxes.length === 0) return [];
  const left = Math.min(...boxes.map((box) => box.x));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const one = ({ ballot, phase, count, claim }: Quorum, most: number) => {
    const sayIt = (short: boolean): string =>
      words.ring(ballot.ballot, count, detail.quorum, phase, short);
    const word = textWidth(sayIt(false), 13) * 1.05 <= most ? sayIt(false) : sayIt(true);
    return (x: number, y: number, anchor: 'start' | 'middle' | 'end'): Shape =>
      text(round(x), round(y), word, {
        key: `count-${ballot.ballot}`,
        anchor,
        className: 's b halo',
        style: { fill: claimColour(claim) },
      });
  };
  if (!layout.down) return legends(found, detail, layout, words);
  // Two in a line, below everything.
  const middle = (left + right) / 2;
  const wide = layout.width - 8;
  const two = found.length > 2;
  return found.map((quorum, i) => {
    const most = two ? wide / 2 - 8 : wide / Math.max(1, found.length) - 8;
    const place = one(quorum, most);
    const line = two ? Math.floor(i / 2) : 0;
    const y = Math.min(layout.height - 20 + line * LINE, bottom + 26 + line * LINE);
    if (found.length === 1) return place(middle, y, 'middle');
    return i % 2 === 0 ? place(middle - 8, y, 'end') : place(middle + 8, y, 'start');
  });
}

/** In the edge of its ring, above and below by turns; left out where another one stands. */
function legends(
  found: readonly Quorum[],
  detail: PaxosDetail,
  layout: PaxosLayout,
  words: PaxosWords,
): readonly Shape[] {
  const taken: Box[] = [];
  return found.flatMap(({ ballot, phase, count, claim }, i) => {
    const members = [...ballot.promised, ...ballot.accepted];
    const boxes = members.flatMap((pid) => layout.cards.get(pid)?.box ?? []);
    if (boxes.length === 0) return [];
    const { across, along } = margins(layout, i);
    const ring = around(boxes, { x: along, y: across });
    const above = i % 2 === 0;
    const middle = above ? ring.y : ring.y + ring.height;
    for (const short of [false, true]) {
      const word = words.ring(ballot.ballot, count, detail.quorum, phase, short);
      const width = textWidth(word, 13) * 1.05 + 12;
      // The corner towards the edge of the drawing first; messages are in the middle.
      const left = ring.x + 14;
      const right = ring.x + ring.width - 14 - width;
      const sides = ring.x + ring.width / 2 <= layout.width / 2 ? [left, right] : [right, left];
      for (const x of sides) {
        const box = { x, y: middle - 9, width, height: 18 };
        const fits = width <= ring.width - 20 || short;
        if (!fits || x < 2 || taken.some((other) => overlaps(box, other, 2))) continue;
        taken.push(box);
        return [
          group(
            [
              rect(round(x), round(box.y), round(width), 18, { style: { fill: 'var(--paper)' } }),
              text(round(x + width / 2), round(middle + 4.5), word, {
                anchor: 'middle',
                className: 's b',
                style: { fill: claimColour(claim) },
              }),
            ],
            { key: `count-${ballot.ballot}` },
          ),
        ];
      }
    }
    return [];
  });
}
