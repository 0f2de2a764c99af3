import { lessons } from '../lessons/index.ts';
import { twoCallers } from '../page/labs/counter/initial.ts';
import { fiveServers } from '../page/labs/initial.ts';
import { fiveMembers } from '../page/labs/paxos/initial.ts';
import { twoConsoles } from '../page/labs/zookeeper/initial.ts';
import { counterPicture } from '../stage/counter/picture.ts';
import { lessonCard } from '../stage/lesson-card.ts';
import { paxosPicture } from '../stage/paxos/picture.ts';
import type { Drawing } from '../stage/shape.ts';
import { zookeeperPicture } from '../stage/zookeeper/picture.ts';
import type { CounterDetail } from '../view/counter.ts';
import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { PaxosDetail } from '../view/paxos.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { ZooKeeperDetail } from '../view/zookeeper.ts';
import { BuiltRun } from './run.ts';
import { plainDrawing } from '../stage/plain.ts';

type Model = ScenarioFile['model'];

interface Painter {
  readonly draw: (run: BuiltRun, now: number) => Drawing | Promise<Drawing>;
  /** The lab's first run, and when it looks like something, in µs. */
  readonly initial: ScenarioFile;
  readonly moment: number;
}

/** How runs of each protocol are drawn in small. */
const painters: Readonly<Record<Model, Painter>> = {
  election: {
    draw: ({ frame }, now) => lessonCard(frame as Frame<ElectionDetail>, { now }),
    initial: fiveServers,
    // Votes are under way between all servers.
    moment: 36_000,
  },
  paxos: {
    draw: ({ frame }, now) => paxosPicture(frame as Frame<PaxosDetail>, { now }),
    initial: fiveMembers,
    // The larger ballot has its promises, the smaller one's Accepts come too late.
    moment: 34_000,
  },
  zookeeper: {
    draw: async (run, now) => {
      const seen = run.frame as Frame<ZooKeeperDetail>;
      const server = seen.detail.servers[0]?.pid ?? 0;
      const unfolded = { all: true, but: [] };
      const question = { ask: 'tree', server, unfolded, first: 0, most: 40 } as const;
      const { asked } = await run.ask({ type: 'ask', question });
      return zookeeperPicture(seen, { rows: asked?.ask === 'tree' ? asked.rows : [], now });
    },
    initial: twoConsoles,
    // The consoles' first lines are on their way.
    moment: 150_000,
  },
  counter: {
    draw: ({ frame }, now) => counterPicture(frame as Frame<CounterDetail>, { now }),
    initial: twoCallers,
    moment: 1000,
  },
};

/** Halfway to the next arrival: messages are seen between the servers. */
const between = (frame: Frame): number => {
  const arrivals = frame.messages.filter((m) => m.status === 'flying').map((m) => m.arrivesAt);
  return arrivals.length === 0 ? frame.time : (frame.time + Math.min(...arrivals)) / 2;
};

const paint = async (run: BuiltRun, model: Model): Promise<Drawing> =>
  plainDrawing(await painters[model].draw(run, between(run.frame)));

/** The lab's own first run at a telling moment. */
export const labPicture = async (model: Model): Promise<Drawing> => {
  const { initial, moment } = painters[model];
  const run = new BuiltRun();
  await run.ask({ type: 'open', scenario: initial });
  await run.ask({ type: 'advance', until: moment });
  return paint(run, model);
};

/** The lesson as its middle step begins. */
export const lessonPicture = async (id: string, model: Model): Promise<Drawing> => {
  const run = new BuiltRun();
  const { lesson } = await run.ask({ type: 'open-lesson', id });
  await run.ask({ type: 'lesson-step', index: Math.floor((lesson?.steps.length ?? 0) / 2) });
  await run.ask({ type: 'lesson-begin-step' });
  return paint(run, model);
};

/** By the ids of the lessons. */
export const lessonPictures = async (): Promise<Readonly<Record<string, Drawing>>> =>
  Object.fromEntries(
    await Promise.all(
      lessons.map(async ({ id, model }) => [id, await lessonPicture(id, model)] as const),
    ),
  );
