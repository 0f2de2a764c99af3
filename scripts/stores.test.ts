import { describe, expect, it } from 'vitest';
import { capPresets, experiment } from '../src/page/labs/cap/presets.ts';
import { columnsOf } from '../src/page/labs/cap/sides.ts';
import { StoreRuns } from '../src/runner/stores.ts';
import { carryOut } from '../src/runner/task.ts';
import { loadProtocol } from '../src/scenarios/load-protocol.ts';
import { markOf } from '../src/stage/cap/marks.ts';
import { CAP_STORES } from '../src/view/cap-setup.ts';
import type { Scenario } from '../src/view/scenario.ts';
import { inStore, otherwiseSame } from '../src/view/stores.ts';
import type { StoreOutcome } from '../src/view/stores.ts';
import type { TaskReport } from '../src/view/task.ts';

/** The same requests in the five stores, as the lab's table asks for them. */

const played = async (scenario: Scenario<'cap'>): Promise<readonly StoreOutcome[]> => {
  const job = new StoreRuns(await loadProtocol('cap'), { scenario, stores: CAP_STORES });
  while (!job.run(100_000));
  return job.played;
};

const row = ({ requests, cuts, verdicts }: StoreOutcome): string => {
  const marks = columnsOf(requests, cuts).map(({ requests: own }) => own.map(markOf).join(' '));
  const holds = verdicts.find(({ check }) => check === 'linearizable')?.holds === true;
  return [...marks, holds ? 'yes' : 'no'].join(' | ');
};

describe('the same requests in five stores', () => {
  it('come to what the specification says', async () => {
    const outcomes = await played(experiment('zookeeper'));
    expect(outcomes.map(({ store }) => store)).toEqual([...CAP_STORES]);
    expect(outcomes.map(row)).toEqual([
      'stale timed-out error error error | ok ok | no',
      'stale timed-out stale error error | ok ok | no',
      'timed-out timed-out timed-out timed-out timed-out | ok ok | yes',
      'stale timed-out stale timed-out timed-out | ok ok | no',
      'stale ok ok ok ok | lost stale | no',
    ]);
    expect(outcomes.map(({ meters }) => meters.lost)).toEqual([0, 0, 0, 0, 1]);
  });

  it('are measured without any cut besides: what an answer costs every day', async () => {
    const outcomes = await played(experiment('zookeeper'));
    const of = (store: string) => outcomes.find((one) => one.store === store)?.latency;
    const [own, quorum] = [of('zookeeper')?.reads, of('quorum')?.reads];
    // Who answers from its own copy asks nobody; a fresh read asks a quorum first.
    expect(quorum?.mean).toBeGreaterThan(own?.mean ?? Infinity);
    const [late, primary] = [of('last-writer-wins')?.writes, of('zookeeper')?.writes];
    expect(primary?.mean).toBeGreaterThan(late?.mean ?? Infinity);
  });

  it('have the same deeds done to them at the same time, but for those that name a message', async () => {
    const byHand = {
      ...experiment('zookeeper', { cuts: [] }),
      interventions: [
        {
          timeMs: 5000,
          what: {
            kind: 'partition',
            groups: [
              [1, 2, 101],
              [3, 4, 5, 102],
            ],
            oneWay: false,
          },
        },
        { timeMs: 6000, what: { kind: 'hold', message: 3 } },
      ],
    } satisfies Scenario<'cap'>;
    expect(inStore(byHand, 'quorum').interventions?.map(({ what }) => what.kind)).toEqual([
      'partition',
    ]);
    const drawn = (await played(byHand)).map(row).map((one) => one.split(' | ')[0]);
    const planned = (await played(experiment('zookeeper'))).map(row);
    // Nobody heals it: what both sides are told until then is the same.
    expect(drawn.slice(0, 3)).toEqual(
      planned.slice(0, 3).map((one) => expect.stringContaining(one.split(' | ')[0] ?? '')),
    );
  });

  it('are another question when anything else than the store differs', () => {
    const [first, second] = capPresets.map(({ from }) => from as Scenario<'cap'>);
    if (first === undefined || second === undefined) throw new RangeError('no presets');
    expect(otherwiseSame(first, inStore(first, 'quorum'))).toBe(true);
    expect(otherwiseSame(first, second)).toBe(true);
    expect(otherwiseSame(first, experiment('zookeeper', { cuts: [] }))).toBe(false);
  });

  it('are a task that tells how far it is', async () => {
    const reports: TaskReport<'stores'>[] = [];
    const asked = { scenario: experiment('zookeeper'), stores: CAP_STORES };
    await carryOut(
      { kind: 'stores', asked },
      () => true,
      (report) => reports.push(report as TaskReport<'stores'>),
    );
    const last = reports.at(-1);
    expect(last !== undefined && 'result' in last && last.result.length).toBe(5);
    const counts = reports.flatMap((one) =>
      'progress' in one ? [one.progress.played.length] : [],
    );
    expect(counts.length).toBeGreaterThan(2);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });
});
