/** What can come next in a small ensemble at rest, one move at a time. */
import { hasVoterQuorum } from '../../../protocols/election/config.ts';
import type { Pid } from '../../../view/time.ts';
import type { Flight } from '../../../kernel/flight.ts';
import { FIN } from '../../../kernel/flight.ts';
import { writerOf, writersOf } from './configuration.ts';
import type { Bounds } from './configuration.ts';
import type { SmallWorld } from './small-world.ts';

/**
 * `late`: an older message waits elsewhere; `power`: the receiver's power goes before its n-th write that
 * follows is on disk.
 */
export type Move =
  | {
      readonly kind: 'deliver';
      readonly message: number;
      readonly to: Pid;
      readonly late: boolean;
      readonly power?: number;
    }
  | { readonly kind: 'write'; readonly to: Pid; readonly power?: number }
  | { readonly kind: 'kill'; readonly pid: Pid }
  | { readonly kind: 'power-off'; readonly pid: Pid }
  | { readonly kind: 'start'; readonly pid: Pid }
  /** Whom it follows, or a quorum that would follow it, is not there. */
  | { readonly kind: 'give-up'; readonly pid: Pid }
  /** Its leader goes on. */
  | { readonly kind: 'leave'; readonly pid: Pid };

/** What is left of the bounds. */
export type Budget = Pick<Bounds, 'writes' | 'crashes' | 'leaves' | 'delays'>;

export interface Situation {
  readonly small: SmallWorld;
  readonly budget: Budget;
}

/** Half ticks until a leader that nobody follows has noticed. */
const HALF_TICKS = 8;

const isLeading = (small: SmallWorld, pid: Pid): boolean =>
  small.server(pid)?.peer?.state === 'LEADING';

/** Everything but a loss of power in the middle of a move, which {@link interrupted} makes. */
export function movesIn({ small, budget }: Situation): readonly Move[] {
  const { world, servers } = small;
  const heads = small.heads().toSorted((a, b) => a.id - b.id);
  const moves: Move[] = heads
    .slice(0, budget.delays > 0 ? heads.length : 1)
    .map(({ id, to }, index): Move => ({ kind: 'deliver', message: id, to, late: index > 0 }));
  for (const pid of servers) {
    if (!world.process(pid).running) {
      moves.push({ kind: 'start', pid });
      continue;
    }
    const serves = isLeading(small, pid) && small.server(pid)?.peer?.phase === 'BROADCAST';
    if (serves && budget.writes > 0) moves.push({ kind: 'write', to: pid });
    if (isStranded(small, pid)) moves.push({ kind: 'give-up', pid });
    else if (budget.leaves > 0 && small.has(pid, 'READ_TIMEOUT'))
      moves.push({ kind: 'leave', pid });
    if (budget.crashes === 0) continue;
    moves.push({ kind: 'kill', pid }, { kind: 'power-off', pid });
  }
  return moves;
}

function isStranded(small: SmallWorld, pid: Pid): boolean {
  const peer = small.server(pid)?.peer ?? null;
  if (peer === null) return false;
  if (peer.state === 'FOLLOWING') {
    const waits = small.has(pid, 'READ_TIMEOUT') || small.has(pid, 'CONNECT_TIMEOUT');
    return waits && !isLeading(small, peer.following?.leader ?? 0);
  }
  if (peer.state !== 'LEADING') return false;
  const followers = small.servers.filter(
    (each) => small.server(each)?.peer?.following?.leader === pid,
  );
  return !hasVoterQuorum(peer.config, [pid, ...followers]);
}

/**
 * Makes the move, and lets everything take its course.
 * @returns null when it cannot be made
 */
