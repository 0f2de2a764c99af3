import { lessons } from '../lessons/words.ts';
import { twoCallers } from '../page/labs/counter/presets.ts';
import { counterPresets } from '../page/labs/counter/presets.ts';
import { fiveServers } from '../page/labs/election/initial.ts';
import { electionPresets } from '../page/labs/election/presets.ts';
import { fiveMembers } from '../page/labs/paxos/initial.ts';
import { paxosPresets } from '../page/labs/paxos/presets.ts';
import { twoConsoles } from '../page/labs/zookeeper/initial.ts';
import { zookeeperPresets } from '../page/labs/zookeeper/presets.ts';
import { counterPicture } from '../stage/counter/picture.ts';
import { ensembleLayout } from '../stage/ensemble-layout.ts';
import { paxosLayout } from '../stage/paxos/layout.ts';
import { paxosStage } from '../stage/paxos/stage.ts';
import { everybody, talkOf } from '../stage/paxos/who.ts';
import { englishPaxosStage } from '../stage/paxos/words.ts';
import { plainShape } from '../stage/plain.ts';
import type { Drawing, Shape, ViewBox } from '../stage/shape.ts';
import { stageShapes } from '../stage/stage.ts';
import { englishWords } from '../stage/words.ts';
import { zookeeperLayout } from '../stage/zookeeper/layout.ts';
import { shownServer } from '../stage/zookeeper/shown-server.ts';
import { zookeeperStage } from '../stage/zookeeper/stage.ts';
import { englishZooKeeperStage } from '../stage/zookeeper/words.ts';
import type { CounterDetail } from '../view/counter.ts';
import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { PaxosDetail } from '../view/paxos.ts';
import type { Preset } from '../view/preset.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { ZooKeeperDetail } from '../view/zookeeper.ts';
import { BuiltRun } from './run.ts';

type Model = ScenarioFile['model'];

/** A first frame, where there is room for more than the stage and where there is not. */
export interface Still {
  readonly usual: Drawing;
  readonly narrow: Drawing;
}

interface Stage {
  /** The free lab's first run. */
  readonly initial: ScenarioFile;
  /** What it opens with. */
  readonly opens: Preset;
  /** The drawing's share of the usual stage, in its units. */
  readonly usual: ViewBox;
  /** What of its height is kept free below the drawing, for what stands there when the lab is there. */
  readonly foot: { readonly free: number; readonly lesson: number };
  readonly draw: (frame: Frame, room: ViewBox) => readonly Shape[];
}

/** On a phone a unit is about a pixel. */
const NARROW: ViewBox = { width: 390, height: 424 };

const STAGES: Readonly<Record<Model, Stage>> = {
  election: {
    initial: fiveServers,
    opens: electionPresets[0],
    usual: { width: 635, height: 482 },
    foot: { free: 36, lesson: 0 },
    draw: (frame, room) => {
      const pids = frame.processes.map(({ pid }) => pid);
      const seen = frame as Frame<ElectionDetail>;
      return stageShapes(seen, ensembleLayout(pids, room), seen.time, { words: englishWords });
    },
  },
  zookeeper: {
    initial: twoConsoles,
    opens: zookeeperPresets[0],
    usual: { width: 634, height: 476 },
    foot: { free: 40, lesson: 40 },
    draw: (frame, room) => {
      const seen = frame as Frame<ZooKeeperDetail>;
      const clients = seen.detail.clients.map(({ pid }) => pid);
      const layout = zookeeperLayout(clients, shownServer(seen.detail)?.pid ?? 0, room);
      return zookeeperStage(seen, layout, seen.time, { words: englishZooKeeperStage });
    },
  },
  paxos: {
    initial: fiveMembers,
    opens: paxosPresets[0],
    usual: { width: 976, height: 402 },
    foot: { free: 0, lesson: 0 },
    draw: (frame, room) => {
      const seen = frame as Frame<PaxosDetail>;
      const layout = paxosLayout(everybody(seen.detail), talkOf(seen.detail), room);
      return paxosStage(seen, layout, seen.time, { words: englishPaxosStage });
    },
  },
  counter: {
    initial: twoCallers,
    opens: counterPresets[0],
    usual: { width: 976, height: 476 },
    foot: { free: 36, lesson: 0 },
    draw: (frame, room) =>
      counterPicture(frame as Frame<CounterDetail>, { ...room, now: frame.time }).shapes,
  },
};

/** The name of a process is the same in every language; other words are the page's. */
const onlyNames = (shapes: readonly Shape[], names: ReadonlySet<string>): readonly Shape[] =>
  shapes.flatMap((shape): readonly Shape[] => {
    if (shape.type === 'text') return names.has(shape.text) ? [shape] : [];
    return shape.type === 'group'
      ? [{ ...shape, children: onlyNames(shape.children, names) }]
      : [shape];
  });

const stillOf = (model: Model, frame: Frame, of: 'free' | 'lesson'): Still => {
  const { usual, draw, foot } = STAGES[model];
  const names = new Set(frame.processes.map(({ name }) => name));
  const drawn = ({ width, height }: ViewBox, below: number): Drawing => ({
    width,
    height,
    shapes: onlyNames(draw(frame, { width, height: height - below }), names).map(plainShape),
  });
  return { usual: drawn(usual, foot[of]), narrow: drawn(NARROW, 0) };
};

/** The free lab as it opens. */
export const labStill = async (model: Model): Promise<Still> => {
  const run = new BuiltRun();
  const { opens, initial } = STAGES[model];
  await run.openPreset(opens, initial);
  return stillOf(model, run.frame, 'free');
};

/** The model's lessons as they open, by their ids. */
export const lessonStills = async (model: Model): Promise<Readonly<Record<string, Still>>> =>
  Object.fromEntries(
    await Promise.all(
      lessons
        .filter((lesson) => lesson.model === model)
        .map(async ({ id }) => {
          const run = new BuiltRun();
          await run.ask({ type: 'open-lesson', id });
          return [id, stillOf(model, run.frame, 'lesson')] as const;
        }),
    ),
  );
