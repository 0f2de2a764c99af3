import { parted } from '../fixtures.ts';
import type { Drawing } from '../shape.ts';
import { motleyTree, smallTree } from '../znode/fixtures.ts';
import { travelling, world, writing } from './fixtures.ts';
import type { ZooKeeperFrame } from './fixtures.ts';
import { zookeeperLayout } from './layout.ts';
import { castOf } from './members/cast.ts';
import { broadcast, crowded, grouped } from './members/fixtures.ts';
import { membersLayout } from './members/layout.ts';
import { membersStage } from './members/stage.ts';
import { zookeeperPicture } from './picture.ts';
import { zookeeperStage } from './stage.ts';
import type { ZooKeeperStageOptions } from './stage.ts';
import { inEnglish } from '../words.ts';
import { zookeeperWords } from './words.ts';

const stage = (
  frame: ZooKeeperFrame,
  width: number,
  height: number,
  options: Partial<ZooKeeperStageOptions> = {},
): Drawing => {
  const clients = frame.detail.clients.map(({ pid }) => pid);
  const layout = zookeeperLayout(clients, 1, { width, height });
  const shapes = zookeeperStage(frame, layout, frame.time, {
    words: inEnglish(zookeeperWords),
    ...options,
  });
  return { shapes, width, height };
};

const members = (frame: ZooKeeperFrame, width: number, height: number): Drawing => {
  const layout = membersLayout(castOf(frame), { width, height });
  const words = inEnglish(zookeeperWords);
  return { shapes: membersStage(frame, layout, frame.time, { words }), width, height };
};

/** What was under way when the server was killed. */
const taken = () => {
  const server = writing().detail.servers[0];
  return {
    stages: server?.stages ?? [],
    log: server?.log.filter(({ durable }) => !durable) ?? [],
  };
};

/** The drawings of the ZooKeeper lab, for the developers' gallery and the tests. */
export const zookeeperDrawings: readonly { readonly name: string; readonly draw: () => Drawing }[] =
  [
    { name: 'zookeeper: a write on its way', draw: () => stage(writing(), 628, 476) },
    { name: 'zookeeper: groups and weights', draw: () => members(grouped(), 628, 432) },
    { name: 'zookeeper: a write in an ensemble', draw: () => members(broadcast(), 628, 432) },
    { name: 'zookeeper: an ensemble of nine', draw: () => members(crowded(), 628, 432) },
    { name: 'zookeeper: an ensemble on a phone', draw: () => members(broadcast(), 390, 430) },
    {
      name: 'zookeeper: without the tree beside it',
      draw: () => stage(writing(), 976, 476, { selected: 101 }),
    },
    { name: 'zookeeper: on a phone', draw: () => stage(writing(), 390, 430, { selected: 1 }) },
    {
      name: 'zookeeper: a long log, and three sessions that no server counts',
      draw: () =>
        stage(
          world({
            clients: ['α CONNECTING 4/10', 'β CONNECTING 4/10', 'γ CONNECTING 4/10'],
            state: 'CRASHED',
            log: Array.from({ length: 24 }, (_, i) => i + 1).join(' '),
            server: { sessions: [] },
          }),
          628,
          476,
        ),
    },
    {
      name: 'zookeeper: every state of a client',
      draw: () =>
        stage(
          world({
            clients: [
              'α CONNECTED 3.1/4 e2',
              'β CONNECTING 0/4',
              'γ EXPIRED',
              'δ AUTH_FAILED',
              'ε CLOSED',
              'ζ CRASHED',
              'η PAUSED 2/4',
              'θ OFF',
            ],
            log: '|1 2 3',
            snapshot: 0,
          }),
          976,
          476,
          { changed: { what: 'process', pid: 102 }, reducedMotion: true },
        ),
    },
    {
      name: 'zookeeper: one client cut off',
      draw: () =>
        stage(
          {
            ...world({
              clients: ['α CONNECTED 20/30', 'β CONNECTING 1.2/10 e1', 'γ CONNECTED 9/10'],
              log: '|1 2 3 4',
              snapshot: 0,
            }),
            ...parted([[102], [1, 101, 103]]),
          },
          628,
          476,
        ),
    },
    {
      name: 'zookeeper: the server is down',
      draw: () =>
        stage(
          world({
            clients: ['α CONNECTING', 'β CONNECTING'],
            state: 'CRASHED',
            log: '|1 2 3 4',
            snapshot: 0,
            server: { stages: [], sessions: [], lost: taken() },
          }),
          628,
          476,
        ),
    },
    {
      name: 'zookeeper: a held request',
      draw: () =>
        stage(
          world({
            clients: ['α CONNECTED 30/30', 'β CONNECTED 10/10'],
            log: '|1 2',
            snapshot: 0,
            messages: travelling(`
              101>1 request "create /app/x" create held
              102>1 request "getChildren2 /app" getChildren2 70%`),
          }),
          628,
          476,
          { selectedMessage: 0, changed: { what: 'cell', index: 1 } },
        ),
    },
    {
      name: 'zookeeper: many requests',
      draw: () =>
        stage(
          world({
            clients: ['α CONNECTED 30/30'],
            stages: {
              prep: ['20 create /a of 101', '21 create /b of 101', '22 create /c of 101'],
              flush: Array.from(
                { length: 7 },
                (_, i) => `${i + 3} create /n${i} 0·${i + 9} of 101`,
              ),
            },
            log: `|${Array.from({ length: 24 }, (_, i) => `${i + 1}${i > 16 ? '?' : ''}`).join(' ')}`,
            snapshot: 0,
          }),
          628,
          476,
          { changed: { what: 'job', number: 3 } },
        ),
    },
    {
      name: 'zookeeper: card',
      draw: () => zookeeperPicture(writing(), { rows: smallTree() }),
    },
    {
      name: 'zookeeper: card, every kind of node',
      draw: () =>
        zookeeperPicture(
          world({
            clients: ['α CONNECTED 3.1/4 e2', 'β CONNECTING 0/4', 'γ CRASHED'],
            log: '|1 2 3',
            snapshot: 0,
          }),
          { rows: motleyTree() },
        ),
    },
  ];
