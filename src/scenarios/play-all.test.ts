import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as v from 'valibot';
import { World } from '../kernel/world.ts';
import type { RecordedIntervention } from '../view/intervention.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { election } from './election/adapter.ts';
import { fileOfRun } from './from-run.ts';
import { loadText } from './load-text.ts';
import { playAll } from './play-all.ts';
import type { scenarioSchema } from './schema-whole.ts';

const file: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  title: 'Three',
  seed: 5,
  setup: {
    profile: 'zookeeper-3.8',
    servers: [
      { sid: 1, startMs: 0 },
      { sid: 2, startMs: 0 },
      { sid: 3, startMs: 100 },
    ],
  },
};

describe('a scenario without a script', () => {
  it('runs until all is quiet', () => {
    const played = playAll(file);
    expect(played.world.processes.every(({ liveness }) => liveness === 'up')).toBe(true);
    expect(played.time).toBeGreaterThan(200_000);
    expect(played.time).toBeLessThan(5_000_000);
    expect(played.trace.length).toBeGreaterThan(0);
  });

  it('and until no time-out or re-send changes anything any more', () => {
    const observed = playAll({
      ...file,
      setup: {
        profile: 'zookeeper-3.8',
        servers: [1, 2, 3, 4].map((sid) => ({ sid, observer: sid === 4, startMs: 0 })),
      },
      expect: [{ text: 'observes', that: { state: { pid: 4, is: 'OBSERVING' } } }],
    });
    expect(observed.expectations).toEqual([{ text: 'observes', ok: true }]);
    const cut = playAll({
      ...file,
      interventions: [
        {
          step: 60,
          timeMs: 1000,
          what: { kind: 'partition', groups: [[1, 2], [3]], oneWay: false },
        },
      ],
      expect: [{ text: 'the majority', that: { leader: 2 } }],
    });
    expect(cut.expectations).toEqual([{ text: 'the majority', ok: true }]);
    expect(cut.time).toBeLessThan(60_000_000);
  });

  it('or until a given time', () => {
    expect(playAll(file, { untilMs: 50 }).time).toBeLessThanOrEqual(50_000);
    const { time } = playAll(file, { untilMs: 60_000 });
    expect(time).toBeGreaterThan(58_000_000);
    expect(time).toBeLessThanOrEqual(60_000_000);
  });

  it('has its claims checked at the end, with all that ever happened', () => {
    const played = playAll({
      ...file,
      expect: [
        { text: 'led', that: { leader: 'any' } },
        { text: 'looked', that: { fact: { rule: 'looking', pid: 1 } } },
        { text: 'crashed', that: { fact: { rule: 'crashed' } } },
      ],
    });
    expect(played.expectations).toEqual([
      { text: 'led', ok: true },
      { text: 'looked', ok: true },
      { text: 'crashed', ok: false },
    ]);
  });

  it('takes another seed when it is given one', () => {
    expect(playAll(file, { seed: 6 }).digest).not.toBe(playAll(file).digest);
    expect(playAll(file, { seed: 5 }).digest).toBe(playAll(file).digest);
  });
});

describe('a saved run', () => {
  it('replays to the same digest, without its script', () => {
    const lesson: ScenarioFile = {
      ...file,
      steps: [
        {
          id: 'kill',
          when: { leader: 'any' },
          do: [{ kind: 'kill', pid: 1 }],
          until: { quiet: true },
        },
      ],
      expect: [{ text: 'x', that: { quiet: true } }],
      lesson: { id: 'x', group: 'elections', level: 1, minutes: 1 },
    };
    const played = playAll(lesson);
    const kill = played.trace.find(({ facts }) => facts.some(({ rule }) => rule === 'crashed'));
    const recorded: RecordedIntervention[] = [
      { step: kill?.step ?? -1, time: kill?.time ?? -1, what: { kind: 'kill', pid: 1 } },
    ];
    const saved = fileOfRun(lesson, recorded);
    expect(Object.keys(saved)).not.toEqual(expect.arrayContaining(['steps']));
    expect(saved.lesson).toBeUndefined();
    const text = JSON.stringify(saved);
    const loaded = loadText(text).scenario as ScenarioFile;
    expect(playAll(loaded, { untilMs: played.time / 1000 }).digest).toBe(played.digest);
  });

  it('replays a run that was made by hand', () => {
    const free: ScenarioFile = {
      ...file,
      setup: { ...file.setup, servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }] },
    };
    const world = new World(election.model(free), free.seed);
    const recorded: RecordedIntervention[] = [];
    const act = (what: RecordedIntervention['what'], at: number): void => {
      const { step } = world;
      world.intervene(what, at);
      recorded.push({ step, time: world.time, what });
    };
    act({ kind: 'start', pids: [1, 2] }, 1234);
    while (world.advance(300_000));
    act({ kind: 'start', pids: [3] }, 300_001);
    while (world.advance(400_123));
    act({ kind: 'pause', pid: 2 }, 400_123);
    while (world.advance(30_000_000));
    const saved = fileOfRun(free, recorded);
    expect(playAll(saved, { untilMs: 30_000 }).digest).toBe(world.fingerprint());
  });
});

type Deep<T> = T extends readonly (infer U)[]
  ? readonly Deep<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Deep<T[K]> }
    : T;

type Model = ScenarioFile['model'];
type OfSchema<M extends Model> = Deep<
  Extract<v.InferOutput<typeof scenarioSchema>, { readonly model: M }>
>;
type OfType<M extends Model> = Deep<Extract<ScenarioFile, { readonly model: M }>>;

it('the schema says exactly what the type of a scenario file says', () => {
  expectTypeOf<OfSchema<'election'>>().toEqualTypeOf<OfType<'election'>>();
  expectTypeOf<OfSchema<'paxos'>>().toEqualTypeOf<OfType<'paxos'>>();
  expectTypeOf<OfSchema<'zookeeper'>>().toEqualTypeOf<OfType<'zookeeper'>>();
  expectTypeOf<OfSchema<'counter'>>().toEqualTypeOf<OfType<'counter'>>();
  expectTypeOf<OfSchema<'recipes'>>().toEqualTypeOf<OfType<'recipes'>>();
  expectTypeOf<OfSchema<'byzantine'>>().toEqualTypeOf<OfType<'byzantine'>>();
});
