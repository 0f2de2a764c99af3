import { atOnce } from '../kernel/at-once.ts';

/**
 * Work in slices: at each `yield` whoever carries it out may look up from it. What it yields is the steps
 * of the run that were taken since the last time; there it may be ended with {@link Stopped}, and what it
 * moves stands at a step. Null: it only looks ahead, and is not ended there.
 */
export type Sliced<T = void> = Generator<number | null, T, undefined>;

/** How a piece of work is carried out: at once, or with looks between two slices. */
export type Carry = <T>(work: Sliced<T>) => T | Promise<T>;

/** Steps of a slice. The most expensive ones take some 65 µs (CAP with a tick of 1 ms). */
export const SLICE = 32;

/** Thrown into work of which no more is wanted. */
export class Stopped extends Error {}

/** Carries work out at once. */
export const whole: <T>(work: Sliced<T>) => T = atOnce;
