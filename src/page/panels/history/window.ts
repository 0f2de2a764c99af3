import type { StepRecord } from '../../../view/fact.ts';

/** A stretch of steps [from, to) of a branch. */
export interface Wanted {
  /** Which run: another one has other branches of the same numbers. */
  readonly run: number;
  readonly branch: number;
  /** With pings and waiting. */
  readonly all: boolean;
  readonly from: number;
  readonly to: number;
}

export interface Known extends Wanted {
  readonly records: readonly StepRecord[];
}

export const EMPTY: Known = { run: -1, branch: -1, all: false, from: 0, to: 0, records: [] };

/**
 * What is known of a stretch that has moved ahead, without what it has left behind; nothing where the
 * two have nothing in common.
 */
export const slid = (known: Known, { run, branch, all, from, to }: Wanted): Known => {
  const same = known.run === run && known.branch === branch && known.all === all;
  // An open question takes back what was shown ahead.
  if (!same || known.from > from || known.to < from || known.to > to) return EMPTY;
  if (known.from === from) return known;
  return { ...known, from, records: known.records.filter(({ step }) => step >= from) };
};

/** The steps to ask for, or null when all is known. */
export const missing = (
  known: Known,
  wanted: Wanted,
): { readonly from: number; readonly to: number } | null => {
  const part = slid(known, wanted);
  const from = part === EMPTY ? wanted.from : part.to;
  return from < wanted.to ? { from, to: wanted.to } : null;
};

/** What is known after the records of `gap` came. */
export const extend = (
  known: Known,
  wanted: Wanted,
  gap: { readonly from: number; readonly to: number },
  records: readonly StepRecord[],
): Known => {
  const part = slid(known, wanted);
  const follows = part !== EMPTY && part.to === gap.from;
  return { ...wanted, to: gap.to, records: follows ? [...part.records, ...records] : records };
};

/** Steps on both sides of the playhead that a view holds; in pieces, so that it seldom moves. */
const PIECE = 200;

/** A stretch round `position`: `before` steps back and `after` ahead, rounded out to pieces. */
export const around = (
  position: number,
  length: number,
  before: number,
  after: number,
): { readonly from: number; readonly to: number } => ({
  from: Math.max(0, Math.floor((position - before) / PIECE) * PIECE),
  to: Math.min(length, Math.ceil((position + after) / PIECE) * PIECE),
});
