import { bool, list, nullable, num, record, str } from './codec.ts';
import type { Codec } from './codec.ts';
import type { Pid } from './time.ts';

/** How the counter's own part of a frame is packed. */
export const counterDetail: Codec<CounterDetail> = record<CounterDetail>({
  server: num,
  deduplicates: bool,
  value: num,
  stored: num,
  log: list(
    record<CounterDetail['log'][number]>({
      client: num,
      op: str<CallView['op']>(),
      amount: num,
      ok: bool,
      value: num,
    }),
  ),
  logHidden: num,
  callers: list(
    record<CounterDetail['callers'][number]>({
      pid: num,
      calls: list(
        record<CallView>({
          op: str<CallView['op']>(),
          amount: num,
          attempts: num,
          outcome: str<CallView['outcome']>(),
          value: nullable(num),
        }),
      ),
      callsHidden: num,
    }),
  ),
});

/** A call as its caller sees it. */
export interface CallView {
  readonly op: 'add' | 'read';
  readonly amount: number;
  /** Requests sent for it. */
  readonly attempts: number;
  /** `unknown`: no answer came in time; it may have been carried out, or not, or may yet be. */
  readonly outcome: 'waiting' | 'success' | 'failure' | 'unknown';
  /** What the answer said the counter is; null without one. */
  readonly value: number | null;
}

/** The part of a frame that is the counter's own: who called what, and what was carried out. */
export interface CounterDetail {
  readonly server: Pid;
  /** Whether the server knows a repeated call by its id. */
  readonly deduplicates: boolean;
  /** The counter, and what of it is on disk. */
  readonly value: number;
  readonly stored: number;
  /** Calls decided on, in the order in which they arrived; the newest ones. */
  readonly log: readonly {
    readonly client: Pid;
    readonly op: CallView['op'];
    readonly amount: number;
    /** Carried out, or refused. */
    readonly ok: boolean;
    /** The counter after it. */
    readonly value: number;
  }[];
  /** Entries before those. */
  readonly logHidden: number;
  readonly callers: readonly {
    readonly pid: Pid;
    /** The newest ones, oldest first. */
    readonly calls: readonly CallView[];
    readonly callsHidden: number;
  }[];
}
