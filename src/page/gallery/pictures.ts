import { lessonCard } from '../../stage/lesson-card.ts';
import type { Drawing } from '../../stage/shape.ts';
import type { Command } from '../../view/command.ts';
import type { ElectionDetail } from '../../view/election.ts';
import type { Frame } from '../../view/frame.ts';
import { fiveServers } from '../labs/initial.ts';
import { Connection } from '../sim/connection.ts';
import { codecOf } from '../sim/models.ts';
import { startWorker } from '../sim/start-worker.ts';
import { beginWork } from '../sim/work.ts';

/** What a picture shows: a lesson, or the election lab's own first run. */
export type Subject = { readonly lesson: string } | { readonly lab: 'election' };

const keyOf = (subject: Subject): string =>
  'lesson' in subject ? `lesson ${subject.lesson}` : `lab ${subject.lab}`;

/** When, in the lab's first run, votes are under way between all servers, in µs. */
const LAB_MOMENT = 36_000;

/** Halfway to the next arrival: messages are seen between the servers. */
const moment = (frame: Frame): number => {
  const arrivals = frame.messages.filter((m) => m.status === 'flying').map((m) => m.arrivesAt);
  return arrivals.length === 0 ? frame.time : (frame.time + Math.min(...arrivals)) / 2;
};

/** Runs what is pictured up to a telling moment. */
const play = async (connection: Connection, subject: Subject): Promise<boolean> => {
  const ask = async (command: Command) => (await connection.ask(command)).problem === null;
  if ('lab' in subject) {
    return (
      (await ask({ type: 'open', scenario: fiveServers })) &&
      (await ask({ type: 'advance', until: LAB_MOMENT }))
    );
  }
  const opened = await connection.ask({ type: 'open-lesson', id: subject.lesson });
  if (opened.problem !== null || !opened.lesson) return false;
  const middle = Math.floor(opened.lesson.steps.length / 2);
  return (
    (await ask({ type: 'lesson-step', index: middle })) &&
    (await ask({ type: 'lesson-begin-step' }))
  );
};

let connection: Connection | null = null;
let newest: Frame | null = null;
let queue: Promise<unknown> = Promise.resolve();
const made = new Map<string, Promise<Drawing | null>>();

const make = async (subject: Subject): Promise<Drawing | null> => {
  connection ??= new Connection(
    startWorker(),
    codecOf('election'),
    (frame) => {
      newest = frame ?? newest;
    },
    () => undefined,
  );
  try {
    if (!(await play(connection, subject)) || newest === null) return null;
    const frame = newest as Frame<ElectionDetail>;
    return lessonCard(frame, { now: moment(frame) });
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
    connection?.close();
    connection = null;
  });
};
