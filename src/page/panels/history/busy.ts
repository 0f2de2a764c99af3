import type { Mark } from '../../../view/frame.ts';

/** Positions [from, to) of a run in which nothing but pings and waiting happened. */
interface Quiet {
  readonly from: number;
  readonly to: number;
}

const quietOf = (marks: readonly Mark[], end: number): readonly Quiet[] =>
  marks
    .filter(({ kind }) => kind === 'quiet')
    .map(({ since, position, open }) => ({ from: since, to: open === true ? end : position }));

/** Steps on both sides that a view holds; in pieces, so that it seldom moves. */
const PIECE = 200;

/**
 * A stretch round `position` with `before` steps back and `after` ahead, steps of quiet stretches
 * not counted; rounded out to pieces.
 */
export const aroundBusy = (
  marks: readonly Mark[],
  position: number,
  end: number,
  before: number,
  after: number,
): { readonly from: number; readonly to: number } => {
  const quiet = quietOf(marks, end);
  let from = position;
  let back = before;
  for (const gap of quiet.toReversed()) {
    if (gap.from >= from) continue;
    const busy = Math.max(0, from - gap.to);
    if (busy >= back) break;
    back -= busy;
    from = gap.from;
  }
  let to = position;
  let ahead = after;
  for (const gap of quiet) {
    if (gap.to <= to) continue;
    const busy = Math.max(0, gap.from - to);
    if (busy >= ahead) break;
    ahead -= busy;
    to = gap.to;
  }
  return {
    from: Math.max(0, Math.floor((from - back) / PIECE) * PIECE),
    to: Math.min(end, Math.ceil((to + ahead) / PIECE) * PIECE),
  };
};
