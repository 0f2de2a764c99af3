/**
 * The facts of a write on its way through an ensemble: every rule key with its data. The page has a
 * sentence for each; a lesson asserts them. Servers are sids, several of them as `S1 S2`, zxids `2·7`.
 */
import {
  interesting as ofElections,
  notable as electionsNotable,
} from '../../protocols/election/facts.ts';
import { followingOf } from '../../protocols/election/learner.ts';
import type { FactValue } from '../../view/fact.ts';
import type { Pid } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { ServerEvent } from '../server/events.ts';
import type { Server } from '../server/server.ts';
import { peerOf } from './place.ts';

export interface QuorumFacts {
  /** A learner sends a request of its client to its leader. */
  readonly 'request-forwarded': { leader: Pid; op: string; path: string | null };
  /** The leader puts a transaction into the queue of each of these followers. */
  readonly 'proposal-sent': { zxid: string; op: string; to: string | null };
  /** The leader counts an acknowledgement, its own included; `acks`: who has logged it so far. */
  /** `needed`: servers; 0 where groups decide. */
  readonly 'ack-counted': { zxid: string; by: Pid; acks: string; needed: number };
  /** An acknowledgement for what is committed already: it decides nothing. */
  readonly 'ack-late': { zxid: string; by: Pid };
  /** A quorum has it: COMMIT goes to these followers, INFORM to these observers. */
  readonly 'commit-sent': {
    zxid: string;
    acks: string;
    needed: number;
    to: string | null;
    observers: string | null;
  };
  /** A learner hears of a commit; `how` is COMMIT, or INFORM at an observer. */
  readonly 'commit-heard': { leader: Pid; zxid: string; how: string };
  /** The leader lets a learner go on with its client's `sync`; `behind`: what it waited for, or none. */
  readonly 'sync-passed': { learner: Pid; behind: string | null };
}

/** Rules of members that deserve a mark on the timeline; those of their election, and every deed, too. */
export const interesting: readonly string[] = [...ofElections, 'commit-sent'];

/** Rules of members worth reading while the run plays, each with the data that make it the same again. */
export const notable: readonly (readonly [string, readonly string[]])[] = [
  ...electionsNotable,
  ['sync-received', ['how']],
  ['request-forwarded', ['op', 'path']],
  ['proposal-sent', ['zxid']],
  ['commit-sent', ['zxid']],
  ['commit-heard', ['zxid']],
];

/** Says a fact. Call it under `e.io.explaining`, so that data is built only for somebody who reads it. */
export function say<K extends keyof QuorumFacts>(
  e: ServerEvent,
  rule: K,
  data: { readonly [F in keyof QuorumFacts[K]]: QuorumFacts[K][F] & FactValue },
): void {
  e.io.explain(rule, data as unknown as Readonly<Record<string, FactValue>>);
}

export function sayCommitHeard(
  s: Pick<Server, 'peer'>,
  e: ServerEvent,
  zxid: Zxid,
  how: string,
): void {
  const { leader } = followingOf(peerOf(s));
  say(e, 'commit-heard', { leader, zxid: zxidText(zxid), how });
}
