import { describe, expect, it } from 'vitest';
import { acceptorText } from '../../protocols/paxos/testing/play.ts';
import { nameOf } from '../../protocols/paxos/name.ts';
import { load } from '../../scenarios/load.ts';
import { paxos } from '../../scenarios/paxos/adapter.ts';
import type { PaxosDetail } from '../../view/paxos.ts';
import type { AcceptorTarget, ReachAnswer } from '../../view/reach.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';
import type { PaxosSetup } from '../../view/paxos-setup.ts';
import type { Scenario } from '../../view/scenario.ts';
import { Run } from '../run.ts';
import { CanHappen } from './can-happen.ts';

/** Acceptors A1 … An; those named propose, and whoever is not among them proposes from outside. */
function group(
  acceptors: number,
  proposers: readonly string[],
  change: Partial<PaxosSetup> = {},
): Scenario<'paxos'> {
  const inside = Array.from({ length: acceptors }, (_, index) => {
    const wish = proposers.find((text) => text.startsWith(`A${index + 1} `));
    const id = index + 1;
    return wish === undefined
      ? ({ id, roles: ['acceptor'] } as const)
      : ({ id, roles: ['proposer', 'acceptor'], value: wish.split(' ')[1] ?? '' } as const);
  });
  const outside = proposers
    .filter((text) => text.startsWith('P'))
    .map((text, index) => ({
      id: acceptors + index + 1,
      name: text.split(' ')[0] ?? '',
      roles: ['proposer'] as const,
      value: text.split(' ')[1] ?? '',
    }));
  const processes = [...inside, ...outside];
  const setup = { processes, retry: { policy: 'immediate' } as const, ...change };
  return { format: 'zooscope-scenario', version: SCENARIO_VERSION, model: 'paxos', seed: 3, setup };
}

/** `2/1:X`: promised 2, accepted X at 1; `2/-`: none; `*` leaves open. */
function target(text: string): AcceptorTarget {
  const [promised = '', ballot = '', value = ''] = text.split(/[/:]/);
  return {
    promised: promised === '*' ? 'any' : Number(promised),
    accepted: ballot === '*' ? 'any' : ballot === '-' ? 'none' : { ballot: Number(ballot), value },
  };
}

function ask(scenario: Scenario<'paxos'>, texts: readonly string[], ballots = 4, wipes = 0) {
  const names = scenario.setup.processes
    .filter(({ roles }) => roles.includes('acceptor'))
    .map(nameOf);
  const search = new CanHappen(paxos, {
    scenario,
    acceptors: texts.map((text, at) => ({ name: names[at] ?? '', target: target(text) })),
    bounds: { ballots, wipes, states: 1_000_000 },
  });
  while (!search.run(1000));
  return search.answer;
}

/** What the acceptors look like when the scenario has been opened and played to its end. */
function endOf(answer: ReachAnswer): string[] {
  if (!answer.reached || answer.scenario === null) return ['no run'];
  const { scenario, problems } = load(JSON.parse(JSON.stringify(answer.scenario)));
  if (scenario === undefined) throw new Error(problems?.[0]?.text);
  const run = new Run(paxos, scenario);
  while (run.step());
  const { processes } = paxos.detail(run.world) as PaxosDetail;
  return processes.flatMap(({ acceptor }) => (acceptor === null ? [] : [acceptorText(acceptor)]));
}

describe('"can this happen?" in the lab', () => {
  it.each([
    [
      ['P1 X', 'P2 Y'],
      ['0/-', '0/-', '0/-'],
    ],
    [
      ['P1 X', 'P2 Y'],
      ['2/-', '1/-', '1/1:X'],
    ],
    [
      ['A1 10%', 'A5 20%'],
      ['3/1:10%', '3/1:10%', '4/-', '4/2:20%', '4/2:20%'],
    ],
    [
      ['A1 10%', 'A5 20%'],
      ['3/2:20%', '3/1:10%', '2/2:20%', '0/-', '4/2:20%'],
    ],
    [
      ['A1 10%', 'P9 20%'],
      ['1/1:10%', '2/-', '2/2:20%', '2/-'],
    ],
  ])('%j: a run that ends in exactly %j', (proposers, texts) => {
    const answer = ask(group(texts.length, proposers), texts);
    expect(answer.reached).toBe(true);
    expect(endOf(answer)).toEqual(texts);
  });

  it('moves every message between processes through time, so that it can be seen', () => {
    const answer = ask(group(3, ['A1 X', 'A2 Y']), ['1/1:X', '1/1:X', '*/*']);
    const done = answer.reached ? (answer.scenario?.interventions ?? []) : [];
    const releases = done.filter(({ what }) => what.kind === 'release');
    expect(releases.length).toBeGreaterThan(2);
    const times = releases.map(({ timeMs }) => timeMs);
    expect(times.every((time, at) => at === 0 || time - (times[at - 1] ?? 0) >= 10)).toBe(true);
  });

  it('starts from a lab of any kind, with its values and its broken rules', () => {
    const texts = ['1/1:X', '2/1:X', '2/2:Y'];
    const schedule = { rows: ['A1 → A1 prepare'], repeatFrom: 0 };
    const sound = group(3, ['P4 X', 'P5 Y'], { delivery: 'by-hand', schedule });
    expect(ask(sound, texts)).toMatchObject({ reached: false, forbidden: { rule: 'I-Safe' } });
    const broken = ask(group(3, ['P4 X', 'P5 Y'], { broken: ['keep-own-value'] }), texts);
    expect(broken).toMatchObject({ reached: true, scenario: { seed: 3 } });
    expect(endOf(broken)).toEqual(texts);
  });

  it('with a lost disk as well', () => {
    const answer = ask(group(3, ['P4 X', 'P5 Y']), ['1/1:X', '0/-', '1/1:X'], 2, 1);
    expect(answer.reached).toBe(true);
    expect(endOf(answer)).toEqual(['1/1:X', '0/-', '1/1:X']);
  });

  it('refuses bounds that are too wide, in words', () => {
    expect(() => ask(group(3, ['P4 X', 'P5 Y']), ['*/*', '*/*', '*/*'], 40)).toThrow(RangeError);
  });
});
