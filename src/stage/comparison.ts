import type { ComparisonView, ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Pid } from '../view/time.ts';
import { isBeginning, zxidText } from '../view/zxid.ts';
import type { Zxid } from '../view/zxid.ts';
import { textWidth } from './geometry.ts';
import { comparedRows, decidedAt, FIELDS, fieldText, heardWins, ROW } from './compared-rows.ts';
import { path, round, text } from './shape.ts';
import type { Drawing, Shape } from './shape.ts';
import { HIDDEN, veiled } from './veil.ts';
import { COLUMNS } from './vote-options.ts';
import type { VoteOptions } from './vote-options.ts';

/** A line of remarks below the verdict. */
const NOTE = 18;
/** What a comparison with one such line needs. */
export const COMPARISON_HEIGHT = 112 + NOTE;

/** Whose comparison to show: the chosen server's, or the newest one of all; observers have no vote. */
function chosen(
  frame: Frame<ElectionDetail>,
  selected: Pid | null | undefined,
): { sid: Pid; comparison: ComparisonView } | null {
  const seen = frame.detail.servers.flatMap(({ sid, observer, comparison }) =>
    comparison === null || observer ? [] : [{ sid, comparison }],
  );
  return (
    seen.find(({ sid }) => sid === selected) ??
    seen.toSorted((a, b) => b.comparison.at - a.comparison.at)[0] ??
    null
  );
}

const nameOf = (frame: Frame<ElectionDetail>, pid: Pid): string =>
  frame.processes.find((p) => p.pid === pid)?.name ?? `S${pid}`;

/** Why there is nothing to compare. */
const noVote = (name: string, { words, width }: VoteOptions): Drawing => ({
  shapes: [
    text(0, 16, words.comparison('observes', { name }), { className: 'm b' }),
    text(0, 47, words.comparison('follows'), { className: 's i2' }),
  ],
  width,
  height: 60,
});

/** Two votes, the deciding field large and underlined; null when nothing was compared yet. */
export const comparisonFigure = (
  frame: Frame<ElectionDetail>,
  options: VoteOptions,
): Drawing | null => {
  const observer = frame.detail.servers.find((one) => one.sid === options.selected && one.observer);
  if (observer !== undefined) return noVote(nameOf(frame, observer.sid), options);
  const found = chosen(frame, options.selected);
  if (found === null) return null;
  const { sid, comparison } = found;
  const { words, width } = options;
  const name = (pid: Pid): string => nameOf(frame, pid);
  const ago = words.time(Math.max(0, (options.now ?? frame.time) - comparison.at));
  const hidden = veiled(options.veil, sid, 'comparison');
  const shapes: Shape[] = [
    text(
      0,
      16,
      words.comparison(hidden ? 'compared' : comparison.switched ? 'changed' : 'kept', {
        name: name(sid),
        ago,
      }),
      { className: 'm b' },
    ),
    ...comparedRows(comparison, {
      width,
      y: 47,
      labels: [
        words.comparison('heardFrom', { name: name(comparison.heardFrom) }),
        words.comparison('own'),
      ],
      hidden,
    }),
  ];
  const won = heardWins(comparison);
  const verdict = hidden ? HIDDEN : verdictOf(comparison, won, words);
  const skipped = FIELDS.slice(decidedAt(comparison) + 1).filter((field) => field !== 'epoch');
  shapes.push(text(0, 105, verdict, { className: 'm b' }));
  let height = COMPARISON_HEIGHT - NOTE;
  if (!hidden && skipped.length > 0 && comparison.by !== 'equal') {
    const note = words.comparison('notCompared', { fields: skipped.join(words.comparison('and')) });
    // Beside the verdict where both fit, else under it.
    const beside = textWidth(verdict, 15) + textWidth(note, 12) + 16 <= width;
    if (!beside) height += NOTE;
    shapes.push(
      text(beside ? width : 0, beside ? 105 : 123, note, {
        anchor: beside ? 'end' : 'start',
        className: 'xs i2',
      }),
    );
  }
  const begun = hidden ? null : beginningOf(comparison, won);
  if (begun !== null) {
    height += NOTE;
    const note = words.comparison('begins', { zxid: zxidText(begun), epoch: begun.epoch });
    shapes.push(text(0, height - 7, note, { className: 'xs i2' }));
  }
  return { shapes, width, height };
};

/** Base line of the columns' names, and of the first vote below them. */
const HEAD = 14;
const FIRST = 44;

/** The same for a room: the two votes below their columns' names, and nothing to read besides. */
export const plainComparison = (
  frame: Frame<ElectionDetail>,
  options: VoteOptions,
): Drawing | null => {
  const found = chosen(frame, options.selected);
  if (found === null) return null;
  const { comparison, sid } = found;
  const { words, width } = options;
  return {
    shapes: [
      ...FIELDS.map((field) =>
        text(round(width * COLUMNS[field]), HEAD, words.votes(field), {
          anchor: 'middle',
          className: 's i2',
        }),
      ),
      path(`M0 ${HEAD + 8}H${width}`, { className: 'hair2' }),
      ...comparedRows(comparison, {
        width,
        y: FIRST,
        labels: [
          words.comparison('heardFrom', { name: nameOf(frame, comparison.heardFrom) }),
          words.comparison('had', { name: nameOf(frame, sid) }),
        ],
        hidden: veiled(options.veil, sid, 'comparison'),
      }),
    ],
    width,
    height: FIRST + ROW + 12,
  };
};

/** A zxid that decided although nothing was ever written: an epoch begins with it. */
function beginningOf({ heard, own, by }: ComparisonView, won: boolean): Zxid | null {
  const { zxid } = won ? heard : own;
  return by === 'zxid' && isBeginning(zxid) ? zxid : null;
}

function verdictOf(comparison: ComparisonView, won: boolean, words: VoteOptions['words']): string {
  const { by, heard, own } = comparison;
  if (by === 'equal') return words.comparison('equal');
  const [winner, loser] = won ? [heard, own] : [own, heard];
  return words.comparison('beats', {
    winner: fieldText(winner, by),
    loser: fieldText(loser, by),
    by,
  });
}
