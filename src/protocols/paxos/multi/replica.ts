/** The state of a replica, and what its messages do to it. */
import type { KernelEvent, Message } from '../../../kernel/model.ts';
import type { Pid } from '../../../view/time.ts';
import type { Ballot, Value } from '../rules.ts';
import { nextBallot } from '../rules.ts';
import type { LogAcceptor, LogDisk, Slot, SlotValue, SlotVote } from './slots.ts';
import { applicable, onAcceptSlot, onPrepareLog, recover } from './slots.ts';

export interface MultiConfig {
  readonly acceptors: readonly Pid[];
  /** In the order of their index, which decides their ballots. */
  readonly leaders: readonly Pid[];
  readonly quorum: number;
  readonly firstSlot: Slot;
  /** At most so many slots are proposed and not chosen (α). */
  readonly window: number;
  readonly broken: ReadonlySet<MultiMutant>;
}

/**
 * Rules that can be switched off. `requeue-last`: a command for which there is no room yet goes
 * behind those that came after it (caught by M-FIFO).
 */
export type MultiMutant = 'requeue-last';

export interface MultiMessage extends Message {
  readonly type: 'PREPARE' | 'PROMISE' | 'NACK' | 'ACCEPT' | 'ACCEPTED' | 'LEARN';
  readonly ballot: Ballot;
  /** PREPARE: the first slot that matters. */
  readonly from: Slot;
  /** PROMISE: votes from that slot on. ACCEPT, ACCEPTED, LEARN: the one vote. */
  readonly votes: readonly SlotVote[];
}

/** A slot that is proposed: who has accepted it. */
interface Open extends SlotVote {
  readonly accepts: readonly Pid[];
}

export interface Leading {
  readonly ballot: Ballot;
  readonly promises: readonly { readonly by: Pid; readonly votes: readonly SlotVote[] }[];
  readonly open: readonly Open[];
  readonly nextSlot: Slot;
  /** Commands that wait for room in the window, in the order in which they came. */
  readonly queue: readonly Value[];
}

/** What a step did: its leader was given a command. */
export interface Given {
  readonly value: Value;
}

export class Replica {
  readonly config: MultiConfig;
  readonly pid: Pid;
  readonly acceptor: LogAcceptor;
  /** The highest ballot that it has begun or heard of. */
  readonly seen: Ballot;
  /** Null while it follows. */
  readonly leading: Leading | null;
  readonly chosen: readonly SlotValue[];
  /** Messages that came from others. */
  readonly received: number;

  constructor(from: Replica | Omit<Replica, never>) {
    this.config = from.config;
    this.pid = from.pid;
    this.acceptor = from.acceptor;
    this.seen = from.seen;
    this.leading = from.leading;
    this.chosen = from.chosen;
    this.received = from.received;
  }
}

export const change = (s: Replica, to: Partial<Replica>): Replica =>
  Object.assign(new Replica(s), to);

export const applied = (s: Replica): Value[] => applicable(s.chosen, s.config.firstSlot);

export const messageOf = (e: KernelEvent): MultiMessage => e.message as MultiMessage;

const message = (
  type: MultiMessage['type'],
  ballot: Ballot,
  votes: readonly SlotVote[] = [],
  from: Slot = 0,
): MultiMessage => ({ type, ballot, votes, from });

export const count = (s: Replica, e: KernelEvent): Replica =>
  e.from === s.pid ? s : change(s, { received: s.received + 1 });

const leadingOf = (s: Replica): Leading => {
  if (s.leading === null) throw new TypeError(`${s.pid} does not lead`);
  return s.leading;
};

const oneVote = (e: KernelEvent): SlotVote => {
  const [vote] = messageOf(e).votes;
  if (vote === undefined) throw new TypeError(`${e.type} without a vote`);
  return vote;
};

// An acceptor

const prepared = (s: Replica, e: KernelEvent): LogAcceptor | null =>
  onPrepareLog(s.acceptor, messageOf(e).ballot);
const accepted = (s: Replica, e: KernelEvent): LogAcceptor | null =>
  onAcceptSlot(s.acceptor, oneVote(e));

