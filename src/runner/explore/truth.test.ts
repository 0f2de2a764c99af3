/**
 * What "can this happen?" answers, against two witnesses: the lab itself, taken apart state by state
 * in small groups, and what random runs have really shown, crashes included.
 */
import { flawsOf } from './flaws.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { acceptorText, byHand } from '../../protocols/paxos/testing/play.ts';
import type { Mutant } from '../../protocols/paxos/mutants.ts';
import { load } from '../../scenarios/load.ts';
import { paxos } from '../../scenarios/paxos/adapter.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { PaxosSetup } from '../../view/paxos-setup.ts';
import type { Scenario } from '../../view/scenario.ts';
import { Dice } from '../fuzz/dice.ts';
import { randomPaxosFault } from '../fuzz/paxos-faults.ts';
import { tryTo } from '../fuzz/random-run.ts';
import { Run } from '../run.ts';
import { CanHappen, proposersOf } from './can-happen.ts';
import { processes } from './configuration.ts';
import type { Proposer } from './configuration.ts';
import { Explorer } from './explorer.ts';
import { MessageSet } from './message-set.ts';
import { reach } from './testing/asked.ts';
import { naivePictures, picturesOf } from './testing/naive.ts';
import { namesOf } from './configuration.ts';
import type { AcceptorTarget } from '../../view/reach.ts';

const off = (broken: readonly Mutant[]) => flawsOf(new Set(broken));

/** Every picture of acceptors A1 … An within so many ballots, by the model that the search uses. */
function searched(
  acceptors: number,
  proposers: readonly Proposer[],
  ballots: number,
  broken: readonly Mutant[] = [],
): Set<string> {
  const found = new Set<string>();
  const options = { lean: true, flaws: off(broken) };
  const configuration = processes(namesOf('A', acceptors), proposers, ballots, options);
  const model = new MessageSet(configuration, ({ acceptors: parts }, row) => {
    const all = Array.from(row.subarray(1, acceptors + 1), (part) => parts.part(part).acceptor);
    found.add(all.map(acceptorText).join(' '));
    return 0;
  });
  new Explorer(model).run();
  return found;
}

const proposersIn = (texts: readonly string[]): Proposer[] =>
  texts.map((text) => ({ name: text.split(' ')[0] ?? '', values: text.split(' ').slice(1) }));

describe('the search and the lab taken apart', () => {
  it.each([
    [2, ['A1 X', 'A2 Y'], 2, 0],
    [2, ['A1 X', 'A2 Y'], 2, 1],
    [2, ['A1 X', 'P3 Y'], 2, 0],
    [2, ['A1 X', 'A2 Y'], 3, 0],
    [3, ['A1 X'], 1, 1],
  ] as const)(
    '%i acceptors, %j, ballots to %i, %i crashes: the same pictures',
    (acceptors, proposers, ballots, crashes) => {
      const setup = byHand(acceptors, proposers, { refusal: 'silence' });
      const real = naivePictures(setup, { ballots, crashes });
      const found = searched(acceptors, proposersIn(proposers), ballots);
      expect([...real].toSorted()).toEqual([...found].toSorted());
    },
  );

  it.each([['forget-disk'], ['share-ballots'], ['accept-below-promise']] as const)(
    'with %s: nothing that the lab shows is denied',
    (mutant) => {
      const setup = byHand(2, ['A1 X', 'A2 Y'], { refusal: 'silence', broken: [mutant] });
      const crashes = mutant === 'forget-disk' ? 1 : 0;
      const real = naivePictures(setup, { ballots: 2, crashes });
      const found = searched(2, proposersIn(['A1 X', 'A2 Y']), 2, [mutant]);
      expect([...real].filter((picture) => !found.has(picture))).toEqual([]);
      const sound = searched(2, proposersIn(['A1 X', 'A2 Y']), 2);
      expect([...real].some((picture) => !sound.has(picture))).toBe(true);
    },
  );
});

/** What the acceptors A1, A2, A3 of a run of Paxos show. */
const picturesIn = ({ world }: Run): ReadonlySet<string> =>
  picturesOf(world as Parameters<typeof picturesOf>[0], [1, 2, 3]);

