import type { ComparisonView, VoteView } from '../view/election.ts';
import { zxidText } from '../view/zxid.ts';
import { textWidth } from './geometry.ts';
import { path, round, text } from './shape.ts';
import type { Shape } from './shape.ts';
import { HIDDEN } from './veil.ts';
import { COLUMNS } from './vote-options.ts';

/** From the vote that was heard to the own one below it. */
export const ROW = 28;

export const FIELDS = ['epoch', 'zxid', 'sid'] as const;
export type Field = (typeof FIELDS)[number];

export const fieldText = (vote: VoteView, field: Field): string =>
  field === 'epoch'
    ? String(vote.peerEpoch)
    : field === 'zxid'
      ? zxidText(vote.zxid)
      : `S${vote.leader}`;

/** Which of the two is larger in the deciding field. */
export function heardWins({ heard, own, by }: ComparisonView): boolean {
  if (by === 'epoch') return heard.peerEpoch > own.peerEpoch;
  if (by === 'sid') return heard.leader > own.leader;
  return (
    heard.zxid.epoch > own.zxid.epoch ||
    (heard.zxid.epoch === own.zxid.epoch && heard.zxid.counter > own.zxid.counter)
  );
}

/** The last field that was looked at. */
export const decidedAt = ({ by }: ComparisonView): number =>
  FIELDS.indexOf(by === 'equal' ? 'sid' : by);

/** Two votes, one above the other: the deciding field large and underlined, equal ones with `=`. */
export const comparedRows = (
  comparison: ComparisonView,
  options: {
    readonly width: number;
    /** Base line of the vote that was heard. */
    readonly y: number;
    /** What the two are called. */
    readonly labels: readonly [heard: string, own: string];
    /** A question is open: the values are not told. */
    readonly hidden: boolean;
  },
): readonly Shape[] => {
  const { width, y, labels, hidden } = options;
  const won = heardWins(comparison);
  const shapes: Shape[] = [
    text(0, y, labels[0], { className: 's i2' }),
    text(0, y + ROW, labels[1], { className: 's i2' }),
  ];
  FIELDS.forEach((field, i) => {
    const x = round(width * COLUMNS[field]);
    const heard = hidden ? HIDDEN : fieldText(comparison.heard, field);
    const own = hidden ? HIDDEN : fieldText(comparison.own, field);
    const decides = !hidden && comparison.by === field;
    const heardClass = decides ? (won ? 'l b' : 'l') : 'm i3';
    const ownClass = decides ? (won ? 'l' : 'l b') : 'm i3';
    shapes.push(
      text(x, y, heard, { anchor: 'middle', className: heardClass }),
      text(x, y + ROW, own, { anchor: 'middle', className: ownClass }),
    );
    if (decides) {
      const half = Math.max(14, round(textWidth(won ? heard : own, 18) / 2 + 4));
      const under = y + 6 + (won ? 0 : ROW);
      shapes.push(
        path(`M${round(x - half)} ${under}H${round(x + half)}`, {
          key: 'underline',
          style: { stroke: 'var(--ink)', strokeWidth: 3 },
        }),
      );
    }
    if (!hidden && (i < decidedAt(comparison) || comparison.by === 'equal')) {
      shapes.push(
        text(round(x - width * 0.1), y + ROW / 2, '=', { anchor: 'middle', className: 'm i3' }),
      );
    }
  });
  return shapes;
};
