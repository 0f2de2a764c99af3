/**
 * The facts of an election: every rule key with its data. The page has a sentence for each key, in
 * each language; a lesson asserts them. Servers are sids, zxids are written `2·7`, votes are spread
 * over fields. (`started`, `crashed`, `paused`, `cut`, … are the kernel's own.)
 */
import { interestingDeeds } from '../../kernel/interesting.ts';
import type { FactValue } from '../../view/fact.ts';
import type { Pid } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import type { PeerEvent } from './events.ts';
import type { Vote } from './vote.ts';

/** A zxid as `2·7`. */
type ZxidText = string;

/** The vote heard against the own one, before the comparison. */
interface Compared {
  readonly heardFrom: Pid;
  readonly heardLeader: Pid;
  readonly heardEpoch: number;
  readonly heardZxid: ZxidText;
  readonly ownLeader: Pid;
  readonly ownEpoch: number;
  readonly ownZxid: ZxidText;
  /** The first field that differs: `epoch`, `zxid`, `sid` or `equal`. */
  readonly by: string;
}

export interface ElectionFacts {
  /** It begins an election. `candidate` is itself; −1 for an observer, which has no vote. */
  readonly looking: { round: number; candidate: Pid; epoch: number; zxid: ZxidText };
  /** The vote heard is better: it becomes its own. */
  readonly 'vote-switched': Compared & { from: Pid; to: Pid };
  /** The vote heard is not better: it is counted. */
  readonly 'vote-kept': Compared;
  /** The sender is in a later round: the box is emptied and that round is its own now. */
  readonly 'round-adopted': { heardFrom: Pid; from: number; to: number; candidate: Pid };
  /** The sender is in an earlier round: its vote does not count; it is told the present one. */
  readonly 'old-round-ignored': { heardFrom: Pid; theirs: number; own: number; answered: boolean };
  /** Enough entries agree with its vote: now it waits for a better one. */
  readonly 'quorum-seen': { candidate: Pid; votes: number; needed: number; waitMs: number };
  /** A better vote came during the wait. */
  readonly 'quorum-reopened': { heardFrom: Pid; candidate: Pid };
  readonly 'finalize-wait-over': { candidate: Pid; votes: number };
  /** Nothing heard: it sends its vote again (or dials those it has no connection to). */
  readonly 'notification-timeout': { nextMs: number; dialled: boolean };
  /** A peer can be reached again: it hears the present vote. */
  readonly 'vote-resent': { to: Pid; candidate: Pid };
  /** Somebody looks for a leader: it is told of the present one. */
  readonly answered: { to: Pid; leader: Pid; state: string; round: number };
  /** A server that has decided tells its leader; it does not suffice yet, because of `missing`. */
  readonly 'answer-noted': {
    heardFrom: Pid;
    leader: Pid;
    state: string;
    agreeing: number;
    needed: number;
    /** `quorum` or `leader-itself`. */
    missing: string;
  };
  /** Enough answers and the leader's own: the election is over without a vote. */
  readonly 'joined-established': {
    leader: Pid;
    agreeing: number;
    roundBefore: number;
    round: number;
  };
  readonly following: { leader: Pid; round: number };
  readonly observing: { leader: Pid; round: number };
  readonly leading: { round: number };
  /** A learner's connection to its leader stands. */
  readonly 'leader-connected': { leader: Pid };
  /** The leader does not listen, or cannot be reached. */
  readonly 'leader-refused': { leader: Pid; tries: number; gaveUp: boolean };
  /** A learner came to its leader. */
  readonly 'learner-registered': { learner: Pid; acceptedEpoch: number; observer: boolean };
  /** The leader knows a quorum's acceptedEpoch: the new epoch is larger than all of them. */
  readonly 'epoch-proposed': { epoch: number; from: string };
  readonly 'epoch-accepted': { leader: Pid; epoch: number; before: number };
  /** It has accepted that epoch before: "synchronise me but do not count me". */
  readonly 'epoch-repeated': { leader: Pid; epoch: number };
  /** The leader's epoch is older than one it has promised to. */
  readonly 'epoch-refused': { leader: Pid; epoch: number; accepted: number };
  /** The follower has a later epoch or zxid than the leader: it is not counted and sent away. */
  readonly 'refused-fresher-follower': {
    learner: Pid;
    learnerEpoch: number;
    learnerZxid: ZxidText;
    ownEpoch: number;
    ownZxid: ZxidText;
  };
  /** A quorum has acknowledged the epoch. */
  readonly 'epoch-acknowledged': { epoch: number; by: string };
  /** How a learner's history is made equal. `row` names the line of the decision table. */
  readonly 'sync-decided': {
    learner: Pid;
    how: string;
    row: string;
    peerLast: ZxidText;
    min: ZxidText;
    max: ZxidText;
    processed: ZxidText;
    zxid: ZxidText;
    txns: number;
  };
  /** A learner did what the leader said. */
  readonly 'sync-received': { leader: Pid; how: string; zxid: ZxidText; txns: number };
  /** History and then currentEpoch are on disk. */
  readonly 'history-written': { leader: Pid; epoch: number; zxid: ZxidText };
  readonly 'leader-established': { epoch: number; by: string; zxid: ZxidText };
  /** A learner is up to date and serves clients. */
  readonly serving: { leader: Pid; epoch: number; zxid: ZxidText };
  /** Fewer than a quorum of learners are in step: the leader gives up. */
  readonly 'lost-quorum': { synced: string; needed: number };
  /** Phase 1 or 2 did not come to its end within initLimit. */
  readonly 'leader-gave-up': { phase: string; waitedMs: number };
  /** A learner has heard nothing from its leader for too long. */
  readonly 'leader-timeout': { leader: Pid; waitedMs: number };
  /** The connection to the leader broke. */
  readonly 'leader-gone': { leader: Pid; reason: string };
  /** A learner's connection broke (`closed`, `reset`) or it was too slow (`silent`, `slow`). */
  readonly 'learner-gone': { learner: Pid; reason: string };
  /** A larger vote deposes a working leader (only with the mutant). */
  readonly 'yielded-to-newcomer': { to: Pid };
  readonly 'client-write': { ops: number; forwardedTo: Pid | null };
  readonly 'client-refused': { ops: number };
}