const painted = (text: string): AcceptorTarget => {
  const [promised = '', vote = ''] = text.split('/');
  const [ballot, value = ''] = vote.split(':');
  return {
    promised: promised === '*' ? 'any' : Number(promised),
    accepted: vote === '*' ? 'any' : vote === '-' ? 'none' : { ballot: Number(ballot), value },
  };
};

const groups: readonly (readonly string[])[] = [
  ['A1 X', 'A3 Y'],
  ['A1 X', 'A2 Y', 'A3 Z'],
  ['A1 X', 'P4 Y'],
  ['P4 X', 'P5 Y'],
  ['A2 X'],
  // Somebody asks for another value by hand.
  ['A1 X U', 'P4 Y'],
];
/** Pictures of higher ballots are not compared. */
const BALLOTS = 3;
const RUNS = Number(process.env['ZOOSCOPE_PICTURES'] ?? 120);

describe('the search and random runs', () => {
  const three = (proposers: readonly string[], change: Partial<PaxosSetup>): Scenario<'paxos'> => ({
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'paxos',
    seed: 1,
    setup: byHand(3, proposers, change),
  });

  /** A random run of three acceptors, and what it shows after each step. */
  function shown(seed: number, proposers: readonly string[], broken: readonly Mutant[]): string[] {
    const dice = new Dice(seed);
    const byItself = dice.chance(0.5);
    const file: Scenario<'paxos'> = {
      ...three(proposers, {
        ...(byItself && { delivery: 'auto', retry: { policy: 'random', ms: 30 } }),
        broken: [...broken],
        refusal: dice.pick(['nack', 'silence']),
      }),
      seed,
      latency: { kind: 'uniform', min: 1000, max: 30_000 },
      diskLatency: { kind: 'uniform', min: 0, max: dice.pick([1000, 20_000]) },
    };
    const run = new Run(paxos, file, false);
    const asked = run.world.processes.map(({ pid }) => pid).slice(-proposers.length);
    const pictures: string[] = [];
    const look = (): void => void pictures.push(...picturesIn(run));
    const proposing = file.setup.processes.flatMap(({ id, roles }) =>
      roles.includes('proposer') ? [id] : [],
    );
    const propose = (pid: number): Intervention => {
      const name = paxos.model(file).nameOf(pid);
      const [, ...values] = proposers.find((text) => text.startsWith(name))?.split(' ') ?? [];
      return { kind: 'input', pid, name: 'PROPOSE', data: { value: dice.pick(values) } };
    };
    for (let deeds = dice.between(10, 80); deeds > 0; deeds--) {
      for (let steps = dice.between(0, 6); steps > 0 && run.step(); steps--) look();
      const fault = dice.chance(0.2)
        ? null
        : (randomPaxosFault(dice, run.world, asked, false)?.what ?? null);
      const deed = fault === null || fault.kind === 'input' ? propose(dice.pick(proposing)) : fault;
      if (tryTo(run, deed)) look();
    }
    return pictures;
  }

  const highest = (picture: string): number =>
    Math.max(...picture.split(' ').map((text) => Number(text.split('/')[0])));

  it.each([
    [[]],
    [['forget-disk']],
    [['forget-ballot']],
    [['keep-own-value']],
    [['share-ballots']],
  ] as const)('deny none of the pictures that came about, with %j switched off', (broken) => {
    let looked = 0;
    const denied: string[] = [];
    for (const [index, proposers] of groups.entries()) {
      // Acceptors that forget have a great many pasts.
      const most = broken.length > 0 ? BALLOTS - 1 : BALLOTS;
      const found = searched(3, proposersIn(proposers), most, broken);
      const runs = Math.ceil(RUNS / (broken.length === 0 ? 1 : 4) / groups.length);
      for (let run = 0; run < runs; run++) {
        const seed = index * 1_000_000 + run;
        for (const picture of shown(seed, proposers, broken)) {
          if (highest(picture) > most) continue;
          looked++;
          if (!found.has(picture)) denied.push(`${proposers.join()} seed ${seed}: ${picture}`);
        }
      }
    }
    expect(denied.slice(0, 5)).toEqual([]);
    expect(looked).toBeGreaterThan(RUNS * 5);
  });

  it('and what is asked for picture by picture is answered as all of them together say', () => {
    const dice = new Dice(7);
    const proposers = proposersIn(['A1 X', 'A3 Y']);
    const found = searched(3, proposers, 2);
    const votes = ['-', '1:X', '1:Y', '2:X', '2:Y'];
    let yes = 0;
    for (let round = 0; round < 400; round++) {
      const texts = [1, 2, 3].map(() =>
        dice.chance(0.15) ? '*/*' : `${dice.pick(['*', 0, 1, 2])}/${dice.pick(votes)}`,
      );
      const fits = [...found].some((picture) =>
        picture.split(' ').every((text, at) => {
          const [promised, vote] = text.split('/');
          const [wanted, wantedVote] = (texts[at] ?? '').split('/');
          return ['*', promised].includes(wanted) && ['*', vote].includes(wantedVote);
        }),
      );
      const acceptors = texts.map((text, at) => ({ name: `A${at + 1}`, target: painted(text) }));
      const bounds = { ballots: 2, wipes: 0, states: 1e6 };
      const { reached } = reach({ acceptors, proposers, bounds });
      expect(`${texts.join(' ')} ${reached}`).toBe(`${texts.join(' ')} ${fits}`);
      if (reached) yes++;
    }
    expect(yes).toBeGreaterThan(50);
    expect(yes).toBeLessThan(350);
  });
});

