/**
 * The facts of the counter: every rule key with its data. The page has a sentence for each key, in
 * each language; a lesson asserts them.
 */
import { sayer } from '../../kernel/sayer.ts';
import { interestingDeeds } from '../../kernel/interesting.ts';
import type { Pid } from '../../view/time.ts';
import type { Op } from './member.ts';

interface What {
  readonly op: Op;
  readonly amount: number;
}

export interface CounterFacts {
  // A caller
  readonly called: What;
  readonly 'called-again': What & { attempts: number };
  readonly succeeded: What & { value: number };
  readonly failed: What & { value: number };
  /** It had given up on this call. */
  readonly 'answered-late': What & { value: number; ok: boolean };
  readonly 'timed-out': What & { waitedMs: number };
  // The server
  /** `times`: how often this very call has been carried out by now. */
  readonly executed: What & { from: Pid; value: number; times: number };
  /** A call that was carried out before is only answered. */
  readonly recognised: What & { from: Pid; value: number };
  readonly refused: { from: Pid; amount: number; value: number };
  readonly written: { to: Pid; value: number };
}

/** Rules that deserve a mark on the timeline. */
export const interesting: ReadonlySet<string> = new Set<keyof CounterFacts | (string & {})>([
  'called',
  'called-again',
  'executed',
  'recognised',
  'refused',
  'succeeded',
  'failed',
  'answered-late',
  'timed-out',
  ...interestingDeeds,
]);

/** Rules worth reading while the run plays, each with the data that make it the same again. */
export const notable: ReadonlyMap<string, readonly string[]> = new Map<
  keyof CounterFacts,
  readonly string[]
>([
  ['called', ['op']],
  ['called-again', ['op']],
  ['executed', ['times']],
  ['recognised', ['op']],
  ['refused', ['value']],
  ['succeeded', ['value']],
  ['failed', ['value']],
  ['answered-late', ['value']],
  ['timed-out', ['op']],
]);

/** Says a fact. */
export const say = sayer<CounterFacts>();
