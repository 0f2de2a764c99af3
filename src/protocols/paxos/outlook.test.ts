/** What can still be chosen, against every continuation of the algorithm. */
import { describe, expect, it } from 'vitest';
import { Random } from '../../kernel/random.ts';
import { completed, outlook } from './outlook.ts';
import type { Acceptor, Proposal, Value } from './rules.ts';
import { chooseValue, onAccept, onPrepare } from './rules.ts';

/** `0/- 2/1:X 2/-` */
const read = (picture: string): Acceptor[] =>
  picture.split(' ').map((text) => {
    const [promised = '', vote = '-'] = text.split('/');
    const [accBallot = '', accValue] = vote.split(':');
    return accValue === undefined
      ? { promised: Number(promised), accBallot: 0, accValue: null }
      : { promised: Number(promised), accBallot: Number(accBallot), accValue };
  });

/** `X chosen, Y impossible` */
const told = (picture: string, issued: readonly Proposal[] = []): string => {
  const acceptors = read(picture);
  const quorum = Math.floor(acceptors.length / 2) + 1;
  return [...outlook(acceptors, quorum, ['X', 'Y'], issued)]
    .map(([value, prospect]) => `${value} ${prospect}`)
    .join(', ');
};

describe('the outlook', () => {
  it('at first everything is possible', () => {
    expect(told('0/- 0/- 0/- 0/- 0/-')).toBe('X possible, Y possible');
  });

  it("in P-C1, after two votes of five, another proposer's value is still possible", () => {
    expect(told('1/1:X 1/1:X 1/- 1/- 1/-')).toBe('X possible, Y possible');
  });

  it('three votes of five choose', () => {
    expect(told('1/1:X 1/1:X 1/1:X 1/- 1/-')).toBe('X chosen, Y impossible');
  });

  it('in P-C3 the duel keeps both values possible', () => {
    expect(told('3/1:X 3/1:X 4/- 4/2:Y 4/2:Y')).toBe('X possible, Y possible');
  });

  it('in P-MIN-b the value of the minority is dead once the other one is chosen', () => {
    expect(told('1/1:X 1/- 2/2:Y 2/2:Y 2/2:Y')).toBe('X impossible, Y chosen');
  });

  it('as soon as no quorum is without votes, nothing new is possible', () => {
    const found = outlook(read('2/1:X 2/2:Y 2/-'), 2, ['X', 'Y', 'Z']);
    expect([...found.values()]).toEqual(['possible', 'possible', 'impossible']);
  });

  it('an Accept under way counts as far as somebody may still take it', () => {
    const issued = [{ ballot: 2, value: 'Y' }];
    expect(told('1/1:X 1/1:X 2/-', issued)).toBe('X chosen, Y possible');
    expect(told('3/1:X 3/1:X 3/-', issued)).toBe('X chosen, Y impossible');
  });
});

describe('a quorum of promises that is still to come', () => {
  const voters = (picture: string) => read(picture).map((one, i) => ({ from: i + 1, ...one }));
  const proposal = (picture: string, from: readonly number[]): Value | null => {
    const all = voters(picture);
    const promises = all.filter((one) => from.includes(one.from));
    const reports = completed(promises, 2, 3, all);
    return reports === null ? null : chooseValue(reports, 'Y');
  };

  it('in P-C2 cannot miss the chosen value: whoever promises next has voted for it', () => {
    expect(proposal('1/1:X 1/1:X 1/1:X 2/- 2/-', [4, 5])).toBe('X');
  });

  it('leaves a proposer its own value while enough acceptors have no vote', () => {
    expect(proposal('1/1:X 1/1:X 1/- 2/- 2/-', [4, 5])).toBe('Y');
  });

  it('never comes together when too many have promised a larger ballot', () => {
    expect(proposal('3/- 3/- 3/- 2/- 2/-', [4, 5])).toBeNull();
  });
});

