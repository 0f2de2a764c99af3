/** "Why is this server not the leader?", answered from the facts of the run and the present state. */
import type { Fact, FactValue } from '../../view/fact.ts';
import type { Pid } from '../../view/time.ts';
import type { Server as Peer } from '../../protocols/election/server.ts';
import type { ElectionWorld } from './ghost.ts';
import type { ElectionProcess } from './project.ts';
import { establishedLeader } from './project.ts';

/** Reasons that are no facts of the run: what the present state says. Words stand under these keys. */
export interface WhyNotLeader {
  /** It leads (`established` or not yet). */
  readonly 'why-leads': { established: boolean };
  readonly 'why-down': { liveness: string };
  readonly 'why-paused': Record<never, never>;
  readonly 'why-observer': Record<never, never>;
  /** It found a leader at work when it looked for one. */
  readonly 'why-leader-existed': { leader: Pid };
  /** A vote for another one was better; `by`: epoch, zxid or sid. */
  readonly 'why-better-vote': { leader: Pid; by: string; ownZxid: string; theirZxid: string };
  /** Too few votes agree. */
  readonly 'why-no-quorum': { votes: number; needed: number };
  /** It is a candidate, and the election is not over. */
  readonly 'why-still-looking': { round: number };
  readonly 'why-never-started': Record<never, never>;
}

/** The servers of a world, whoever else is in it. */
export type Servers = Pick<ElectionWorld, 'processes' | 'step' | 'time'>;

/** The newest fact of a server with one of these rules, not before `from`. */
const newest = (
  facts: readonly Fact[],
  pid: Pid,
  rules: readonly string[],
  from = 0,
): Fact | undefined =>
  facts.findLast((fact) => fact.pid === pid && fact.step >= from && rules.includes(fact.rule));

const DECISIONS = ['joined-established', 'finalize-wait-over'];

/**
 * @param facts what was recorded up to here, oldest first
 * @returns the reasons, the most telling one first
 */
export function whyNotLeader(world: Servers, pid: Pid, facts: readonly Fact[]): Fact[] {
  const process = world.processes.find((each) => each.pid === pid);
  if (process === undefined) return [];
  const reason = <K extends keyof WhyNotLeader>(rule: K, data: WhyNotLeader[K]): Fact => ({
    step: world.step,
    time: world.time,
    pid,
    rule,
    cause: null,
    data: data as Readonly<Record<string, FactValue>>,
  });
  return reasons(world, process, facts, reason);
}

type Reason = <K extends keyof WhyNotLeader>(rule: K, data: WhyNotLeader[K]) => Fact;

function reasons(
  world: Servers,
  { pid, s, liveness }: ElectionProcess,
  facts: readonly Fact[],
  reason: Reason,
): Fact[] {
  if (s === null) {
    const ended = newest(facts, pid, ['crashed', 'power-lost', 'stopped']);
    const never = liveness === 'off' && ended === undefined;
    const down = never ? reason('why-never-started', {}) : reason('why-down', { liveness });
    return ended === undefined ? [down] : [down, ended];
  }
  const paused = liveness === 'paused' ? [reason('why-paused', {})] : [];
  const { peer } = s;
  if (peer === null) return [...paused, reason('why-leads', { established: true })];
  if (!peer.config.voters.includes(pid)) return [...paused, reason('why-observer', {})];
  if (peer.state === 'LEADING') {
    const established = peer.phase === 'BROADCAST';
    return [...paused, reason('why-leads', { established })];
  }
  return [...paused, ...lost(world, peer, facts, reason)];
}

function lost(world: Servers, s: Peer, facts: readonly Fact[], reason: Reason): Fact[] {
  const began = newest(facts, s.sid, ['looking']);
  const found: Fact[] = [];
  const decision = newest(facts, s.sid, DECISIONS, began?.step ?? 0);
  if (decision?.rule === 'joined-established') {
    const leader = s.currentVote.leader;
    found.push(reason('why-leader-existed', { leader }), decision);
    return found;
  }
  const switched = newest(facts, s.sid, ['vote-switched'], began?.step ?? 0);
  if (switched !== undefined) {
    const { to, by, ownZxid, heardZxid } = switched.data;
    const data = {
      leader: Number(to),
      by: String(by),
      ownZxid: String(ownZxid),
      theirZxid: String(heardZxid),
    };
    found.push(reason('why-better-vote', data), switched);
  }
  if (s.state === 'LOOKING') {
    const { vote, box } = s.election;
    const votes = box.filter((entry) => entry.vote.leader === vote.leader).length;
    const needed = s.config.quorum;
    if (votes < needed) found.push(reason('why-no-quorum', { votes, needed }));
    else found.push(reason('why-still-looking', { round: s.round }));
  }
  if (found.length === 0) {
    const leader = establishedLeader(world)?.leader ?? s.currentVote.leader;
    found.push(reason('why-leader-existed', { leader }));
  }
  return found;
}
