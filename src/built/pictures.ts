import { lessons } from '../lessons/words.ts';
import { twoCallers } from '../page/labs/counter/presets.ts';
import { fiveServers } from '../page/labs/election/initial.ts';
import { fiveMembers } from '../page/labs/paxos/initial.ts';
import { twoConsoles } from '../page/labs/zookeeper/initial.ts';
import { counterPicture } from '../stage/counter/picture.ts';
import { lessonCard } from '../stage/lesson-card.ts';
import { paxosPicture } from '../stage/paxos/picture.ts';
import type { Drawing } from '../stage/shape.ts';
import { zookeeperPicture } from '../stage/zookeeper/picture.ts';
import { shownServer } from '../stage/zookeeper/shown-server.ts';
import type { CounterDetail } from '../view/counter.ts';
import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { PaxosDetail } from '../view/paxos.ts';
import type { Preset } from '../view/preset.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { ZooKeeperAnswer } from '../view/zookeeper-ask.ts';
import type { ZooKeeperDetail } from '../view/zookeeper.ts';
import { BuiltRun } from './run.ts';
import { plainDrawing } from '../stage/plain.ts';

type Model = ScenarioFile['model'];

/** In drawing units. */
interface Room {
  readonly width: number;
  readonly height: number;
}
const CARD: Room = { width: 240, height: 96 };
const SMALL: Room = { width: 88, height: 58 };

interface Painter {
  readonly draw: (run: BuiltRun, now: number, room: Room) => Drawing | Promise<Drawing>;
  /** The lab's first run. */
  readonly initial: ScenarioFile;
}

/** How runs of each protocol are drawn in small. */
const painters: Readonly<Record<Model, Painter>> = {
  election: {
    draw: ({ frame }, now, room) => lessonCard(frame as Frame<ElectionDetail>, { now, ...room }),
    initial: fiveServers,
  },
  paxos: {
    draw: ({ frame }, now, room) => paxosPicture(frame as Frame<PaxosDetail>, { now, ...room }),
    initial: fiveMembers,
  },
  zookeeper: {
    draw: async (run, now, room) => {
      const seen = run.frame as Frame<ZooKeeperDetail>;
      // Where there is little room, the tree is left out.
      if (room === SMALL) return zookeeperPicture(seen, { rows: null, now, ...room });
      const server = shownServer(seen.detail)?.pid ?? 0;
      const unfolded = { all: true, but: [] };
      const question = { ask: 'tree', server, unfolded, first: 0, most: 40 } as const;
      const { asked } = await run.ask({ type: 'ask', question });
      const { rows } = asked as Extract<ZooKeeperAnswer, { ask: 'tree' }>;
      return zookeeperPicture(seen, { rows, now, ...room });
    },
    initial: twoConsoles,
  },
  counter: {
    draw: ({ frame }, now, room) => counterPicture(frame as Frame<CounterDetail>, { now, ...room }),
    initial: twoCallers,
  },
};

/** Halfway to the next arrival: messages are seen between the servers. */
const between = (frame: Frame): number => {
  const arrivals = frame.messages.filter((m) => m.status === 'flying').map((m) => m.arrivesAt);
  return arrivals.length === 0 ? frame.time : (frame.time + Math.min(...arrivals)) / 2;
};

const paint = async (run: BuiltRun, model: Model, room = CARD): Promise<Drawing> =>
  plainDrawing(await painters[model].draw(run, between(run.frame), room));

/** The lab as it opens: its first preset, at the moment at which that stands. */
export const labPicture = async (model: Model, [opening]: readonly Preset[]): Promise<Drawing> => {
  const run = new BuiltRun();
  if (opening === undefined) throw new Error(`${model} has nothing to open with`);
  await run.openPreset(opening, painters[model].initial);
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

/** What a lab offers, at the moment at which it opens; by the presets' ids. */
export const presetPictures = async (
  model: Model,
  presets: readonly Preset[],
): Promise<Readonly<Record<string, Drawing>>> => {
  const pictures: Record<string, Drawing> = {};
  for (const preset of presets) {
    const run = new BuiltRun();
    await run.openPreset(preset, painters[model].initial);
    pictures[preset.id] = await paint(run, model, SMALL);
  }
  return pictures;
};
