import type { Frame } from '../../view/frame.ts';
import type { PaxosDetail } from '../../view/paxos.ts';
import { claimColour } from '../colours.ts';
import type { Box } from '../geometry.ts';
import { textWidth } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { legendShape, legendsOf } from './legends.ts';
import { countText, quorums } from './quorums.ts';
import type { Quorum } from './quorums.ts';
import { around, margins } from './ring-boxes.ts';
import type { SayPaxos } from './words.ts';
import type { PaxosLayout } from './plan.ts';

/** A ring round the acceptors of each ballot: dashed while it fills, solid when it is a quorum. */
export const ringShapes = (
  frame: Frame<PaxosDetail>,
  layout: PaxosLayout,
  say: SayPaxos,
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
  return { rings, labels: labelShapes(found, frame.detail, layout, say) };
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
  say: SayPaxos,
): readonly Shape[] {
  if (!layout.down) return legendsOf({ detail }, layout, say).map(legendShape);
  const boxes = detail.acceptors.flatMap((pid) => layout.cards.get(pid)?.box ?? []);
  if (boxes.length === 0) return [];
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const one = (quorum: Quorum, most: number) => {
    const { ballot, claim } = quorum;
    const sayIt = (short: boolean): string => countText(say, quorum, detail.quorum, short);
    const word = textWidth(sayIt(false), 13) * 1.05 <= most ? sayIt(false) : sayIt(true);
    return (x: number, y: number, anchor: 'start' | 'middle' | 'end'): Shape =>
      text(round(x), round(y), word, {
        key: `count-${ballot.ballot}`,
        anchor,
        className: 's b halo',
        style: { fill: claimColour(claim) },
      });
  };
  // Two in a line, below everything.
  const middle = layout.width / 2;
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
