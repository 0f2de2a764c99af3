import { noFlaws } from './flaws.ts';
import { describe, expect, it } from 'vitest';
import { processes } from './configuration.ts';
import { Explorer } from './explorer.ts';
import { forbiddenBy } from './forbidden.ts';
import type { AcceptorTarget } from '../../view/reach.ts';
import { MessageSet } from './message-set.ts';
import { sentenceOf } from './path.ts';
import { Reach } from './reach.ts';
import { reach } from './testing/asked.ts';
import type { Answer, Question } from './reach.ts';

const duellists = [
  { name: 'P1', values: ['X'] },
  { name: 'P2', values: ['Y'] },
];
const notes = [
  { name: 'A1', values: ['10%'] },
  { name: 'A5', values: ['20%'] },
];

/** `2/1:X`: promised 2, accepted X at 1; `2/-`: none; `*` leaves open. */
function target(text: string): AcceptorTarget {
  const [promised = '', accepted = ''] = text.split('/');
  const [ballot, value = ''] = accepted.split(':');
  return {
    promised: promised === '*' ? 'any' : Number(promised),
    accepted:
      accepted === '*' ? 'any' : accepted === '-' ? 'none' : { ballot: Number(ballot), value },
  };
}

function ask(
  texts: readonly string[],
  proposers = duellists,
  more: Partial<Question> = {},
): Answer {
  const acceptors = texts.map((text, index) => ({ name: `A${index + 1}`, target: target(text) }));
  const bounds = { ballots: 4, wipes: 0, states: 2_000_000 };
  return reach({ acceptors, proposers, bounds, ...more });
}

const sentences = (answer: Answer): string[] =>
  answer.reached ? answer.path.map(sentenceOf) : ['not reached'];

describe('can this happen?', () => {
  it('everything as at first happens at once', () => {
    expect(ask(['0/-', '0/-', '0/-'])).toMatchObject({ reached: true, path: [], searched: 1 });
  });

  it('shows the shortest run, with the names that were painted', () => {
    const texts = sentences(ask(['2/-', '1/-', '1/1:X']));
    expect(texts).toHaveLength(7);
    expect(texts[0]).toMatch(/^P[12] sends Prepare/);
    expect(texts).toContain('A1 answers P2 with Promise(2, null)');
    expect(texts).toContain('P1 holds promises of A2, A3 and sends Accept(1, X)');
    expect(texts.at(-1)).toBe('A3 accepts (1, X) of P1');
  });

  it('reaches the duel of the notes, whose proposers are acceptors too', () => {
    const answer = ask(['3/1:10%', '3/1:10%', '4/-', '4/2:20%', '4/2:20%'], notes);
    expect(answer.reached).toBe(true);
    if (!answer.reached) return;
    // What A1 and A5 promise and accept of their own are events like the others.
    const toThemselves = answer.path.filter(({ process, proposer }) => process === proposer);
    expect(toThemselves.filter(({ action }) => action === 'accept')).toHaveLength(2);
    expect(toThemselves.filter(({ action }) => action === 'promise').length).toBeGreaterThan(0);
  });

  it('says how much it searched when it finds no run, and within which bounds', () => {
    const answer = ask(['2/1:X', '2/1:X', '2/2:Y']);
    expect(answer).toMatchObject({
      reached: false,
      complete: true,
      bounds: { ballots: 4, wipes: 0 },
      forbidden: { rule: 'I-Safe', acceptors: [0, 1], at: 1 },
    });
    expect(answer.searched).toBeGreaterThan(100);
  });

  it('reaches with a rule off what the rules forbid', () => {
    const flaws = { ...noFlaws, ignoreReports: true };
    expect(ask(['1/1:X', '2/1:X', '2/2:Y']).reached).toBe(false);
    expect(ask(['1/1:X', '2/1:X', '2/2:Y'], duellists, { flaws }).reached).toBe(true);
  });

  it('stops at the bound of states and says so', () => {
    const bounds = { ballots: 4, wipes: 0, states: 300 };
    const answer = ask(['1/2:X', '*/*', '*/*'], duellists, { bounds });
    expect(answer).toMatchObject({ reached: false, complete: false, bounds });
  });

  it('can be asked in slices, and dropped', () => {
    const acceptors = ['3/3:X', '3/3:X', '3/3:X'].map((text, index) => ({
      name: `A${index + 1}`,
      target: target(text),
    }));
    const bounds = { ballots: 3, wipes: 0, states: 1e6 };
    const search = new Reach({ acceptors, proposers: duellists, bounds });
    let slices = 0;
    while (!search.run(5)) slices++;
    expect(slices).toBeGreaterThan(0);
    expect(search.answer.reached).toBe(true);
    expect(search.answer).toEqual(reach({ acceptors, proposers: duellists, bounds }));
  });
});

