import { whole } from '../scenarios/slices.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InterventionRefused } from '../kernel/refusal.ts';
import { protocolOf } from '../scenarios/protocols.ts';
import type { Intervention } from '../view/intervention.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { frameOf } from './frame.ts';
import { newestRecords, previousBusyStep } from './history.ts';
import { Run } from './run.ts';

const file: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 7,
  setup: {
    profile: 'zookeeper-3.8',
    servers: [1, 2, 3].map((sid) => ({ sid, startMs: sid * 10 })),
  },
};

const open = (history = true): Run => new Run(protocolOf('election'), file, history);

/** A picture of everything at the cursor, without the counters of the way there. */
const picture = (run: Run): unknown => {
  const {
    structure: _version,
    length: _length,
    messages,
    branch: _branch,
    ...rest
  } = frameOf(run, null);
  return { ...rest, messages: messages.filter(({ status }) => status !== 'lost') };
};

const walk = (run: Run, steps: number): void => {
  for (let step = 0; step < steps; step++) run.step();
};

describe('a run', () => {
  it('shows the same at a position whichever way it was reached', () => {
    const run = open();
    const seen: unknown[] = [picture(run)];
    for (let step = 0; step < 3000; step++) {
      run.step();
      seen.push(picture(run));
    }
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { minLength: 1, maxLength: 6 }), (positions) => {
        for (const position of positions) {
          run.seek(position);
          expect(run.position).toBe(position);
          expect(picture(run)).toEqual(seen[position]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('has the same digest with and without history, and after any seek', () => {
    const plain = open(false);
    walk(plain, 2500);
    const kept = open();
    walk(kept, 2500);
    expect(kept.world.fingerprint()).toBe(plain.world.fingerprint());
    kept.seek(100);
    kept.seek(2500);
    expect(kept.world.fingerprint()).toBe(plain.world.fingerprint());
  });

  it('finds a broken invariant again wherever it is replayed, and on a branch too', () => {
    const setup = {
      ...file.setup,
      servers: [1, 2, 3, 4].map((sid) => ({ sid, startMs: sid * 10 })),
      broken: ['half-is-quorum'],
    };
    const run = new Run(protocolOf('election'), { ...file, setup } as ScenarioFile);
    walk(run, 2500);
    const [broken] = run.world.violations;
    const print = run.world.fingerprint();
    expect(broken).toMatchObject({ invariant: 'E-Quorum' });
    const at = broken?.step ?? 0;
    const found = [at, 2500, at + 1].map((target) => {
      run.seek(0);
      run.seek(target);
      return [run.world.violations, run.world.fingerprint() === print];
    });
    expect(found).toEqual([
      [[], false],
      [[broken], true],
      [[broken], false],
    ]);
    const rules = run.last?.facts.map(({ rule }) => rule);
    expect(rules).toContain('invariant-violated');

    run.seek(at);
    run.intervene({ kind: 'disk-latency', pid: 1, latency: null });
    run.step();
    expect(run.world.violations).toMatchObject([{ invariant: 'E-Quorum', step: at + 1 }]);
    run.switchTo(0, at + 1);
    expect(run.world.violations).toEqual([broken]);
    run.switchTo(1);
    expect(run.world.violations).toHaveLength(1);
  });

  it('forks when the past is changed, and keeps both futures', () => {
    const run = open();
    walk(run, 400);
    const before = picture(run);
    run.seek(150);
    run.intervene({ kind: 'kill', pid: 3 });
    walk(run, 200);
    expect(run.branches.map((branch) => [branch.parent?.id ?? null, branch.forkStep])).toEqual([
      [null, 0],
      [0, 150],
    ]);
    const killed = picture(run);
    run.switchTo(0, 400);
    expect(picture(run)).toEqual(before);
    run.switchTo(1, 351);
    expect(picture(run)).toEqual(killed);
    run.seek(149);
    const shared = picture(run);
    run.switchTo(0, 149);
    expect(picture(run)).toEqual(shared);
  });

  it('does not fork when the same thing is done at the same place', () => {
    const run = open();
    walk(run, 100);
    run.intervene({ kind: 'pause', pid: 1 });
    walk(run, 50);
    run.seek(100);
    run.intervene({ kind: 'pause', pid: 1 });
    expect(run.branches).toHaveLength(1);
    expect(run.position).toBe(101);
  });

  it('goes on as it was when an intervention is refused', () => {
    const run = open();
    walk(run, 100);
    const before = run.world.fingerprint();
    expect(() => run.intervene({ kind: 'resume', pid: 1 })).toThrow('not-paused');
    expect(run.world.fingerprint()).toBe(before);
    expect(run.interventions()).toEqual([]);
    run.seek(40);
    expect(() => run.intervene({ kind: 'resume', pid: 1 })).toThrow('not-paused');
    expect(run.branches).toHaveLength(1);
  });

  it('tells the facts of any stretch again, and leaves the cursor where it is', () => {
    const run = open();
    const live: unknown[] = [];
    for (let step = 0; step < 300; step++) {
      run.step();
      live.push(run.last);
    }
    run.seek(17);
    expect(run.records(0, 300)).toEqual(live);
    expect(run.position).toBe(17);
    const newest = whole(newestRecords(run, { from: 0, to: 300, all: false, most: 5 }));
    expect(newest).toEqual(
      (live as { routine: boolean }[]).filter(({ routine }) => !routine).slice(-5),
    );
  });

  it('steps back to just after the busy step before', () => {
    const run = open();
    walk(run, 120);
    const busy = run.records(0, 120).filter(({ routine }) => !routine);
    run.seek((busy.at(-1)?.step ?? 0) + 1);
    expect(whole(previousBusyStep(run, false))).toBe((busy.at(-2)?.step ?? 0) + 1);
    run.seek(0);
    expect(whole(previousBusyStep(run, false))).toBe(0);
  });

  it('replays a saved run of random deeds to the same digest', () => {
    const deeds = fc.array(
      fc.record({
        steps: fc.integer({ min: 1, max: 60 }),
        what: fc.oneof(
          fc.record({
            kind: fc.constantFrom('kill', 'pause', 'resume'),
            pid: fc.integer({ min: 1, max: 3 }),
          }),
          fc.constant({ kind: 'partition', groups: [[1], [2, 3]], oneWay: false }),
          fc.constant({ kind: 'heal' }),
          fc.record({ kind: fc.constant('start'), pids: fc.tuple(fc.integer({ min: 1, max: 3 })) }),
          fc.record({
            kind: fc.constantFrom('fire-timer', 'hold-timer', 'release-timer'),
            pid: fc.integer({ min: 1, max: 3 }),
            timer: fc.constantFrom('NOTIFICATION_TIMEOUT', 'FINALIZE_WAIT', 'TICK', 'READ_TIMEOUT'),
          }),
        ) as fc.Arbitrary<Intervention>,
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(deeds, (list) => {
        const run = open();
        for (const { steps, what } of list) {
          walk(run, steps);
          try {
            run.intervene(what);
          } catch (failure) {
            // What makes no sense now is refused; the rest counts.
            if (!(failure instanceof InterventionRefused)) throw failure;
          }
        }
        walk(run, 100);
        const interventions = run
          .interventions()
          .map(({ step, time, what }) => ({ step, timeMs: time / 1000, what }));
        const again = new Run(protocolOf('election'), { ...file, interventions });
        again.seek(0);
        while (again.position < run.position && again.step());
        expect(again.world.fingerprint()).toBe(run.world.fingerprint());
      }),
      { numRuns: 25 },
    );
  });

  it('looks back over ten minutes of pings without computing them again', () => {
    const run = open();
    while (run.world.time < 600_000_000) run.step();
    const asked: number[] = [];
    const records = run.records.bind(run);
    run.records = (from, to) => {
      asked.push(to - from);
      return records(from, to);
    };
    const all = { from: 0, to: run.position, all: false, most: 2000 };
    const told = whole(newestRecords(run, all));
    expect(told.length).toBeGreaterThan(10);
    expect(told).toEqual(records(0, 2000).filter(({ routine }) => !routine));
    const computed = asked.reduce((sum, steps) => sum + steps, 0);
    expect(computed).toBeLessThan(run.position / 10);
  });

  it('marks a quiet stretch while it lasts, and gives it its end with the step that ends it', () => {
    const run = open();
    // The waits for more votes, during the elections, have ended long before.
    const stretches = () =>
      run.branch
        .allMarks()
        .filter((one) => one.kind === 'quiet' && (one.open === true || one.time > 1_000_000));
    while (run.world.time < 30_000_000) run.step();
    expect(stretches()).toEqual([expect.objectContaining({ open: true, duration: 0 })]);
    const [open_] = stretches();
    const since = open_?.since ?? 0;
    const pings = run.records(since, run.position);
    expect(pings.every(({ routine }) => routine)).toBe(true);
    expect(run.records(since - 1, since)[0]?.routine).toBe(false);
    const { marked } = run.branch;
    walk(run, 20);
    expect(run.branch.marked, 'pings are no news').toBe(marked);

    const end = run.position;
    run.intervene({ kind: 'kill', pid: 1 });
    const [closed] = stretches();
    expect(closed).toMatchObject({ since, position: end });
    expect(closed?.open).toBeUndefined();
    expect(closed?.duration).toBe(run.world.time - (open_?.time ?? 0));
    expect(run.branch.marked).toBeGreaterThan(marked);

    // A branch that leaves within the stretch has waited as long as the first one had.
    run.seek(end - 10);
    const { time } = run.world;
    run.intervene({ kind: 'kill', pid: 2 });
    expect(run.branch.id).toBe(1);
    expect(stretches()).toEqual([
      expect.objectContaining({ since, position: end - 10, duration: time - (open_?.time ?? 0) }),
    ]);
  });

  it('marks starts, elections and quiet stretches on the timeline', () => {
    const run = open();
    walk(run, 400);
    const kinds = new Set(run.branch.allMarks().map(({ kind }) => kind));
    expect(kinds).toContain('started');
    expect(kinds).toContain('leader-established');
  });
});