const askOf = (scenario: Scenario<'paxos'>, texts: readonly string[], wipes = 0) => {
  const names = ['A1', 'A2', 'A3'];
  const acceptors = texts.map((text, at) => ({ name: names[at] ?? '', target: painted(text) }));
  const bounds = { ballots: 4, wipes, states: 1_000_000 };
  const search = new CanHappen(paxos, { scenario, acceptors, bounds });
  while (!search.run());
  return search.answer;
};

describe('a proposer that accepts too', () => {
  const fixture = (): Scenario<'paxos'> => {
    const text = readFileSync(`${import.meta.dirname}/../../../fixtures/paxos/seat-crash.json`);
    const { scenario } = load(JSON.parse(String(text)));
    return scenario as Scenario<'paxos'>;
  };

  it('may crash before its own promise is on disk: what it then shows can happen', () => {
    const file = fixture();
    const run = new Run(paxos, file);
    const pictures: string[] = [];
    while (run.step()) pictures.push(...picturesIn(run));
    expect(pictures).toContain('0/- 1/- 0/-');
    const answer = askOf(file, ['0/-', '1/-', '0/-']);
    expect(answer).toMatchObject({ reached: true });
  });

  it('proposes what somebody has asked it for by hand, and nothing else', () => {
    const file = fixture();
    const what = { kind: 'input', pid: 1, name: 'PROPOSE', data: { value: 'Z' } } as const;
    const asked = { ...file, interventions: [{ step: 4, timeMs: 0, what }] };
    expect(proposersOf(asked)).toEqual([
      { name: 'A1', values: ['X', 'Z'] },
      { name: 'A3', values: ['Y'] },
    ]);
    expect(askOf(asked, ['1/1:Z', '1/-', '*/*']).reached).toBe(true);
    expect(askOf(file, ['1/1:Z', '1/-', '*/*'])).toMatchObject({
      reached: false,
      forbidden: { rule: 'I-Validity' },
    });
  });
});

describe('the lab plays each picture that the search says can happen', () => {
  it.each([
    [[], 0],
    [['forget-disk'], 0],
    [['share-ballots'], 0],
    [['forget-ballot'], 0],
    [[], 1],
  ] as [Mutant[], number][])('with %j switched off and %i lost disks', (broken, wipes) => {
    const dice = new Dice(11);
    const found = [...searched(3, proposersIn(['A1 X', 'A3 Y']), 2, broken)];
    // A proposer that forgets has a great many pasts.
    const few = broken.includes('forget-ballot') ? 4 : 25;
    for (const picture of dice.some(found, few)) {
      const scenario: Scenario<'paxos'> = {
        format: 'zooscope-scenario',
        version: SCENARIO_VERSION,
        model: 'paxos',
        seed: 1,
        setup: byHand(3, ['A1 X', 'A3 Y'], { broken: [...broken] }),
      };
      const answer = askOf(scenario, picture.split(' '), wipes);
      const played = answer.reached && (answer.path.length === 0 || answer.scenario !== null);
      expect([picture, played]).toEqual([picture, true]);
    }
  });
});
