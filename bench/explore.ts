/**
 * X1, X2, X3: the explorer against a naive one (objects, and their JSON as the key) over the same
 * rules of Paxos. The two take turns; the ratio is the median over the rounds, and there is none
 * unless both find the same states. Then the largest space that is known exactly, its bytes, and
 * every rule that is off.
 */
import process from 'node:process';
import { mutants } from '../src/protocols/paxos/mutants.ts';
import type { Mutant } from '../src/protocols/paxos/mutants.ts';
import {
  chooseValue,
  freshAcceptor,
  onAccept,
  onPrepare,
  quorumOf,
} from '../src/protocols/paxos/rules.ts';
import type { Acceptor } from '../src/protocols/paxos/rules.ts';
import { breakOf } from '../src/runner/explore/breaks.ts';
import { PaxosExploration } from '../src/runner/explore/explore.ts';

export const name = 'X explore';

interface Row {
  name: string;
  value: number;
  unit: string;
  aim?: string;
  ok?: boolean;
}

const ROUNDS = 5;
/** Distinct states of the message set with 3 acceptors, 2 values and 3 ballots. */
const STRICT = 185_369;
/** With promises given again. */
const RE_PROMISED = 3_753_729;

interface Message {
  readonly type: '1a' | '1b' | '2a' | '2b';
  readonly ballot: number;
  readonly from?: string;
  readonly value?: string;
  readonly vote?: Acceptor;
  /** Itself as JSON. */
  readonly text: string;
}

interface State {
  readonly acceptors: Readonly<Record<string, Acceptor>>;
  readonly messages: readonly Message[];
}

const ACCEPTORS = ['A1', 'A2', 'A3'];
const VALUES = ['X', 'Y'];

/** As one would write it first: every action tried on every state, states as JSON in a set. */
function naive(ballots: number): string {
  const start: State = {
    acceptors: Object.fromEntries(ACCEPTORS.map((name) => [name, freshAcceptor])),
    messages: [],
  };
  const known = new Set([keyOf(start)]);
  let level = [start];
  let generated = 1;
  let depth = 0;
  for (; level.length > 0; depth++) {
    const nextLevel: State[] = [];
    for (const state of level) {
      const self = keyOf(state);
      for (const next of successors(state, ballots)) {
        const key = keyOf(next);
        if (key === self) continue;
        generated++;
        if (known.has(key)) continue;
        known.add(key);
        if (chosen(next).size > 1) throw new Error('two values are chosen');
        nextLevel.push(next);
      }
    }
    level = nextLevel;
  }
  return `${known.size} ${generated} ${depth - 1}`;
}

function* successors({ acceptors, messages }: State, ballots: number): Generator<State> {
  for (let ballot = 1; ballot <= ballots; ballot++) {
    yield { acceptors, messages: sent(messages, { type: '1a', ballot }) };
    if (messages.some((other) => other.type === '2a' && other.ballot === ballot)) continue;
    for (const value of allowed(messages, ballot)) {
      yield { acceptors, messages: sent(messages, { type: '2a', ballot, value }) };
    }
  }
  for (const from of ACCEPTORS) {
    const acceptor = acceptors[from] as Acceptor;
    for (const { type, ballot, value } of messages) {
      if (type === '1a') {
        const after = onPrepare(acceptor, ballot);
        if (after === null) continue;
        const message = { type: '1b' as const, ballot, from, vote: { ...after, promised: 0 } };
        yield { acceptors: { ...acceptors, [from]: after }, messages: sent(messages, message) };
      } else if (type === '2a' && value !== undefined) {
        const after = onAccept(acceptor, ballot, value);
        if (after === null) continue;
        const message = { type: '2b' as const, ballot, from, value };
        yield { acceptors: { ...acceptors, [from]: after }, messages: sent(messages, message) };
      }
    }
  }
}

/** The messages with one more, in an order that depends on nothing but themselves. */
function sent(messages: readonly Message[], message: Omit<Message, 'text'>): readonly Message[] {
  const text = JSON.stringify(message);
  if (messages.some((other) => other.text === text)) return messages;
  const at = messages.findIndex((other) => other.text > text);
  return messages.toSpliced(at < 0 ? messages.length : at, 0, { ...message, text });
}

