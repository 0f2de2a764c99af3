import { create } from 'zustand';
import type { Answer } from '../../view/command.ts';
import { LIMITS } from '../../view/limits.ts';
import type { LogsAnswer, LogsToRead, LogsView, Reading } from '../../view/server-logs.ts';
import type { Pid } from '../../view/time.ts';
import type { WorkerLike } from './connection.ts';

/** Logs of real servers that the reader has brought. */
export interface ServerLogsState extends LogsToRead<File> {
  /** Grows with each reading. */
  readonly readings: number;
  /** Of all bytes, how many are read; null while nothing is. */
  readonly progress: Reading['reading'] | null;
  /** What came of them. */
  readonly view: LogsView | null;
  /** Why they were not even read, with what there is to say of it. */
  readonly trouble: { readonly code: 'large' | 'many'; readonly detail: number } | null;
}

const NONE: ServerLogsState = {
  files: [],
  said: {},
  readings: 0,
  progress: null,
  view: null,
  trouble: null,
};

export const useServerLogs = create<ServerLogsState>()(() => NONE);

/** Takes these logs instead of those that are there; they are read when the page that shows them is open. */
export function bringLogs(files: readonly File[], said: LogsToRead<File>['said'] = {}): void {
  const readings = useServerLogs.getState().readings + 1;
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > LIMITS.filesAtOnce) {
    useServerLogs.setState({ trouble: { code: 'many', detail: files.length } });
  } else if (total > LIMITS.fileBytes) {
    useServerLogs.setState({ trouble: { code: 'large', detail: total } });
  } else {
    useServerLogs.setState({ ...NONE, files, said, readings });
  }
}

/** Brings more beside those that are there; a file of the same name takes the other one's place. */
export function bringMore(more: readonly File[]): void {
  const { files, said } = useServerLogs.getState();
  const names = new Set(more.map(({ name }) => name));
  bringLogs([...files.filter(({ name }) => !names.has(name)), ...more], said);
}

/** Says whose log a file is, and reads all again. */
export function sayWhose(name: string, sid: Pid): void {
  const { files, said } = useServerLogs.getState();
  bringLogs(files, { ...said, [name]: sid });
}

/** Forgets them. */
export const forgetLogs = (): void =>
  useServerLogs.setState(({ readings }) => ({ ...NONE, readings: readings + 1 }));

/** What the worker said of the logs that it has read. */
export function noteLogs({ asked }: Answer): void {
  const answer = asked as LogsAnswer | undefined;
  if (answer?.ask === 'logs') useServerLogs.setState({ view: answer.logs, progress: null });
}

const isReading = (data: object): data is Reading => 'reading' in data;

/** A fresh worker that reads logs; what it says of its progress goes to the store. */
export const startLogsWorker = (): WorkerLike => {
  const worker = new Worker(new URL('../../worker/logs.worker.ts', import.meta.url), {
    type: 'module',
  });
  return {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    addEventListener: (type: 'message' | 'error', listener: (event: never) => void) => {
      worker.addEventListener(type, (event) => {
        if (event instanceof MessageEvent && isReading(event.data as object)) {
          useServerLogs.setState({ progress: (event.data as Reading).reading });
        } else listener(event as never);
      });
    },
  };
};

/** A log as it begins: the time and the level of one of its first lines. */
const LINE =
  /^.{0,200}\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d.{0,60}\b(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\b/mu;
/** So many characters of a file are looked at. */
const HEAD = 4096;
/** `server1.log.gz`: what is packed is known by its name alone. */
const PACKED = /\.(?:log|out|txt)(?:\.\d+)?\.gz$/iu;

/** The files among these that are logs of servers, as far as their beginning shows. */
export async function logsAmong(files: readonly File[]): Promise<readonly File[]> {
  const heads = await Promise.all(files.map((file) => file.slice(0, HEAD).text()));
  return files.filter(({ name }, i) => PACKED.test(name) || LINE.test(heads[i] ?? ''));
}