export const isGranted = (s: Replica, e: KernelEvent): boolean => prepared(s, e) !== null;
export const isAcceptable = (s: Replica, e: KernelEvent): boolean => accepted(s, e) !== null;

const diskOf = ({ acceptor, seen }: Replica): LogDisk => ({ acceptor, seen });

interface Written {
  readonly to: Pid;
  readonly answer: MultiMessage;
}

/** On disk first; then the answer leaves. */
function write(s: Replica, e: KernelEvent, acceptor: LogAcceptor, said: MultiMessage): Replica {
  const next = change(count(s, e), { acceptor });
  e.io.persist(diskOf(next), 'WRITTEN', { to: e.from, answer: said } satisfies Written);
  return next;
}

export function promise(s: Replica, e: KernelEvent): Replica {
  const { ballot, from } = messageOf(e);
  const acceptor = prepared(s, e) ?? s.acceptor;
  const votes = acceptor.votes.filter(({ slot }) => slot >= from);
  return write(s, e, acceptor, message('PROMISE', ballot, votes));
}

export const accept = (s: Replica, e: KernelEvent): Replica =>
  write(s, e, accepted(s, e) ?? s.acceptor, message('ACCEPTED', messageOf(e).ballot, [oneVote(e)]));

export function answer(_s: Replica, e: KernelEvent): void {
  const { to, answer: said } = e.data as Written;
  e.io.sendTo(to, said);
}

export function refuse(s: Replica, e: KernelEvent): Replica {
  e.io.sendTo(e.from, message('NACK', s.acceptor.promised));
  return count(s, e);
}

// A leader

const firstUnchosen = (s: Replica): Slot => s.config.firstSlot + applied(s).length;

/** Its ballot is on disk before anybody hears of it [specification 1.5]. */
export function begin(s: Replica, e: KernelEvent): Replica {
  const { leaders, firstSlot } = s.config;
  const known = Math.max(s.acceptor.promised, s.seen);
  const ballot = nextBallot(leaders.indexOf(s.pid), leaders.length, known);
  const leading = { ballot, promises: [], open: [], nextSlot: firstSlot, queue: [] };
  const next = change(s, { leading, seen: ballot });
  e.io.persist(diskOf(next), 'BALLOT_WRITTEN', { ballot });
  return next;
}

export const isBallotWritten = (s: Replica, e: KernelEvent): boolean =>
  (e.data as { readonly ballot: Ballot }).ballot === leadingOf(s).ballot;

export function prepareAll(s: Replica, e: KernelEvent): void {
  const prepare = message('PREPARE', leadingOf(s).ballot, [], firstUnchosen(s));
  for (const acceptor of s.config.acceptors) e.io.sendTo(acceptor, prepare);
}

const isMine = (s: Replica, e: KernelEvent): boolean =>
  s.leading !== null && messageOf(e).ballot === s.leading.ballot;

export const isHigher = (s: Replica, e: KernelEvent): boolean =>
  s.leading !== null && messageOf(e).ballot > s.leading.ballot;

export const isPromise = (s: Replica, e: KernelEvent): boolean =>
  isMine(s, e) && !leadingOf(s).promises.some(({ by }) => by === e.from);

export function notePromise(s: Replica, e: KernelEvent): Replica {
  const leading = leadingOf(s);
  const promises = [...leading.promises, { by: e.from, votes: messageOf(e).votes }];
  return change(count(s, e), { leading: { ...leading, promises } });
}

export const hasQuorum = (s: Replica): boolean =>
  s.leading !== null && s.leading.promises.length >= s.config.quorum;

/** It owns all slots now: first those that others may have begun, then its own commands. */
export function takeOver(s: Replica, e: KernelEvent): Replica {
  const leading = leadingOf(s);
  const { ballot, promises, queue } = leading;
  const from = firstUnchosen(s);
  const again = recover(
    promises.map(({ votes }) => votes),
    from,
  );
  const open = again.map((each): Open => ({ ...each, ballot, accepts: [] }));
  for (const each of open) askFor(s, e, each);
  return fill(change(s, { leading: { ...leading, open, nextSlot: from + open.length, queue } }), e);
}

