/**
 * The quorum store: a register that many may write [Attiya, Bar-Noy, Dolev, 1995, with a first phase for
 * writers]. The server that a client asks carries its operation out. A read asks `read` servers for their
 * registers, takes the newest, and stores it at `write` servers before it answers, so that nobody who reads
 * later finds an older one; a write asks for registers, too, and stores its value with a stamp greater than all
 * that it found. Since r + w > n, whoever asks meets somebody who has stored.
 */
import { keep, kept, keptRound, sayKept } from './disk.ts';
import { opWord, say } from './facts.ts';
import { did, edit, peersOf, sendAll } from './member.ts';
import type { QuorumRound, Store, StoreEvent } from './member.ts';
import type { Outcome, StoreMessage } from './messages.ts';
import { firstRegister, isNewer, newest } from './register.ts';
import type { Register } from './register.ts';

type Of<T extends StoreMessage['type']> = StoreMessage & { readonly type: T };

const roundOf = ({ rounds }: Store, round: number): QuorumRound | undefined =>
  rounds.find((each) => each.round === round);

const withRound = (s: Store, round: QuorumRound): Store => {
  const next = edit(s);
  next.rounds = s.rounds.map((each) => (each.round === round.round ? round : each));
  return next;
};

const without = (s: Store, round: number): Store => {
  const next = edit(s);
  next.rounds = s.rounds.filter((each) => each.round !== round);
  return next;
};

/** A client asks: the first phase begins. */
export function ask(s: Store, e: StoreEvent): Store {
  const { key, op, value } = e.message as Of<'ASK'>;
  const round = s.nextRound;
  const begun: QuorumRound = {
    round,
    client: e.from,
    key,
    op,
    value,
    phase: 'query',
    found: [s.register],
    register: firstRegister,
    heard: [s.pid],
    due: e.io.now + s.config.timeout,
  };
  const next = edit(s);
  next.nextRound = round + 1;
  next.rounds = [...s.rounds, begun];
  sendAll(s, e, { type: 'QUERY', round });
  e.io.setTimer('RESEND', s.config.gossip);
  return goOn(next, e, begun);
}

export function tellState(s: Store, e: StoreEvent): Store {
  const { round } = e.message as Of<'QUERY'>;
  return sayKept(s, e, [
    { to: e.from, message: { type: 'STATE', round, register: s.disk.register } },
  ]);
}

export function heardState(s: Store, e: StoreEvent): Store {
  const { round: number, register } = e.message as Of<'STATE'>;
  const round = roundOf(s, number);
  if (round === undefined || round.phase !== 'query' || round.heard.includes(e.from)) return s;
  const heard = [...round.heard, e.from];
  return goOn(s, e, { ...round, heard, found: [...round.found, register] });
}

/** Goes on to the second phase when enough have answered in the first, and to its end after that. */
function goOn(s: Store, e: StoreEvent, round: QuorumRound): Store {
  const { read, write } = s.config.quorum;
  const isQuery = round.phase === 'query';
  if (round.heard.length < (isQuery ? read : write)) return withRound(s, round);
  return isQuery ? storeIt(s, e, round) : finish(s, e, round);
}

function storeIt(s: Store, e: StoreEvent, round: QuorumRound): Store {
  const { read } = s.config.quorum;
  const best = newest(round.found);
  const isWrite = round.op === 'write';
  if (e.io.explaining)
    say(e, 'quorum-read', { value: best.value, servers: round.heard.length, needed: read });
  if (!isWrite && s.config.broken.has('no-write-back'))
    return answer(without(s, round.round), e, round, {
      error: '',
      unsure: false,
      value: best.value,
    });
  const next = edit(s);
  let register = best;
  if (isWrite) {
    next.stamped = Math.max(best.stamp, s.stamped) + 1;
    register = { value: round.value ?? 0, term: 0, stamp: next.stamped, by: s.pid };
    did(e, { kind: 'puts', value: register.value, over: best.value });
  }
  const stored = withRound(next, { ...round, phase: 'store', heard: [], register });
  // First on its own disk: after a crash it must not give the same stamp to another value.
  return keep(stored, e, { register: later(register, stored.disk.register) }, [], round.round);
}

const later = (a: Register, b: Register): Register => (isNewer(a, b) ? a : b);

/** Its own disk has it: now the others are told. */
export function stored(s: Store, e: StoreEvent): Store {
  const next = kept(s, e);
  const round = roundOf(next, keptRound(e));
  if (round === undefined || round.phase !== 'store') return next;
  sendAll(next, e, { type: 'STORE', round: round.round, register: round.register });
  return goOn(next, e, { ...round, heard: [...round.heard, s.pid] });
}

/** Takes it if it is newer, and says so in either case: it has that, or a newer one. */
export function takeStore(s: Store, e: StoreEvent): Store {
  const { round, register } = e.message as Of<'STORE'>;
  const sends = [{ to: e.from, message: { type: 'STORED', round } as const }];
  return isNewer(register, s.disk.register)
    ? keep(s, e, { register }, sends)
    : sayKept(s, e, sends);
}

export function heardStored(s: Store, e: StoreEvent): Store {
  const round = roundOf(s, (e.message as Of<'STORED'>).round);
  if (round === undefined || round.phase !== 'store' || round.heard.includes(e.from)) return s;
  return goOn(s, e, { ...round, heard: [...round.heard, e.from] });
}

function finish(s: Store, e: StoreEvent, round: QuorumRound): Store {
  const { value } = round.register;
  const servers = round.heard.length;
  if (e.io.explaining) say(e, 'quorum-stored', { value, servers, needed: s.config.quorum.write });
  const read = round.op === 'write' ? null : value;
  return answer(without(s, round.round), e, round, { error: '', unsure: false, value: read });
}

function answer(s: Store, e: StoreEvent, { client, key }: QuorumRound, outcome: Outcome): Store {
  e.io.sendTo(client, { type: 'ANSWER', key, outcome } as StoreMessage);
  return s;
}

const neededFor = ({ config }: Store, { phase }: QuorumRound): number =>
  phase === 'query' ? config.quorum.read : config.quorum.write;

/** Asks again those that have not answered; what nobody waits for any more is given up. */
export function resend(s: Store, e: StoreEvent): Store {
  let next = s;
  for (const round of s.rounds) {
    if (round.due <= e.io.now) {
      const { op, heard } = round;
      const needed = neededFor(s, round);
      if (e.io.explaining)
        say(e, 'quorum-given-up', { op: opWord(op), servers: heard.length, needed });
      next = without(next, round.round);
    } else for (const pid of peersOf(s)) if (!round.heard.includes(pid)) again(e, pid, round);
  }
  if (next.rounds.length > 0) e.io.setTimer('RESEND', s.config.gossip);
  return next;
}

function again(e: StoreEvent, pid: number, { phase, round, register, heard }: QuorumRound): void {
  if (phase === 'query') e.io.sendTo(pid, { type: 'QUERY', round } as StoreMessage);
  // Nobody is told before its own disk has it.
  else if (heard.length > 0) e.io.sendTo(pid, { type: 'STORE', round, register } as StoreMessage);
}
