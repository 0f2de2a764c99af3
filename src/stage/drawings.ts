import { beside, inset } from './beside.ts';
import { capDrawings } from './cap/drawings.ts';
import { captioned } from './caption.ts';
import { byzantineDrawings } from './byzantine/drawings.ts';
import { recipeDrawings } from './recipes/drawings.ts';
import { crowd, cut, ensemble, messages, parted, voting, working } from './fixtures.ts';
import type { ElectionFrame } from './fixtures.ts';
import { peer } from './fixtures-history.ts';
import { ensembleLayout } from './ensemble-layout.ts';
import { lessonCard } from './lesson-card.ts';
import { majorityDrawings } from './drawings-majorities.ts';
import { machineDiagram } from './machine.ts';
import { timeDrawings } from './drawings-time.ts';
import { toolDrawings } from './paxos/tool-drawings.ts';
import { logDrawings } from './zookeeper/log-drawings.ts';
import { paxosDrawings } from './paxos/drawings.ts';
import type { Drawing } from './shape.ts';
import { stageShapes } from './stage.ts';
import type { StageOptions } from './stage.ts';
import { znodeDrawings } from './znode/drawings.ts';
import { votePanel } from './votes.ts';
import { englishWords } from './words.ts';
import { zookeeperDrawings } from './zookeeper/drawings.ts';
import { futureDrawings } from './zookeeper/futures/drawings.ts';

const words = englishWords;

const stage = (
  frame: ElectionFrame,
  width: number,
  height: number,
  options: Partial<StageOptions> = {},
): Drawing => {
  const layout = ensembleLayout(
    frame.processes.map((process) => process.pid),
    { width, height },
  );
  return {
    shapes: stageShapes(frame, layout, frame.time, { words, ...options }),
    width,
    height,
  };
};

