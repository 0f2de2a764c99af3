import { noFlaws } from './flaws.ts';
import type { Flaws } from './flaws.ts';
import { describe, expect, it } from 'vitest';
import {
  chooseValue,
  freshAcceptor,
  onAccept,
  onPrepare,
  quorumOf,
} from '../../protocols/paxos/rules.ts';
import type { Acceptor } from '../../protocols/paxos/rules.ts';
import { breakOf } from './breaks.ts';
import { namesOf, processes, valueNames } from './configuration.ts';
import { PaxosExploration } from './explore.ts';
import type { ExploreWishes } from './explore.ts';
import { Explorer } from './explorer.ts';
import { invariants, judgeBy } from './invariants.ts';
import { MessageSet } from './message-set.ts';
import { deedsOf, sentenceOf } from './path.ts';
import type { Path } from './path.ts';

function explored(wishes: ExploreWishes) {
  const search = new PaxosExploration(wishes);
  search.run();
  return search;
}

/** P1, P2, … with a ballot and a value each. */
function duel(proposers: number, acceptors: number, flaws: Partial<Flaws> = {}) {
  const values = valueNames(proposers);
  const who = namesOf('P', proposers).map((name, index) => ({
    name,
    values: values.slice(index, index + 1),
  }));
  const all = { ...noFlaws, ...flaws };
  const configuration = processes(namesOf('A', acceptors), who, proposers, { flaws: all });
  const explorer = new Explorer(new MessageSet(configuration, judgeBy(['I-Agreement'])));
  explorer.run();
  return explorer;
}

describe('the message set of Paxos.tla', () => {
  it.each([
    [1, 73],
    [2, 3_921],
    [3, 185_369],
  ])('with ballots 1 to %i has %i states, and all invariants hold', (ballots, distinct) => {
    const { report } = explored(ballots < 3 ? { ballots, invariants } : { ballots });
    expect(report).toMatchObject({ distinct, complete: true, violation: null, everChosen: true });
  });

  it.each([
    [1, 225],
    [2, 30_753],
  ])('with promises given again and ballots 1 to %i has %i states', (ballots, distinct) => {
    const { report } = explored({ ballots, rePromise: true });
    expect(report).toMatchObject({ distinct, complete: true, violation: null });
  });

  it('asks the rules some hundred times for hundred thousands of states', () => {
    const search = explored({ ballots: 3 });
    expect(search.handlerCalls).toBeLessThan(3000);
    expect(search.bytes / search.distinct).toBeLessThan(32);
  });

  it('with a proposer for each ballot has the states that the specification counts', () => {
    expect(duel(2, 3).distinct).toBe(1_777);
    expect(duel(3, 3).distinct).toBe(76_313);
    expect(duel(2, 4).distinct).toBe(9_729);
    expect(duel(2, 3, { shareBallots: true }).distinct).toBe(220);
  });

  it('is refused when it has more proposals than can be kept', () => {
    expect(() => new PaxosExploration({ ballots: 16 })).toThrow(RangeError);
    expect(() => new PaxosExploration({ values: 7 })).toThrow(RangeError);
  });
});

describe('a rule that is off', () => {
  it.each([
    ['keep-own-value', 12],
    ['share-ballots', 12],
    ['accept-below-promise', 12],
    ['adopt-lowest', 17],
    ['forget-disk', 13],
    ['accept-without-promise', 17],
    ['half-is-quorum', 12],
  ] as const)('%s: two values are chosen after %i events, and not sooner', (name, events) => {
    const broken = breakOf(name);
    const { violation } = explored({ broken }).report;
    expect(violation?.invariant).toBe('I-Agreement');
    const path = violation?.path ?? [];
    expect(path).toHaveLength(events);
    expect(chosenBy(path, broken.servers, broken.flaws)).toHaveLength(2);
  });

  it('refuse-equal-accept: safe, but nothing is ever chosen', () => {
    const broken = breakOf('refuse-equal-accept');
    const { report } = explored({ broken, ballots: 3, invariants });
    expect(report).toMatchObject({ complete: true, violation: null, everChosen: false });
  });

  it('shared ballots do no harm while Prepare is strict', () => {
    expect(duel(2, 3, { shareBallots: true }).found).toBeNull();
  });

  it.each([
    ['keep-own-value', 'I-P2c', 9],
    ['adopt-lowest', 'I-P2c', 14],
    ['forget-disk', 'I-Safe', 6],
    ['share-ballots', 'I-OneValuePerBallot', 8],
    ['accept-without-promise', 'I-Type', 5],
  ] as const)('%s breaks %s first, after %i events', (name, invariant, events) => {
    const { violation } = explored({ broken: breakOf(name), invariants }).report;
    expect(violation).toMatchObject({ invariant });
    expect(violation?.path).toHaveLength(events);
  });
});