describe('a rule that forbids a picture', () => {
  it.each([
    ['I-Type', ['1/2:Y', '2/-', '2/-']],
    ['I-Validity', ['1/1:Z', '1/-', '0/-']],
    ['I-P2c', ['1/1:Y', '1/-', '0/-']],
    ['I-P2c', ['2/2:X', '3/-', '3/3:Y']],
    ['I-OneValuePerBallot', ['3/3:X', '3/3:Y', '3/-']],
    ['I-P2c', ['2/2:Y', '1/-', '0/-']],
    ['I-Safe', ['2/2:Y', '2/1:X', '1/1:X']],
  ] as const)('%s', (rule, texts) => {
    expect(ask(texts)).toMatchObject({ reached: false, forbidden: { rule } });
  });

  it.each([1, 2, 3])(
    'is found for every picture of ballots 1 to %i that no run reaches',
    (most) => {
      const reachable = pictures(most);
      const promises = Array.from({ length: most + 1 }, (_, ballot) => ballot);
      const votes = ['-', ...promises.slice(1).flatMap((ballot) => [`${ballot}:X`, `${ballot}:Y`])];
      const all = promises.flatMap((promised) => votes.map((vote) => `${promised}/${vote}`));
      const bad: string[] = [];
      for (const texts of triples(all)) {
        const forbidden = forbiddenBy(texts.map(target), own);
        const reached = reachable.has(texts.join(' '));
        if (reached === (forbidden !== null)) {
          bad.push(`${texts.join(' ')}: ${reached ? 'reached' : 'not reached'}`);
        }
      }
      expect(bad).toEqual([]);
    },
  );

  it('forbids no picture with open places that a run reaches', () => {
    const reachable = [...pictures(2)].map((picture) => picture.split(' '));
    const all = ['*/*', '2/*', '1/*', '*/-', '*/1:X', '*/2:X', '*/2:Y', '1/-', '2/1:X', '2/2:Y'];
    const fits = (picture: string, open: string): boolean => {
      const [promised, vote] = picture.split('/');
      const [openPromised, openVote] = open.split('/');
      return [promised, '*'].includes(openPromised) && [vote, '*'].includes(openVote);
    };
    const forbidden = [...triples(all)].filter(
      (texts) => forbiddenBy(texts.map(target), own) !== null,
    );
    const bad = forbidden.filter((texts) =>
      reachable.some((picture) => picture.every((one, at) => fits(one, texts[at] ?? ''))),
    );
    expect(forbidden.length).toBeGreaterThan(40);
    expect(bad).toEqual([]);
  });
});

const own = duellists.map(({ values }) => values);

/** Every picture of three acceptors; they don't propose, so their order does not matter. */
function* triples(all: readonly string[]): Generator<[string, string, string]> {
  for (const [i, a] of all.entries()) {
    for (const [j, b] of all.entries()) {
      if (j < i) continue;
      for (const c of all.slice(j)) yield [a, b, c];
    }
  }
}

/** Every picture of three acceptors that two proposers' ballots 1 and 2 lead to. */
function pictures(ballots: number): Set<string> {
  const found = new Set<string>();
  const configuration = processes(['A1', 'A2', 'A3'], duellists, ballots);
  const model = new MessageSet(configuration, ({ acceptors }, row) => {
    const texts = [1, 2, 3].map((place) => {
      const { promised, accBallot, accValue } = acceptors.part(row[place] as number).acceptor;
      return `${promised}/${accValue === null ? '-' : `${accBallot}:${accValue}`}`;
    });
    found.add(texts.join(' '));
    return 0;
  });
  new Explorer(model).run();
  return found;
}
