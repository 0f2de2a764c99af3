import { counterPicture } from '../../stage/counter/picture.ts';
import { lessonCard } from '../../stage/lesson-card.ts';
import { paxosPicture } from '../../stage/paxos/picture.ts';
import type { Drawing } from '../../stage/shape.ts';
import { zookeeperPicture } from '../../stage/zookeeper/picture.ts';
import type { Answer, Command } from '../../view/command.ts';
import type { CounterDetail } from '../../view/counter.ts';
import type { ElectionDetail } from '../../view/election.ts';
import type { Frame } from '../../view/frame.ts';
import type { PaxosDetail } from '../../view/paxos.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import type { ZooKeeperDetail } from '../../view/zookeeper.ts';
import { lessons } from '../../lessons/words.ts';
import { twoCallers } from '../labs/counter/initial.ts';
import { fiveServers } from '../labs/initial.ts';
import { fiveMembers } from '../labs/paxos/initial.ts';
import { twoConsoles } from '../labs/zookeeper/initial.ts';
import { Connection } from '../sim/connection.ts';
import { codecOf } from '../sim/models.ts';
import type { Model } from '../sim/models.ts';
import { startWorker } from '../sim/start-worker.ts';
import { beginWork } from '../sim/work.ts';

/** What a picture shows: a lesson, or a lab's own first run. */
export type Subject = { readonly kind: 'lesson' | 'lab'; readonly id: string };

type Ask = (command: Command) => Promise<Answer>;

interface Painter {
  readonly model: Model;
  /** Of what it asks the run about besides the frame, too. */
  readonly draw: (frame: Frame, now: number, ask: Ask) => Drawing | Promise<Drawing>;
  /** The lab's first run, and when it looks like something, in µs. */
  readonly initial: ScenarioFile;
  readonly moment: number;
}

/** How runs of each protocol are drawn in small; one without a screen has no picture yet. */
const painters: Readonly<Partial<Record<Model, Painter>>> = {
  election: {
    model: 'election',
    draw: (frame, now) => lessonCard(frame as Frame<ElectionDetail>, { now }),
    initial: fiveServers,
    // Votes are under way between all servers.
    moment: 36_000,
  },
  paxos: {
    model: 'paxos',
    draw: (frame, now) => paxosPicture(frame as Frame<PaxosDetail>, { now }),
    initial: fiveMembers,
    // The larger ballot has its promises, the smaller one's Accepts come too late.
    moment: 34_000,
  },
  zookeeper: {
    model: 'zookeeper',
    draw: async (frame, now, ask) => {
      const seen = frame as Frame<ZooKeeperDetail>;
      const server = seen.detail.servers[0]?.pid ?? 0;
      const unfolded = { all: true, but: [] };
      const question = { ask: 'tree', server, unfolded, first: 0, most: 40 } as const;
      const { asked } = await ask({ type: 'ask', question });
      return zookeeperPicture(seen, { rows: asked?.ask === 'tree' ? asked.rows : [], now });
    },
    initial: twoConsoles,
    // The consoles' first lines are on their way.
    moment: 150_000,
  },
  counter: {
    model: 'counter',
    draw: (frame, now) => counterPicture(frame as Frame<CounterDetail>, { now }),
    initial: twoCallers,
    moment: 1000,
  },
};

const isModel = (id: string): id is Model => Object.hasOwn(painters, id);

const painterOf = ({ kind, id }: Subject): Painter | null => {
  const model = kind === 'lab' ? id : lessonModel(id);
  return model !== undefined && isModel(model) ? (painters[model] ?? null) : null;
};

const lessonModel = (id: string): string | undefined =>
  lessons.find((lesson) => lesson.id === id)?.model;

const keyOf = ({ kind, id }: Subject): string => `${kind} ${id}`;

/** Halfway to the next arrival: messages are seen between the servers. */
const moment = (frame: Frame): number => {
  const arrivals = frame.messages.filter((m) => m.status === 'flying').map((m) => m.arrivesAt);
  return arrivals.length === 0 ? frame.time : (frame.time + Math.min(...arrivals)) / 2;
};

/** Runs what is pictured up to a telling moment. */
const play = async (
  connection: Connection,
  { kind, id }: Subject,
  painter: Painter,
): Promise<boolean> => {
  const ask = async (command: Command) => (await connection.ask(command)).problem === null;
  if (kind === 'lab') {
    return (
      (await ask({ type: 'open', scenario: painter.initial })) &&
      (await ask({ type: 'advance', until: painter.moment }))
    );
  }
  const opened = await connection.ask({ type: 'open-lesson', id });
  if (opened.problem !== null || !opened.lesson) return false;
  const middle = Math.floor(opened.lesson.steps.length / 2);
  return (
    (await ask({ type: 'lesson-step', index: middle })) &&
    (await ask({ type: 'lesson-begin-step' }))
  );
};

/** One for each protocol: frames of each are packed in their own way. */
const connections = new Map<Model, Connection>();
let newest: Frame | null = null;
let queue: Promise<unknown> = Promise.resolve();
const made = new Map<string, Promise<Drawing | null>>();

const connect = (model: Model): Connection => {
  const known = connections.get(model);
  if (known !== undefined) return known;
  const connection = new Connection(
    startWorker(),
    codecOf(model),
    (frame) => {
      newest = frame ?? newest;
    },
    () => undefined,
  );
  connections.set(model, connection);
  return connection;
};

const make = async (subject: Subject): Promise<Drawing | null> => {
  const painter = painterOf(subject);
  if (painter === null) return null;
  try {
    const connection = connect(painter.model);
    const there = await play(connection, subject, painter);
    if (!there || newest === null) return null;
    const ask: Ask = (command) => connection.ask(command);
    return await painter.draw(newest, moment(newest), ask);
  } catch {
    // A picture is decoration: without the simulation there is none.
    return null;
  }
};

/** The small drawing of a subject, made once by the simulation itself; null if it cannot be. */
export const pictureOf = (subject: Subject): Promise<Drawing | null> => {
  const key = keyOf(subject);
  const known = made.get(key);
  if (known !== undefined) return known;
  const done = beginWork();
  const drawing = queue.then(() => make(subject)).finally(done);
  made.set(key, drawing);
  queue = drawing;
  return drawing;
};

/** Ends the worker once the gallery is left; the pictures stay. */
export const endPictures = (): void => {
  void queue.finally(() => {
    for (const connection of connections.values()) connection.close();
    connections.clear();
  });
};