/** Every drawing with several fixtures, for the developers' gallery and the tests. */
export const drawings: readonly { readonly name: string; readonly draw: () => Drawing }[] = [
  {
    name: 'stage: five servers vote',
    draw: () => stage(voting(), 620, 476, { selected: 4, framed: 2 }),
  },
  {
    name: 'stage: as a saved picture',
    draw: () => {
      const votes = votePanel(voting(), { words, width: 316, height: 416, selected: 4 });
      const sheet = beside(stage(voting(), 620, 476, { selected: 4 }), inset(votes, 18, 16), false);
      return captioned(sheet, {
        title: 'Election',
        sentence: 'Server 4 hears server 1 vote for 1 and switches from 4 to 1: larger zxid.',
        moment: '19 ms · event 61',
        maker: 'Zooscope',
      });
    },
  },
  {
    name: 'stage: held at their senders, and one that was lost',
    draw: () =>
      stage(
        {
          ...voting(),
          messages: messages(`
            S1>S2 vote "2·7 → S1" S1 held
            S2>S1 vote "2·7 → S2" S2 held
            S4>S2 vote "2·5 → S4" S4 held
            S5>S1 vote "2·7 → S2" S2 lost 50%
            S4>S5 vote "2·7 → S1" S1 40%`),
        },
        620,
        476,
      ),
  },
  { name: 'stage: wide', draw: () => stage(voting(), 976, 476) },
  {
    name: 'stage: phone',
    draw: () => stage(voting(), 390, 424, { selected: 4, framed: 2 }),
  },
  {
    name: 'stage: a leader at work',
    draw: () => stage(working(), 620, 476, { routine: true, changed: { pid: 2, what: 'log' } }),
  },
  { name: 'stage: eleven servers, sixty messages', draw: () => stage(crowd(11, 60), 976, 476) },
  { name: 'stage: eleven servers on a phone', draw: () => stage(crowd(11, 12), 390, 424) },
  { name: 'stage: seven servers', draw: () => stage(crowd(7, 20), 620, 476, { selected: 3 }) },
  { name: 'stage: fifteen servers', draw: () => stage(crowd(15, 30), 976, 476) },
  {
    name: 'stage: partition, two leaders',
    draw: () =>
      stage(
        ensemble(
          'S1 LEADING [1·1 1·2] | S2 FOLLOWING 1·2→S1 [1·1 1·2] | S3 LEADING [2·0 2·1] | ' +
            'S4 FOLLOWING 2·1→S3 [2·0 2·1] | S5 FOLLOWING 2·1→S3 [2·0 2·1]',
          parted([
            [1, 2],
            [3, 4, 5],
          ]),
        ),
        620,
        476,
        { changed: { pid: 3, what: 'state' } },
      ),
  },
  {
    name: 'stage: one of seven cut off',
    draw: () => stage({ ...crowd(7, 0), ...parted([[3], [1, 2, 4, 5, 6, 7]]) }, 620, 476),
  },
  {
    name: 'stage: groups that do not stand together',
    draw: () =>
      stage(
        {
          ...crowd(5, 0),
          ...parted([
            [1, 3],
            [2, 4, 5],
          ]),
        },
        620,
        476,
      ),
  },
  {
    name: 'stage: three groups',
    draw: () =>
      stage(
        {
          ...crowd(6, 0),
          ...parted([
            [1, 2],
            [3, 4],
            [5, 6],
          ]),
        },
        620,
        476,
      ),
  },
  {
    name: 'stage: a cut and a one-way cut',
    draw: () =>
      stage(
        ensemble('S1 LEADING [1·1] | S2 FOLLOWING [1·1] | S3 FOLLOWING [1·1]', {
          links: [cut(1, 2), cut(2, 1), cut(1, 3)],
          messages: messages(`
            S2>S3 vote "1·1 → S2" S2 held
            S2>S3 vote "1·1 → S3" S3 lost 50%
            S3>S2 commit "1·1" S1 40%`),
        }),
        620,
        476,
      ),
  },
  {
    name: 'stage: every state',
    draw: () =>
      stage(
        ensemble(
          'S1 LEADING [1·1] | S2 FOLLOWING [1·1] | S3 OBSERVING observer [1·1] | ' +
            'S4 LOOKING 1·1→S4 [1·1] | S5 CRASHED [1·1] | S6 PAUSED FOLLOWING [1·1] | S7 OFF | ' +
            'S8 READ-ONLY 1·1→S8 [1·1]',
        ),
        620,
        476,
        { selected: 2, changed: { pid: 4, what: 'vote' }, reducedMotion: true },
      ),
  },
  {
    name: 'stage: question veiled',
    draw: () =>
      stage(voting(), 620, 476, {
        veil: [
          { pid: 2, field: 'state' },
          { pid: 4, field: 'vote' },
          { pid: 5, field: 'log' },
        ],
        veiledMessages: [2],
        framed: 2,
      }),
  },
  { name: 'stage: two servers', draw: () => stage(crowd(2, 2), 620, 476) },
  { name: 'stage: three servers', draw: () => stage(crowd(3, 6), 390, 424) },
  { name: 'stage: one server', draw: () => stage(ensemble('S1 STANDALONE [1·1]'), 390, 300) },
  {
    name: 'votes: five servers',
    draw: () =>
      votePanel(voting(), {
        words,
        width: 316,
        height: 440,
        selected: 4,
        changed: { pid: 4, what: 'vote' },
      }),
  },
  {
    name: 'votes: everybody for itself, in little room',
    draw: () =>
      votePanel(
        ensemble(
          'S1 LOOKING 1·0→S1 | S2 LOOKING 1·0→S2 | S3 LOOKING 1·0→S3 | S4 LOOKING 1·0→S4 | S5 LOOKING 1·0→S5',
        ),
        { words, width: 316, height: 422 },
      ),
  },
  {
    name: 'votes: an observer is selected',
    draw: () =>
      votePanel(
        ensemble(
          'S1 LEADING 1·0→S1 | S2 FOLLOWING 1·0→S1 | S3 FOLLOWING 1·0→S1 | S4 OBSERVING observer',
        ),
        { words, width: 316, height: 422, selected: 4 },
      ),
  },
  {
    name: 'votes: eleven servers beside the stage',
    draw: () => votePanel(crowd(11, 0), { words, width: 316, height: 422 }),
  },
  { name: 'votes: eleven servers', draw: () => votePanel(crowd(11, 0), { words, width: 316 }) },
  {
    name: 'votes: veiled',
    draw: () =>
      votePanel(voting(), {
        words,
        width: 316,
        selected: 4,
        veil: [
          { pid: 4, field: 'vote' },
          { pid: 4, field: 'comparison' },
          { pid: null, field: 'tally' },
        ],
      }),
  },
  ...majorityDrawings,
  ...timeDrawings,
  {
    name: 'machine: brief, looking',
    draw: () => machineDiagram(peer('LOOKING.electing'), { words, width: 264, brief: true }),
  },
  {
    name: 'machine: brief, following',
    draw: () => machineDiagram(peer('FOLLOWING.discovery'), { words, width: 264, brief: true }),
  },
  {
    name: 'machine: whole, at 264',
    draw: () => machineDiagram(peer('LOOKING.electing'), { words, width: 264 }),
  },
  {
    name: 'machine: whole, at 288',
    draw: () => machineDiagram(peer('LEADING.discovery.proposing'), { words, width: 288 }),
  },
  { name: 'card: vote', draw: () => lessonCard(voting()) },
  { name: 'card: at work, small', draw: () => lessonCard(working(), { width: 120, height: 60 }) },
  {
    name: 'card: partition',
    draw: () =>
      lessonCard({
        ...voting(),
        messages: [],
        ...parted([
          [1, 2],
          [3, 4, 5],
        ]),
      }),
  },
  { name: 'card: three', draw: () => lessonCard(crowd(3, 2)) },
  ...toolDrawings,
  ...znodeDrawings,
  ...paxosDrawings,
  ...zookeeperDrawings,
  ...logDrawings,
  ...futureDrawings,
  ...byzantineDrawings,
  ...recipeDrawings,
  ...capDrawings,
];