describe('a path', () => {
  const path = explored({ broken: breakOf('keep-own-value') }).report.violation?.path ?? [];

  it('reads like a trace', () => {
    const sentences = path.map(sentenceOf);
    expect(sentences[0]).toBe('P1 sends Prepare(1)');
    expect(sentences).toContain('P1 holds promises of A1, A2 and sends Accept(1, X)');
    expect(sentences.filter((text) => text.includes('accepts (2, Y) of P2'))).toHaveLength(2);
  });

  it('becomes deeds that a person can do in the lab', () => {
    const deeds = deedsOf(path);
    const kinds = deeds.map((deed) => (deed.kind === 'deliver' ? deed.message : deed.kind));
    const count = (kind: string): number => kinds.filter((each) => each === kind).length;
    expect(['start-ballot', 'Prepare', 'Promise', 'Decide', 'Accept'].map(count)).toEqual([
      2, 4, 4, 2, 4,
    ]);
    expect(deeds[0]).toEqual({ kind: 'start-ballot', process: 'P1', ballot: 1, value: 'X' });
  });
});

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}

/** Plays a path by the rules, one by one, and says which values are chosen at its end. */
function chosenBy(path: Path, servers: number, flaws: Flaws): string[] {
  const acceptors = new Map<string, Acceptor>();
  const promises = new Map<string, Acceptor[]>();
  const sent = new Set<string>();
  const votes = new Map<string, Set<string>>();
  const own = (name: string): Acceptor => acceptors.get(name) ?? freshAcceptor;
  for (const { action, process, proposer, ballot, value, quorum } of path) {
    const key = `${proposer} ${ballot}`;
    if (action === 'prepare') sent.add(key);
    else if (action === 'wipe' || action === 'restart') acceptors.set(process, freshAcceptor);
    else if (action === 'promise') {
      must(sent.has(key), `${key} was started`);
      const after = onPrepare(own(process), ballot, flaws);
      if (after === null) throw new Error(`${process} makes no promise`);
      acceptors.set(process, after);
      promises.set(`${key} ${process}`, [...(promises.get(`${key} ${process}`) ?? []), after]);
    } else if (action === 'propose') {
      must(quorum.length === quorumOf(servers, flaws), 'a quorum has promised');
      const held = quorum.map((name) => promises.get(`${key} ${name}`) ?? []);
      must(!held.some(({ length }) => length === 0), `each of them promised ${key}`);
      must(chooseValue(held.flat(), value ?? '', flaws) === value, `${value} is proposed`);
      sent.add(`${key} ${value}`);
    } else {
      must(sent.has(`${key} ${value}`), `${key} ${value} was sent`);
      const after = onAccept(own(process), ballot, value ?? '', flaws);
      if (after === null) throw new Error(`${process} refuses`);
      acceptors.set(process, after);
      const proposal = `${ballot} ${value}`;
      votes.set(proposal, (votes.get(proposal) ?? new Set()).add(process));
    }
  }
  const chosen = [...votes].filter(([, voters]) => voters.size >= quorumOf(servers, flaws));
  return [...new Set(chosen.map(([proposal]) => proposal.split(' ')[1] ?? ''))];
}
