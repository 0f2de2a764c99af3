/**
 * The page's door to logs of real servers: it reads the files that `open` names, and answers the same
 * commands as the simulation's door. All behaviour is in `server-logs`.
 */
import { ServerLogs } from '../server-logs/logs.ts';
import { LogsSession } from '../server-logs/session.ts';
import { Writer } from '../view/packing.ts';
import type { Request, Response } from '../view/command.ts';
import { packed } from '../view/packed/election.ts';
import type { LogsToRead, Reading } from '../view/server-logs.ts';
import { toldFrameCodec } from '../view/told-frame.ts';
import { readFiles } from './read-file.ts';

/** Between two words of progress, ms. */
const EVERY = 80;

const codec = toldFrameCodec(packed);
const writer = new Writer();
let session: LogsSession | null = null;
let work: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<Request>): void => {
  // A mistake of ours: as an error of the worker it reaches the page.
  work = work.then(() => answer(data)).catch(reportError);
};

async function answer({ id, command }: Request): Promise<void> {
  // The page sends nothing else here.
  if (command.type === 'open') session = await opened(command.scenario as LogsToRead<File>);
  if (session === null) return;
  const { answer: said, frame } = session.handle(command);
  const response: Response = { id, answer: said, frame: null };
  if (frame === null) {
    self.postMessage(response);
    return;
  }
  codec.write(writer, frame);
  const taken = writer.take();
  self.postMessage({ ...response, frame: taken }, { transfer: [taken.buffer] });
}

/** Half of the work is to read the files, the other half to understand them. */
async function opened({ files, said }: LogsToRead<File>): Promise<LogsSession> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let told = -Infinity;
  const tell = (part: number): void => {
    const now = performance.now();
    if (now - told < EVERY) return;
    told = now;
    const reading: Reading = { reading: { done: Math.floor(part * total), total } };
    self.postMessage(reading);
  };
  const read = await readFiles(files, (done) => tell(done / Math.max(1, total) / 2));
  return new LogsSession(
    new ServerLogs(read, said, (done, all) => tell(0.5 + done / Math.max(1, all) / 2)),
  );
}
