/** What steps of recipes are made of. */

/**
 * A value as a step writes it: a number, or a text in which `$name` stands for a variable
 * (`/ParentLock/$before`). A text that is nothing but `$name` is that variable's value, of whatever type.
 * Everybody has `$me`, its client's name, and `$guid`, eight hexadecimal digits of chance, which are others
 * after each `connect`.
 */
export type Term = string | number;
/** The label of a step: `look`. */
export type Label = string;
/** The name of a variable, without its `$`. */
export type Variable = string;

/** One of these. */
export interface Computation {
  readonly set?: Term;
  readonly add?: readonly [Term, Term];
  readonly subtract?: readonly [Term, Term];
  readonly times?: readonly [Term, Term];
  /** A whole number from the first to the second. */
  readonly random?: readonly [Term, Term];
  /** How many names a list holds. */
  readonly count?: Term;
  /** One name of a list: at this place, counted from 0 and round and round; or a `random` one. */
  readonly item?: readonly [Term, Term];
  /** ms, by its machine's clock. */
  readonly clock?: true;
  /** What it was told of its session last: `connected`, `lost`, `expired`; before the first time `new`. */
  readonly session?: true;
  /** The name of a list that a tally (names such as `P1=5`) counts least; of several the first. */
  readonly least?: readonly [Term, Term];
  /** A tally in which a name counts so much. */
  readonly tally?: readonly [Term, Term, Term];
  /** How much a name counts in a tally. */
  readonly counted?: readonly [Term, Term];
  /** The last part of a path. */
  readonly name?: Term;
  /** A list without this name, or with it. */
  readonly without?: readonly [Term, Term];
  readonly with?: readonly [Term, Term];
}

/** Finds one name of a list, by the sequence numbers at the names' ends. */
export interface Pick {
  readonly from: Term;
  /**
   * `smallest`, `largest`; `before`: the largest that is smaller than mine; `after`; `mine`: the one
   * that begins with `$guid`, or is mine (`$own` only if it has no guid: with another one it is of a session
   * before); `rank`: how many are smaller than mine; `count`: how many there are.
   */
  readonly what: 'smallest' | 'largest' | 'before' | 'after' | 'mine' | 'rank' | 'count';
  /** Whose name, or path, is mine; default `$own`. */
  readonly mine?: Term;
  /** Only of names that begin so (after a guid). */
  readonly prefix?: string;
  readonly into: Variable;
  /** Where it goes on when there is none; without it, it stops there. */
  readonly none?: Label;
}

export type Claim =
  /** It knows this of a node: its data, or its children (a list), as it says, now and newest. */
  | { readonly kind: 'knows'; readonly of: Term; readonly is: Term; readonly version?: Term }
  /** What it reads of this node after this is no older than what was acknowledged by now. */
  | { readonly kind: 'reads-fresh'; readonly of: Term }
  /** It has taken this item, and nobody else has or will. */
  | { readonly kind: 'takes'; readonly of: Term }
  /** Nobody else has this. */
  | { readonly kind: 'unique'; readonly of: Term }
  /** So many stand in this barrier, and it goes in. */
  | { readonly kind: 'enters'; readonly of: Term; readonly size: Term }
  /** All who stood in this barrier have left it, and so does it. */
  | { readonly kind: 'leaves'; readonly of: Term }
  /** All sites decide the same of this: `is` is its decision. */
  | { readonly kind: 'decides'; readonly of: Term; readonly is: Term };
