import { heroLayout, heroShapes } from '../stage/hero.ts';
import type { HeroRoom } from '../stage/hero.ts';
import type { Drawing } from '../stage/shape.ts';
import { situationOf } from '../stage/situation.ts';
import type { Situation } from '../stage/situation.ts';
import type { Condition } from '../view/condition.ts';
import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Intervention } from '../view/intervention.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { Micros, Pid } from '../view/time.ts';
import { BuiltRun } from './run.ts';

const ALL = [1, 2, 3, 4, 5];
const BEHIND = [4, 5];
const LEADER = 3;
/** The links to those behind, µs: a message crosses one in plain view, and takes its time. */
const SLOW: Micros = 120_000;
/** So much virtual time is played before the ensemble rests, µs: the slow messages are on their way still. */
const PLAYED: Micros = 55_000;

const fixed = (from: number, to: number, us: Micros) =>
  ({ from, to, latency: { kind: 'fixed', us } }) as const;

/** Three servers start, so that the third of them leads; two come later. */
const scenario: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 2,
  model: 'election',
  seed: 11,
  setup: {
    profile: 'golden',
    servers: ALL.map((sid) => ({ sid, startMs: BEHIND.includes(sid) ? 3000 : 0 })),
  },
  latency: { kind: 'uniform', min: 7000, max: 14_000 },
  // Uneven, so that one acknowledgement is ahead of the other.
  links: [fixed(3, 1, 9000), fixed(1, 3, 14_000), fixed(3, 2, 14_000), fixed(2, 3, 12_000)],
  pace: 9000,
};

/** What the gallery opens, where in it, and when it rests. */
export interface HeroRun {
  readonly scenario: ScenarioFile;
  readonly position: number;
  readonly servers: readonly Pid[];
  readonly restsAt: Micros;
}

const write = (ops: number): Intervention => ({
  kind: 'input',
  pid: LEADER,
  name: 'CLIENT_WRITE',
  data: { ops },
});

const has = (zxid: string, pids: readonly number[]): readonly Condition[] =>
  pids.map((pid) => ({ zxid: { pid, atLeast: zxid } }));

/** A write stands on three of five, and crosses slow links to the other two. */
export const heroRun = async (): Promise<{
  run: HeroRun;
  situation: Situation;
  drawings: Readonly<Record<HeroRoom, Drawing>>;
}> => {
  const run = new BuiltRun();
  const until = async (...all: readonly Condition[]): Promise<void> => {
    const condition = { all: [...all] };
    const { reached } = await run.ask({ type: 'run-until', condition, withinMs: 20_000 });
    if (reached !== true) throw new Error(`never: ${JSON.stringify(condition)}`);
  };
  const act = (what: Intervention) => run.ask({ type: 'intervene', at: run.frame.time, what });

  await run.ask({ type: 'open', scenario });
  const others = ALL.filter((pid) => pid !== LEADER);
  await until({ leader: LEADER }, ...others.map((serving) => ({ serving })), { quiet: true });
  await act(write(7));
  await until(...has('1·7', ALL), { quiet: true });
  for (const to of BEHIND) await act({ kind: 'latency', ...fixed(LEADER, to, SLOW) });
  await act(write(1));
  await until(...has('1·8', [1, 2]));

  const frame = run.frame as Frame<ElectionDetail>;
  const saved = await run.ask({ type: 'save' });
  if (saved.scenario === undefined) throw new Error('the run cannot be saved');
  const draw = (room: HeroRoom): Drawing => {
    const layout = heroLayout(ALL, room);
    const { width, height } = layout;
    return { width, height, shapes: heroShapes(frame, layout, frame.time) };
  };
  return {
    run: {
      scenario: saved.scenario,
      position: frame.position,
      servers: ALL,
      restsAt: frame.time + PLAYED,
    },
    situation: situationOf(frame),
    drawings: { wide: draw('wide'), narrow: draw('narrow') },
  };
};
