/** One line of a bench's result. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What is aimed at, as text; and whether it is reached. */
  readonly aim?: string;
  readonly ok?: boolean;
}

/** How long it plays, where it plays for minutes, and which of its runs alone. */
export interface How {
  readonly minutes?: number;
  readonly runs?: readonly string[];
}

export interface Bench {
  readonly name: string;
  run(how?: How): { rows: readonly Row[] };
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The value below which so large a part of the others lies. */
export const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
  NaN;