/** Rules that deserve a mark on the timeline. */
export const interesting: ReadonlySet<string> = new Set<keyof ElectionFacts | (string & {})>([
  'looking',
  'following',
  'observing',
  'leading',
  'leader-established',
  'lost-quorum',
  'leader-gave-up',
  'leader-timeout',
  'leader-gone',
  'refused-fresher-follower',
  'epoch-refused',
  'joined-established',
  ...interestingDeeds,
]);

/** Rules worth reading while the run plays, each with the data that make it the same again. */
export const notable: readonly (readonly [keyof ElectionFacts, readonly string[]])[] = [
  ['looking', ['round']],
  ['vote-switched', ['to']],
  ['round-adopted', ['to']],
  ['quorum-seen', ['candidate']],
  ['quorum-reopened', ['candidate']],
  ['joined-established', ['leader']],
  ['following', ['leader']],
  ['observing', ['leader']],
  ['leading', ['pid']],
  ['leader-refused', ['leader']],
  ['epoch-proposed', ['epoch']],
  ['epoch-repeated', ['epoch']],
  ['epoch-refused', ['epoch']],
  ['refused-fresher-follower', ['learner']],
  ['leader-established', ['epoch']],
  ['serving', ['epoch']],
  ['lost-quorum', ['pid']],
  ['leader-gave-up', ['pid']],
  ['leader-timeout', ['leader']],
  ['leader-gone', ['leader']],
  ['learner-gone', ['learner']],
  ['yielded-to-newcomer', ['to']],
  ['client-write', ['pid']],
  ['client-refused', ['pid']],
];

/**
 * Says a fact, with the data that its rule has. Call it under `e.io.explaining`, so that data is
 * built only for somebody who reads it.
 */
export function say<K extends keyof ElectionFacts>(
  e: PeerEvent,
  rule: K,
  data: { readonly [F in keyof ElectionFacts[K]]: ElectionFacts[K][F] & FactValue },
): void {
  e.io.explain(rule, data as unknown as Readonly<Record<string, FactValue>>);
}

export const compared = (heardFrom: Pid, heard: Vote, own: Vote, by: string): Compared => ({
  heardFrom,
  heardLeader: heard.leader,
  heardEpoch: heard.peerEpoch,
  heardZxid: zxidText(heard.zxid),
  ownLeader: own.leader,
  ownEpoch: own.peerEpoch,
  ownZxid: zxidText(own.zxid),
  by,
});
