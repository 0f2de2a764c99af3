import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../view/scenario.ts';
import { loadText } from './load-text.ts';
import { playAll } from './play-all.ts';

const good = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 1,
  setup: { profile: 'golden', servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }] },
};

describe('a list of any length', () => {
  const ids = Array.from({ length: 600_000 }, (_, index) => index + 100_000);

  it.each([
    ['start', { kind: 'start', pids: ids }, 'interventions[0].what.pids'],
    ['partition', { kind: 'partition', groups: [[1], ids], oneWay: false }, 'groups[1]'],
    ['links', { kind: 'cut-links', links: ids.map((b) => ({ a: 1, b })) }, 'what.links'],
  ])('is refused at its place: %s', (_what, what, where) => {
    const { problems } = loadText({ ...good, interventions: [{ step: 0, timeMs: 0, what }] });
    expect(problems).toHaveLength(1);
    expect(problems?.[0]).toMatchObject({ code: 'scenario-value', data: { found: 'array' } });
    expect(problems?.[0]?.where).toContain(where);
  });

  it('is not asked in every place when everything in it is wrong', () => {
    const broken = ids.map(String);
    const deeds = {
      interventions: [{ step: 0, timeMs: 0, what: { kind: 'start', pids: broken } }],
    };
    expect(loadText({ ...good, ...deeds }).problems).toHaveLength(1);
    const named = Array.from({ length: 5000 }, (_, step) => ({
      step,
      timeMs: step,
      what: { kind: 'start', pids: ids.slice(0, 500) },
    }));
    expect(loadText({ ...good, interventions: named }).problems).toHaveLength(50);
  });

  it('of servers is not compared with itself', () => {
    const many = Array.from({ length: 300_000 }, () => ({ sid: 1 }));
    const setup = { profile: 'golden', servers: many };
    expect(loadText({ ...good, setup }).problems).toMatchObject([{ where: 'setup.servers' }]);
  });
});

describe('a run that comes to no end', () => {
  const processes = [1, 2, 3, 4, 5].map((id) => ({
    id,
    roles: ['proposer', 'acceptor'],
    value: `v${id}`,
  }));
  const duel = {
    ...good,
    model: 'paxos',
    setup: { retry: { policy: 'immediate' }, processes },
    interventions: [{ step: 90_000_000, timeMs: 1e12, what: { kind: 'heal' } }],
  };

  it('is ended, which is said', () => {
    const { scenario } = loadText(duel);
    const { cut, trace } = playAll(scenario as ScenarioFile, { mostFacts: 500 });
    expect(cut).toBe(true);
    expect(trace.flatMap(({ facts }) => facts).length).toBeLessThan(600);
    expect(playAll(good as ScenarioFile).cut).toBe(false);
  });

  it('is ended after as much in all runs of a file together as in one', () => {
    const run = (id: string) => ({ id, until: { timeMs: 1000 }, run: { setup: {} } });
    const { scenario } = loadText({
      ...good,
      setup: { ...good.setup, profile: 'zookeeper-3.8', servers: [{ sid: 1, startMs: 0 }] },
      steps: ['a', 'b', 'c', 'd'].map(run),
    });
    const file = scenario as ScenarioFile;
    const facts = playAll(file).trace.flatMap((record) => record.facts).length;
    let heard = 0;
    const half = playAll(file, { mostFacts: facts / 2, heard: (steps) => void (heard = steps) });
    expect(playAll(file).cut).toBe(false);
    expect(half.cut).toBe(true);
    expect(half.stuck).not.toBe(null);
    expect(heard).toBeGreaterThan(0);
  });
});