export function after({ small, budget }: Situation, move: Move, bounds: Bounds): Situation | null {
  const next = small.clone();
  const crashes = budget.crashes - (isCrash(move) ? 1 : 0);
  const writes = budget.writes - (move.kind === 'write' ? 1 : 0);
  const leaves = budget.leaves - (move.kind === 'leave' ? 1 : 0);
  const delays = budget.delays - (move.kind === 'deliver' && move.late ? 1 : 0);
  if (!make(next, move, bounds)) return null;
  if ('power' in move && move.power !== undefined) {
    if (!next.settleBeforeWrite(move.to, move.power)) return null;
    next.do({ kind: 'power-off', pid: move.to });
  }
  next.settle();
  return { small: next, budget: { writes, crashes, leaves, delays } };
}

const isCrash = (move: Move): boolean =>
  move.kind === 'kill' ||
  move.kind === 'power-off' ||
  ('power' in move && move.power !== undefined);

function make(next: SmallWorld, move: Move, bounds: Bounds): boolean {
  switch (move.kind) {
    case 'deliver':
      next.do({ kind: 'deliver', message: move.message });
      return true;
    case 'write': {
      const free = Array.from({ length: writersOf(bounds) }, (_, n) =>
        writerOf(move.to, n, bounds),
      );
      const writer = free.find((pid) => next.world.process(pid).life === 0);
      if (writer === undefined) return false;
      next.do({ kind: 'start', pids: [writer] });
      return true;
    }
    case 'start':
      next.do({ kind: 'start', pids: [move.pid] });
      return true;
    case 'kill':
    case 'power-off':
      next.do(move);
      return true;
    case 'give-up':
    case 'leave':
      loseHope(next, move.pid);
      return true;
  }
}

function loseHope(next: SmallWorld, pid: Pid): void {
  const timer = ['READ_TIMEOUT', 'CONNECT_TIMEOUT', 'PHASE_TIMEOUT'].find((each) =>
    next.has(pid, each),
  );
  if (timer !== undefined) {
    next.do({ kind: 'fire-timer', pid, timer });
    return;
  }
  for (let left = HALF_TICKS; left > 0 && next.has(pid, 'TICK'); left--) {
    next.do({ kind: 'fire-timer', pid, timer: 'TICK' });
    next.settle();
  }
}

/** The same move with the receiver's power gone at each of its writes, until there is none. */
export function* interrupted(
  situation: Situation,
  move: Move,
  bounds: Bounds,
): Generator<{ readonly move: Move; readonly next: Situation }> {
  if (situation.budget.crashes === 0 || !('to' in move)) return;
  for (let power = 0; ; power++) {
    const cut: Move = { ...move, power };
    const then = after(situation, cut, bounds);
    if (then === null) return;
    yield { move: cut, next: then };
  }
}

/** In plain English, as it is about to be made. */
export function sentenceOf({ small }: Situation, move: Move): string {
  const power =
    'power' in move && move.power !== undefined
      ? `; S${move.to} loses its power before ${NTH[move.power] ?? 'a later'} write is on disk`
      : '';
  switch (move.kind) {
    case 'deliver': {
      const flight = small.world.network.flights.get(move.message);
      return `${flight === undefined ? `message ${move.message}` : flightText(small, flight)}${power}`;
    }
    case 'write':
      return `a client opens a session at S${move.to}${power}`;
    case 'kill':
      return `S${move.pid} is killed`;
    case 'power-off':
      return `S${move.pid} loses its power`;
    case 'start':
      return `S${move.pid} starts`;
    case 'give-up':
      return isLeading(small, move.pid)
        ? `S${move.pid} gives up: it has no quorum`
        : `S${move.pid} gives up its leader, which is gone`;
    case 'leave':
      return `S${move.pid} loses patience with its leader`;
  }
}

const NTH = ['the first', 'the second', 'the third', 'the fourth'];

function flightText({ world }: SmallWorld, { from, to, message }: Flight): string {
  const ends = `S${from} → S${to} `;
  if (message === FIN) return `${ends}end of the connection`;
  const { kind, label } = world.model.describe(message, from, to);
  return label === kind || label === '' ? `${ends}${kind}` : `${ends}${kind} ${label}`;
}
