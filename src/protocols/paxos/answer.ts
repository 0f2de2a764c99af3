/** "Why is nothing chosen?" and "why was this refused?", from the run's facts and its present state. */
import type { Fact, FactValue } from '../../view/fact.ts';
import type { Pid } from '../../view/time.ts';
import type { PaxosWorld } from './history.ts';
import type { Member } from './member.ts';

/** Reasons that are no facts of the run: what the present state says. Words stand under these keys. */
export interface WhyNothingChosen {
  /** A value is chosen; `known`: this process knows it. */
  readonly 'why-chosen': { value: string; ballot: number; known: boolean };
  readonly 'why-down': { liveness: string };
  readonly 'why-paused': Record<never, never>;
  readonly 'why-never-started': Record<never, never>;
  /** It has not begun a ballot. */
  readonly 'why-no-ballot': Record<never, never>;
  /** Too few acceptors have promised its ballot (phase 1) or accepted in it (phase 2). */
  readonly 'why-too-few': { ballot: number; phase: number; answers: number; needed: number };
  /** An acceptor refused its ballot, because of a promise to `to`'s. */
  readonly 'why-refused': { by: Pid; ballot: number; promised: number; to: Pid | null };
  /** Fewer acceptors are up than a quorum needs. */
  readonly 'why-no-quorum-up': { up: number; needed: number };
  /** The best that any ballot has come to: so many of the votes needed. */
  readonly 'why-votes-split': { ballot: number; value: string; votes: number; needed: number };
  /** It is proved that the schedule can go on like this for ever. */
  readonly 'why-livelock': { rows: number; shift: number };
  /** It forwards to a leader. */
  readonly 'why-follows': { leader: Pid };
}

type Reason = <K extends keyof WhyNothingChosen>(rule: K, data: WhyNothingChosen[K]) => Fact;

/**
 * @param facts what was recorded up to here, oldest first
 * @returns the reasons, the most telling one first
 */
export function whyNothingChosen(world: PaxosWorld, pid: Pid, facts: readonly Fact[]): Fact[] {
  const process = world.processes.find((each) => each.pid === pid);
  if (process === undefined) return [];
  const reason: Reason = (rule, data) => ({
    step: world.step,
    time: world.time,
    pid,
    rule,
    cause: null,
    data: data as Readonly<Record<string, FactValue>>,
  });
  const { s, liveness } = process;
  const [chosen] = world.ghost.chosen;
  if (chosen !== undefined) {
    const known = s !== null && knows(s, chosen.value);
    return [reason('why-chosen', { ...chosen, known })];
  }
  const found: Fact[] = [];
  if (liveness === 'off') found.push(reason('why-never-started', {}));
  else if (s === null) found.push(reason('why-down', { liveness }));
  if (liveness === 'paused') found.push(reason('why-paused', {}));
  if (s !== null && s.proposer !== null) found.push(...proposing(s, facts, reason));
  return [...found, ...everywhere(world, reason)];
}

const knows = (s: Member, value: string): boolean =>
  s.learner?.learned?.value === value || s.proposer?.outcome === value;

function proposing(s: Member, facts: readonly Fact[], reason: Reason): Fact[] {
  const { config, proposer } = s;
  if (proposer === null) return [];
  const { ballot, refusal, value, promises, accepts } = proposer;
  const leader = config.proposers[proposer.leader];
  if (config.retry.policy === 'leader' && leader !== undefined && leader !== s.pid)
    return [reason('why-follows', { leader })];
  if (ballot === 0) return [reason('why-no-ballot', {})];
  if (refusal !== null) {
    const { by, promised } = refusal;
    const kept = facts.findLast(
      (fact) => fact.pid === by && fact.rule === 'promised' && fact.data['ballot'] === promised,
    );
    const to = kept === undefined ? null : Number(kept.data['to']);
    const because = reason('why-refused', { by, ballot, promised, to });
    return kept === undefined ? [because] : [because, kept];
  }
  const phase = value === null ? 1 : 2;
  const answers = phase === 1 ? promises.length : accepts.length;
  return [reason('why-too-few', { ballot, phase, answers, needed: config.quorum })];
}

/** What holds for the whole group. */
function everywhere(world: PaxosWorld, reason: Reason): Fact[] {
  const { processes, ghost } = world;
  const config = processes.find(({ s }) => s !== null)?.s?.config;
  if (config === undefined) return [];
  const found: Fact[] = [];
  const up = config.acceptors.filter((pid) =>
    processes.some((process) => process.pid === pid && process.liveness === 'up'),
  ).length;
  const needed = config.quorum;
  if (up < needed) found.push(reason('why-no-quorum-up', { up, needed }));
  if (ghost.certificate !== null) {
    const { rows, shift } = ghost.certificate;
    found.push(reason('why-livelock', { rows, shift }));
  }
  const best = bestVotes(processes.flatMap(({ s }) => (s?.kept ? [s.kept] : [])));
  if (best !== null) found.push(reason('why-votes-split', { ...best, needed }));
  return found;
}

/** The ballot with most votes among those that acceptors hold now. */
function bestVotes(
  held: readonly { readonly accBallot: number; readonly accValue: string | null }[],
): { ballot: number; value: string; votes: number } | null {
  let best: { ballot: number; value: string; votes: number } | null = null;
  for (const { accBallot: ballot, accValue: value } of held) {
    if (value === null) continue;
    const votes = held.filter(
      (each) => each.accBallot === ballot && each.accValue === value,
    ).length;
    if (best === null || votes > best.votes) best = { ballot, value, votes };
  }
  return best;
}
