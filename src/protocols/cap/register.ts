/** A value of the register with the place that its store gives it among all others. */
import type { Pid } from '../../view/time.ts';

export interface Register {
  readonly value: number;
  /** Of the primary: in which of its terms; else 0. */
  readonly term: number;
  /** Quorum: one more than the greatest seen; primary: the place in its order; last writer wins: µs by its clock. */
  readonly stamp: number;
  /** Who put it there: decides between equal stamps. */
  readonly by: Pid;
}

export const firstRegister: Register = { value: 0, term: 0, stamp: 0, by: 0 };

/** Greater than 0: the first one is newer. */
export const compareRegisters = (a: Register, b: Register): number =>
  a.term - b.term || a.stamp - b.stamp || a.by - b.by;

export const isNewer = (a: Register, b: Register): boolean => compareRegisters(a, b) > 0;

export const newest = (all: readonly Register[]): Register =>
  all.reduce((best, each) => (isNewer(each, best) ? each : best), firstRegister);