/** Every value that some continuation chooses: all promises, proposals and votes, in every order. */
function reachable(
  start: readonly Acceptor[],
  issued: readonly Proposal[],
  ballots: number,
): Set<Value> {
  const quorum = Math.floor(start.length / 2) + 1;
  const chosen = new Set<Value>();
  const seen = new Set<string>();
  interface State {
    readonly acceptors: readonly Acceptor[];
    /** By ballot: what each acceptor reported, undefined without a promise. */
    readonly promises: readonly (readonly (Acceptor | null)[])[];
    readonly issued: readonly (Value | null)[];
    readonly votes: readonly number[];
  }
  const replaced = <T>(all: readonly T[], at: number, by: T): T[] => all.with(at, by);
  const visit = (state: State): void => {
    const key = JSON.stringify(state);
    if (seen.has(key) || chosen.size === 3) return;
    seen.add(key);
    state.votes.forEach((mask, ballot) => {
      const value = state.issued[ballot];
      if (value && bits(mask) >= quorum) chosen.add(value);
    });
    for (let ballot = 1; ballot <= ballots; ballot++) {
      const value = state.issued[ballot] ?? null;
      const promises = state.promises[ballot] ?? [];
      state.acceptors.forEach((acceptor, at) => {
        const promised = value === null ? onPrepare(acceptor, ballot) : null;
        if (promised !== null) {
          visit({
            ...state,
            acceptors: replaced(state.acceptors, at, promised),
            promises: replaced(state.promises, ballot, replaced(promises, at, promised)),
          });
        }
        const voted = value === null ? null : onAccept(acceptor, ballot, value);
        if (voted !== null) {
          const mask = (state.votes[ballot] ?? 0) | (1 << at);
          const acceptors = replaced(state.acceptors, at, voted);
          visit({ ...state, acceptors, votes: replaced(state.votes, ballot, mask) });
        }
      });
      if (value !== null) continue;
      for (const some of subsets(promises.filter((each) => each !== null))) {
        if (some.length < quorum) continue;
        const free = ['X', 'Y', 'Z'].map((own) => chooseValue(some, own));
        for (const next of new Set(free))
          visit({ ...state, issued: replaced(state.issued, ballot, next) });
      }
    }
  };
  const empty = Array.from({ length: ballots + 1 }, (): Value | null => null);
  const known = [...empty];
  const votes = empty.map(() => 0);
  for (const { ballot, value } of issued) known[ballot] = value;
  start.forEach(({ accBallot, accValue }, at) => {
    if (accValue === null) return;
    known[accBallot] = accValue;
    votes[accBallot] = (votes[accBallot] ?? 0) | (1 << at);
  });
  visit({
    acceptors: start,
    promises: empty.map(() => start.map(() => null)),
    issued: known,
    votes,
  });
  return chosen;
}

const bits = (mask: number): number => (mask & 1) + ((mask >> 1) & 1) + ((mask >> 2) & 1);

function subsets<T>(all: readonly T[]): T[][] {
  return Array.from({ length: 1 << all.length }, (_, mask) =>
    all.filter((_each, at) => (mask & (1 << at)) !== 0),
  );
}

/** Three acceptors with one value a ballot, and perhaps Accepts of ballots 1 and 2 under way. */
function randomState(random: Random): { acceptors: Acceptor[]; issued: Proposal[] } {
  const valueOf = [0, 1, 2].map(() => ['X', 'Y'][random.below(2)] ?? 'X');
  const acceptors = [0, 1, 2].map((): Acceptor => {
    const accBallot = random.below(3);
    const promised = Math.max(accBallot, random.below(3));
    const accValue = accBallot === 0 ? null : (valueOf[accBallot] ?? null);
    return { promised, accBallot, accValue };
  });
  const issued = [1, 2]
    .filter(() => random.below(2) === 0)
    .map((ballot) => ({ ballot, value: valueOf[ballot] ?? 'X' }));
  return { acceptors, issued };
}

describe('against every continuation with three acceptors', () => {
  it('a value is possible or chosen exactly if some continuation chooses it', () => {
    const random = new Random(7);
    const tried = new Set<string>();
    while (tried.size < 80) {
      const { acceptors, issued } = randomState(random);
      const key = JSON.stringify([acceptors, issued]);
      if (tried.has(key)) continue;
      tried.add(key);
      const prospects = outlook(acceptors, 2, ['X', 'Y', 'Z'], issued);
      const possible = [...prospects]
        .filter(([, is]) => is !== 'impossible')
        .map(([value]) => value);
      expect([key, possible.toSorted()]).toEqual([
        key,
        [...reachable(acceptors, issued, 3)].toSorted(),
      ]);
    }
  });
});