/** Each message is turned into JSON once only. */
const keyOf = ({ acceptors, messages }: State): string =>
  JSON.stringify([acceptors, messages.map(({ text }) => text)]);

function allowed(messages: readonly Message[], ballot: number): Set<string> {
  const promises = messages.filter((other) => other.type === '1b' && other.ballot === ballot);
  const found = new Set<string>();
  for (const quorum of majorities()) {
    const held = promises.filter(({ from = '' }) => quorum.includes(from));
    if (new Set(held.map(({ from }) => from)).size < quorum.length) continue;
    const reports = held.map(({ vote = freshAcceptor }) => vote);
    for (const value of VALUES) found.add(chooseValue(reports, value));
  }
  return found;
}

const majorities = (): string[][] =>
  ACCEPTORS.flatMap((a, i) => ACCEPTORS.slice(i + 1).map((b) => [a, b]));

function chosen({ messages }: State): Set<string> {
  const votes = new Map<string, number>();
  for (const { type, ballot, value } of messages) {
    if (type !== '2b') continue;
    votes.set(`${ballot} ${value}`, (votes.get(`${ballot} ${value}`) ?? 0) + 1);
  }
  const quorum = quorumOf(ACCEPTORS.length);
  return new Set([...votes].filter(([, count]) => count >= quorum).map(([key]) => key.slice(-1)));
}

function fast(ballots: number): string {
  const search = new PaxosExploration({ ballots });
  search.run();
  const { distinct, states, depth, violation } = search.report;
  if (violation !== null) throw new Error('two values are chosen');
  return `${distinct} ${states} ${depth}`;
}

/** @throws Error when a count is wrong: a bench of different work has no result. */
export function run(): { rows: Row[] } {
  const ratios: number[] = [];
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [mine, seconds] = timed(() => fast(3));
    const [other, otherSeconds] = timed(() => naive(3));
    if (mine !== other) throw new Error(`X1: ${mine} against ${other} by the naive explorer`);
    if (!mine.startsWith(`${STRICT} `)) throw new Error(`X1: ${mine} instead of ${STRICT}`);
    ratios.push(otherSeconds / seconds);
    rates.push(STRICT / seconds);
  }
  const ratio = median(ratios);
  const rate = median(rates) / 1e3;
  return {
    rows: [
      { name: 'distinct states', value: rate, unit: 'k/s of CPU', aim: '≥ 500', ok: rate >= 500 },
      { name: 'against the naive one', value: ratio, unit: '×', aim: '≥ 10', ok: ratio >= 10 },
      ...largest(),
      slowestBreak(),
    ],
  };
}

function largest(): Row[] {
  const search = new PaxosExploration({ ballots: 3, rePromise: true });
  const [, seconds] = timed(() => search.run());
  const { distinct, complete } = search.report;
  if (distinct !== RE_PROMISED || !complete) throw new Error(`X2: ${distinct} states`);
  const rate = distinct / seconds / 1e3;
  const bytes = search.bytes / distinct;
  return [
    {
      name: `${RE_PROMISED} states`,
      value: rate,
      unit: 'k/s of CPU',
      aim: '≥ 500',
      ok: rate >= 500,
    },
    { name: 'memory', value: bytes, unit: 'B/state', aim: '≤ 64', ok: bytes <= 64 },
    { name: 'rules asked', value: search.handlerCalls, unit: 'times' },
  ];
}

/** Every rule that is off is found out; the slowest counts. */
function slowestBreak(): Row {
  let slowest = 0;
  for (const mutant of Object.keys(mutants) as Mutant[]) {
    const broken = breakOf(mutant);
    const search = new PaxosExploration({ broken });
    const [, seconds] = timed(() => search.run());
    const { violation, everChosen } = search.report;
    const found = broken.dead ? !everChosen : violation !== null;
    if (!found) throw new Error(`X3: ${mutant} is not found out`);
    slowest = Math.max(slowest, seconds);
  }
  return { name: 'slowest mutant', value: slowest, unit: 's', aim: '≤ 5', ok: slowest <= 5 };
}

/** With the seconds of processor time that it took. */
function timed<T>(work: () => T): [result: T, seconds: number] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
