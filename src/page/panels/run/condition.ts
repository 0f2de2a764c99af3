import type { Condition } from '../../../view/condition.ts';
import { typedMs } from '../set-up/typed.ts';

/** What the fields of a condition hold, by their ids. */
export type UntilValues = Readonly<Record<string, string>>;

/** A field of a condition; one with options is a choice. */
export interface UntilField {
  readonly id: string;
  readonly label: string;
  readonly first: string;
  /** Shown while nothing is typed. */
  readonly hint?: string;
  readonly options?: readonly { readonly id: string; readonly label: string }[];
}

/** Something that a run can be run until. */
export interface UntilKind {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly UntilField[];
  /** What to ask of the simulation, or which field is wrong and what to do about it. */
  readonly build: (values: UntilValues) => Condition | UntilProblem;
}

export interface UntilProblem {
  readonly wrong: string;
  readonly text: string;
}

/** Longest stretch of virtual time one run may take, s. */
const LONGEST = 3600;

/** The typed limit in ms; null when it is none. */
export const limitMs = (typed: string): number | null => {
  const limit = typedMs(typed);
  return limit === null || limit <= 0 || limit > LONGEST ? null : limit * 1000;
};

/** What was typed, or the field's first value; a choice that is gone is the first one again. */
export const valuesOf = (kind: UntilKind, typed: UntilValues): UntilValues =>
  Object.fromEntries(
    kind.fields.map(({ id, first, options }) => {
      const value = typed[id] ?? first;
      const known = options === undefined || options.some((option) => option.id === value);
      return [id, known ? value : (options[0]?.id ?? first)];
    }),
  );
