import { expect, test } from 'vitest';
import { electionPresets } from '../page/labs/election/presets.ts';
import { zookeeperPresets } from '../page/labs/zookeeper/presets.ts';
import { spacetimeRoom } from '../stage/time/spacetime-room.ts';
import { timelineAxis } from '../stage/time/timeline-axis.ts';
import type { Mark } from '../view/frame.ts';
import { paceOf } from '../view/pace.ts';
import type { Preset } from '../view/preset.ts';
import { BuiltRun } from './run.ts';

const runs = [electionPresets, zookeeperPresets].flatMap((presets) =>
  presets.map((preset: Preset) => [preset, presets] as const),
);

test.each(runs)(
  'timeline and space-time diagram fold the same waits: $0.id',
  async (preset, presets) => {
    const run = new BuiltRun();
    await run.openPreset(preset, presets);
    await run.ask({ type: 'run-until', condition: { quiet: true }, withinMs: 3000 });
    const { scenario } = await run.ask({ type: 'save' });
    if (scenario === undefined) throw new Error('no scenario');
    const marks: readonly Mark[] = run.marks.filter(({ kind }) => kind === 'quiet');
    const { history } = await run.ask({
      type: 'history',
      from: 0,
      to: run.frame.length,
      all: false,
      most: run.frame.length,
    });
    const pace = paceOf(scenario);
    const { axis } = spacetimeRoom(history ?? [], run.frame, { width: 976, height: 200, pace });
    const ended = marks.filter(({ open }) => open !== true);
    expect(axis.pleats.map(({ from, to }) => [from, to])).toEqual(
      ended.map(({ time, duration }) => [time - duration, time]),
    );
    const { length } = run.frame;
    expect(timelineAxis(run.marks, { width: 620, length }).pleats).toHaveLength(marks.length);
  },
);

test('there are such waits in the runs that the labs open', async () => {
  const run = new BuiltRun();
  await run.openFirst(electionPresets);
  expect(run.marks.filter(({ kind }) => kind === 'quiet').length).toBeGreaterThan(0);
});
