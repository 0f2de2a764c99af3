/**
 * The facts of the generals: every rule key with its data. The page has a sentence for each key, in each
 * language; a lesson asserts them. Paths are written with names (`C, L1`); values as the set-up has them.
 */
import { interestingDeeds } from '../../kernel/interesting.ts';
import { sayer } from '../../kernel/sayer.ts';
import type { Order } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';

/** Whose word it is: those through whose mouths it has gone, the commander first (`C → L1`), and how many. */
interface Through {
  readonly by: string;
  /** 0: it is the commander's own word. */
  readonly mouths: number;
}

export interface ByzantineFacts {
  // Whoever speaks
  /** The commander has sent its orders; `value`: what it wants; so many of them say something else. */
  readonly ordered: { value: Order; count: number; lies: number };
  /** A lieutenant has passed on what it heard in the round that is over. */
  readonly relayed: { round: number; count: number; lies: number };
  readonly 'relayed-nothing': { round: number };
  /** One message of a traitor says something else than a loyal general would. */
  readonly lied: Through & { to: Pid; value: Order; truth: Order };
  /** … or is not sent. */
  readonly 'kept-silent': Through & { to: Pid; truth: Order };
  /** … or is sent although there is nothing to pass on (SM). */
  readonly invented: { to: Pid; by: string; value: Order };
  /** A person sets what one message will say, that it is not sent, or that it is left to the strategy. */
  readonly 'lie-set': Through & { to: Pid; value: Order };
  readonly 'silence-set': Through & { to: Pid };
  readonly 'lie-unset': Through & { to: Pid };
  /** `unknown`: it sends no such message, or there is no such value. */
  readonly 'lie-refused': { why: 'loyal' | 'unknown' | 'late' };

  // Whoever listens
  readonly heard: Through & { from: Pid; value: Order };
  /** SM: a value that it did not have, with valid signatures; now it has so many. */
  readonly 'signed-new': { from: Pid; chain: string; value: Order; count: number };
  readonly 'signed-known': { from: Pid; chain: string; value: Order };
  readonly forged: { from: Pid; chain: string; value: Order };
  readonly 'too-late': { from: Pid; value: Order };
  readonly 'heard-twice': { from: Pid; value: Order };
  /** The round is over, and this did not come: the fixed value stands for it. */
  readonly absent: Through & { from: Pid; value: Order };
  /** More absent ones in this step than are told one by one. */
  readonly 'absent-many': { count: number; value: Order };
  /** OM. `votes`: `A 2, R 1`. */
  readonly decided: { value: Order; votes: string };
  readonly 'decided-tie': { value: Order; votes: string; tie: 'default' | 'commander' | 'other' };
  /** OM(0). */
  readonly 'decided-told': { value: Order };
  /** SM: one value in V, several, or none. */
  readonly 'decided-one': { value: Order };
  readonly 'decided-several': { value: Order; values: string };
  readonly 'decided-none': { value: Order };

  // Two generals
  readonly 'messenger-sent': { to: Pid; number: number; of: number };
  readonly 'messenger-came': { from: Pid; number: number };
  readonly 'attacks-at-dawn': { came: number; needs: number };
  readonly 'stays-at-dawn': { came: number; needs: number };
}

/** Rules that deserve a mark on the timeline. */
export const interesting: ReadonlySet<string> = new Set<keyof ByzantineFacts | (string & {})>([
  'ordered',
  'relayed',
  'lied',
  'kept-silent',
  'invented',
  'forged',
  'absent',
  'decided',
  'decided-tie',
  'decided-told',
  'decided-one',
  'decided-several',
  'decided-none',
  'messenger-sent',
  'messenger-came',
  'attacks-at-dawn',
  'stays-at-dawn',
  ...interestingDeeds,
]);

/** Rules worth reading while the run plays, each with the data that make it the same again. */
export const notable: ReadonlyMap<string, readonly string[]> = new Map<
  keyof ByzantineFacts,
  readonly string[]
>([
  ['ordered', []],
  ['relayed', ['round']],
  ['lied', ['pid', 'value']],
  ['kept-silent', ['pid']],
  ['invented', ['pid']],
  ['forged', ['value']],
  ['absent', ['from']],
  ['signed-new', ['value', 'count']],
  ['decided', ['value']],
  ['decided-tie', ['value']],
  ['decided-told', ['value']],
  ['decided-one', ['value']],
  ['decided-several', ['value']],
  ['decided-none', ['value']],
  ['messenger-came', ['number']],
  ['attacks-at-dawn', ['pid']],
  ['stays-at-dawn', ['pid']],
]);

/** Says a fact. */
export const say = sayer<ByzantineFacts>();
