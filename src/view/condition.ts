import type { FactValue } from './fact.ts';
import type { Parts } from './protocols.ts';
import type { Pid } from './time.ts';

/** Which facts are meant: those with this rule and, if named, of this process and with these values. */
export interface FactAsked {
  readonly rule: string;
  readonly pid?: Pid;
  /** Values among the fact's own; one that is not named may be anything. */
  readonly data?: Readonly<Record<string, FactValue>>;
  /** Just so many such facts; missing: one or more. */
  readonly times?: number;
  /** Only those that came so many ms after the step's beginning, from the first to the second number. */
  readonly betweenMs?: readonly [number, number];
}

/** Of so many servers a majority `is` so many. */
export interface MajorityAsked {
  readonly of: number;
  readonly is: number;
  /** So many may crash, and there is still a majority. */
  readonly survives: number;
  /** Any two majorities have so many servers in common, or more. */
  readonly shared: number;
}

/**
 * A question to the present world, used by "run until", by a lesson's steps and by expectations.
 * `state`, `fact` and `violated` work in every protocol; the others need what they name.
 */
export type Condition =
  | Parts['condition']
  /** The process is in this state (`LOOKING`, …, or `CRASHED`, `PAUSED`). */
  | { readonly state: { readonly pid: Pid; readonly is: string } }
  /** This process leads and is established; `any`: some process does; `none`: nobody does. */
  | { readonly leader: Pid | 'any' | 'none' }
  /** The process shows this zxid or a larger one, written `2·7` or `0x200000007`. */
  | { readonly zxid: { readonly pid: Pid; readonly atLeast: string } }
  | { readonly epoch: { readonly pid: Pid; readonly current: number } }
  | { readonly serving: Pid }
  /**
   * So many messages since the start: in Paxos those that came from one process to another, in
   * ZooKeeper those that servers took or sent, pings left out.
   */
  | { readonly messages: number }
  /** The invariant of this name has broken. */
  | { readonly violated: string }
  /** Arithmetic, whatever the run. */
  | { readonly majority: MajorityAsked }
  /** Virtual time since the start, in ms, has been reached. */
  | { readonly timeMs: number }
  /** Virtual time since the present lesson step began, in ms. */
  | { readonly elapsedMs: number }
  /** Such a fact came up since the present lesson step began. */
  | { readonly fact: FactAsked }
  /** Nothing is pending but pings and waiting. */
  | { readonly quiet: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };
