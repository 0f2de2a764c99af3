import { byzantinePresets } from '../page/labs/byzantine/presets.ts';
import { capPresets } from '../page/labs/cap/presets.ts';
import { counterPresets } from '../page/labs/counter/presets.ts';
import { electionPresets } from '../page/labs/election/presets.ts';
import { paxosPresets } from '../page/labs/paxos/presets.ts';
import { recipesPresets } from '../page/labs/recipes/presets.ts';
import { zookeeperPresets } from '../page/labs/zookeeper/presets.ts';
import { byzantinePicture } from '../stage/byzantine/picture.ts';
import { byzantineStill } from '../stage/byzantine/still.ts';
import { capPicture, capStill } from '../stage/cap/picture.ts';
import { counterPicture } from '../stage/counter/picture.ts';
import { ensembleLayout } from '../stage/ensemble-layout.ts';
import { lessonCard } from '../stage/lesson-card.ts';
import { paxosLayout } from '../stage/paxos/layout.ts';
import { paxosPicture } from '../stage/paxos/picture.ts';
import { paxosStage } from '../stage/paxos/stage.ts';
import { everybody, talkOf } from '../stage/paxos/who.ts';
import { paxosWords } from '../stage/paxos/words.ts';
import { inEnglish } from '../stage/words.ts';
import { recipesPicture } from '../stage/recipes/picture.ts';
import { recipesStill } from '../stage/recipes/still.ts';
import type { Drawing, Shape, ViewBox } from '../stage/shape.ts';
import { stageShapes } from '../stage/stage.ts';
import { englishWords } from '../stage/words.ts';
import { zookeeperLayout } from '../stage/zookeeper/layout.ts';
import { castOf } from '../stage/zookeeper/members/cast.ts';
import { membersLayout } from '../stage/zookeeper/members/layout.ts';
import { membersPicture } from '../stage/zookeeper/members/picture.ts';
import { membersStage } from '../stage/zookeeper/members/stage.ts';
import { zookeeperPicture } from '../stage/zookeeper/picture.ts';
import { shownServer } from '../stage/zookeeper/shown-server.ts';
import { zookeeperStage } from '../stage/zookeeper/stage.ts';
import { zookeeperWords } from '../stage/zookeeper/words.ts';
import type { ByzantineDetail } from '../view/byzantine.ts';
import type { CapDetail } from '../view/cap.ts';
import type { CounterDetail } from '../view/counter.ts';
import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { PaxosDetail } from '../view/paxos.ts';
import type { Preset } from '../view/preset.ts';
import type { Model } from '../view/protocols.ts';
import type { RecipesDetail } from '../view/recipes.ts';
import type { ZooKeeperAnswer } from '../view/zookeeper-ask.ts';
import type { ZooKeeperDetail } from '../view/zookeeper.ts';
import type { BuiltRun } from './run.ts';

/** Room for a drawing in small, in its units. */
interface PictureRoom extends ViewBox {
  /** So little of it that only what matters most is drawn. */
  readonly small: boolean;
}

/** How a lab's runs are drawn when the site is built. */
interface BuiltLab {
  /** What it offers to begin with; it opens with the first. */
  readonly presets: readonly [Preset, ...(readonly Preset[])];
  /** In small, at this time. */
  readonly picture: (run: BuiltRun, now: number, room: PictureRoom) => Drawing | Promise<Drawing>;
  /** As the first frame on its stage. */
  readonly still: (frame: Frame, room: ViewBox) => readonly Shape[];
  /** The drawing's share of the usual stage, in its units. */
  readonly usual: ViewBox;
  /** What of its height is kept free below the drawing, for what stands there when the lab is there. */
  readonly foot: { readonly free: number; readonly lesson: number };
}

export const builtLabs: Readonly<Record<Model, BuiltLab>> = {
  election: {
    presets: electionPresets,
    picture: ({ frame }, now, room) => lessonCard(frame as Frame<ElectionDetail>, { now, ...room }),
    still: (frame, room) => {
      const pids = frame.processes.map(({ pid }) => pid);
      const seen = frame as Frame<ElectionDetail>;
      return stageShapes(seen, ensembleLayout(pids, room), seen.time, { words: englishWords });
    },
    usual: { width: 635, height: 482 },
    foot: { free: 36, lesson: 0 },
  },
  zookeeper: {
    presets: zookeeperPresets,
    picture: async (run, now, { width, height, small }) => {
      const seen = run.frame as Frame<ZooKeeperDetail>;
      if (seen.detail.ensemble !== null) return membersPicture(seen, { width, height, now });
      // Where there is little room, the tree is left out.
      if (small) return zookeeperPicture(seen, { rows: null, now, width, height });
      const server = shownServer(seen.detail)?.pid ?? 0;
      const unfolded = { all: true, but: [] };
      const question = { ask: 'tree', server, unfolded, first: 0, most: 40 } as const;
      const { asked } = await run.ask({ type: 'ask', question });
      const { rows } = asked as Extract<ZooKeeperAnswer, { ask: 'tree' }>;
      return zookeeperPicture(seen, { rows, now, width, height });
    },
    still: (frame, room) => {
      const seen = frame as Frame<ZooKeeperDetail>;
      if (seen.detail.ensemble !== null) {
        const layout = membersLayout(castOf(seen), room);
        return membersStage(seen, layout, seen.time, { words: inEnglish(zookeeperWords) });
      }
      const clients = seen.detail.clients.map(({ pid }) => pid);
      const layout = zookeeperLayout(clients, shownServer(seen.detail)?.pid ?? 0, room);
      return zookeeperStage(seen, layout, seen.time, { words: inEnglish(zookeeperWords) });
    },
    usual: { width: 634, height: 476 },
    foot: { free: 40, lesson: 40 },
  },
  paxos: {
    presets: paxosPresets,
    picture: ({ frame }, now, room) => paxosPicture(frame as Frame<PaxosDetail>, { now, ...room }),
    still: (frame, room) => {
      const seen = frame as Frame<PaxosDetail>;
      const layout = paxosLayout(everybody(seen.detail), talkOf(seen.detail), room);
      return paxosStage(seen, layout, seen.time, { words: inEnglish(paxosWords) });
    },
    usual: { width: 976, height: 402 },
    foot: { free: 0, lesson: 0 },
  },
  counter: {
    presets: counterPresets,
    picture: ({ frame }, now, room) =>
      counterPicture(frame as Frame<CounterDetail>, { now, ...room }),
    still: (frame, room) =>
      counterPicture(frame as Frame<CounterDetail>, { now: frame.time, ...room }).shapes,
    usual: { width: 976, height: 476 },
    foot: { free: 36, lesson: 0 },
  },
  recipes: {
    presets: recipesPresets,
    picture: ({ frame }, now, { width, height }) =>
      recipesPicture(frame as Frame<RecipesDetail>, { now, width, height }),
    still: (frame, room) => recipesStill(frame as Frame<RecipesDetail>, room),
    usual: { width: 976, height: 440 },
    foot: { free: 36, lesson: 36 },
  },
  byzantine: {
    presets: byzantinePresets,
    picture: ({ frame }, now, { width, height }) =>
      byzantinePicture(frame as Frame<ByzantineDetail>, { now, width, height }),
    still: (frame, room) => byzantineStill(frame as Frame<ByzantineDetail>, room),
    usual: { width: 976, height: 440 },
    foot: { free: 36, lesson: 0 },
  },
  cap: {
    presets: capPresets,
    picture: ({ frame }, _now, room) => capPicture(frame as Frame<CapDetail>, room),
    still: (frame, room) => capStill(frame as Frame<CapDetail>, room),
    usual: { width: 976, height: 476 },
    foot: { free: 36, lesson: 36 },
  },
};