/** Opens slots for the commands that wait, first come first served, as far as the window has room. */
function fill(s: Replica, e: KernelEvent): Replica {
  const leading = leadingOf(s);
  const { ballot, open, nextSlot, queue } = leading;
  const room = Math.max(0, s.config.window - open.length);
  const opened = queue
    .slice(0, room)
    .map((value, at): Open => ({ slot: nextSlot + at, ballot, value, accepts: [] }));
  for (const each of opened) askFor(s, e, each);
  if (opened.length === 0) return s;
  return change(s, {
    leading: {
      ...leading,
      open: [...open, ...opened],
      nextSlot: nextSlot + opened.length,
      queue: queue.slice(room),
    },
  });
}

const commandOf = (e: KernelEvent): Value => String((e.data as { readonly value: string }).value);

export const proposeCommand = (s: Replica, e: KernelEvent): Replica => fill(queueCommand(s, e), e);

export function queueCommand(s: Replica, e: KernelEvent): Replica {
  const leading = leadingOf(s);
  const value = commandOf(e);
  e.io.did({ value } satisfies Given);
  return change(s, { leading: { ...leading, queue: [...leading.queue, value] } });
}

/** Asks all acceptors for their vote in a slot that has just been opened. */
function askFor({ config }: Replica, e: KernelEvent, { slot, ballot, value }: Open): void {
  const request = message('ACCEPT', ballot, [{ slot, ballot, value }]);
  for (const acceptor of config.acceptors) e.io.sendTo(acceptor, request);
}

const openSlot = (s: Replica, e: KernelEvent): Open | null =>
  s.leading?.open.find(({ slot }) => slot === oneVote(e).slot) ?? null;

/** A vote of an acceptor that has not been counted: datagrams may come twice. */
export const isVote = (s: Replica, e: KernelEvent): boolean => {
  const open = isMine(s, e) ? openSlot(s, e) : null;
  return open !== null && !open.accepts.includes(e.from);
};

export const completesSlot = (s: Replica, e: KernelEvent): boolean =>
  isVote(s, e) && openSlot(s, e)?.accepts.length === s.config.quorum - 1;

export function noteVote(s: Replica, e: KernelEvent): Replica {
  const leading = leadingOf(s);
  const { slot } = oneVote(e);
  const open = leading.open.map((each) =>
    each.slot === slot ? { ...each, accepts: [...each.accepts, e.from] } : each,
  );
  return change(count(s, e), { leading: { ...leading, open } });
}

/** The slot is chosen: all are told, it leaves the window, and the next command that waited comes in. */
export function choose(s: Replica, e: KernelEvent): Replica {
  const leading = leadingOf(s);
  const { slot, value } = oneVote(e);
  const open = leading.open.filter((each) => each.slot !== slot);
  const noRoom = open.length >= s.config.window;
  const queue =
    noRoom && s.config.broken.has('requeue-last') ? rotated(leading.queue) : leading.queue;
  const chosen = [...s.chosen, { slot, value }];
  announce(s, e);
  return fill(change(count(s, e), { leading: { ...leading, open, queue }, chosen }), e);
}

const rotated = ([first, ...rest]: readonly Value[]): readonly Value[] =>
  first === undefined ? [] : [...rest, first];

/** [L1] Everybody else is told. */
function announce({ config, pid }: Replica, e: KernelEvent): void {
  const learn = message('LEARN', messageOf(e).ballot, [oneVote(e)]);
  for (const acceptor of config.acceptors) if (acceptor !== pid) e.io.sendTo(acceptor, learn);
}

export function learn(s: Replica, e: KernelEvent): Replica {
  const { slot, value } = oneVote(e);
  const known = s.chosen.some((each) => each.slot === slot);
  return change(count(s, e), known ? {} : { chosen: [...s.chosen, { slot, value }] });
}

export const giveUp = (s: Replica, e: KernelEvent): Replica =>
  change(count(s, e), { leading: null, seen: Math.max(s.seen, messageOf(e).ballot) });
