import type { Answer, Command } from '../../view/command.ts';
import type { ToldAhead } from '../../view/foretold.ts';
import type { Frame } from '../../view/frame.ts';
import { Connection } from './connection.ts';
import type { Arrived, Long, WorkerLike } from './connection.ts';
import { merge, opens } from './merge.ts';
import { stepsOf, useLongWork } from './long-work.ts';
import { codecOf, isRecorded } from './models.ts';
import type { Recorded, Shown } from './models.ts';
import { startLogsWorker } from './server-logs.ts';
import { startWorker } from './start-worker.ts';
import { EMPTY, useSim } from './store.ts';

let connection: Connection | null = null;
let present: Shown | null = null;

/** Who reads what was recorded; runs have the simulation. */
const readers: Readonly<Record<Recorded, () => WorkerLike>> = { logs: startLogsWorker };

type FrameListener = (frame: Frame, arrived: readonly Arrived[]) => void;
const frameListeners = new Set<FrameListener>();

/** Calls `listener` with each new frame, after the store has it; returns how to stop that. */
export const onFrame = (listener: FrameListener): (() => void) => {
  frameListeners.add(listener);
  return () => frameListeners.delete(listener);
};

const deliver = (frame: Frame | null, arrived: readonly Arrived[]): void => {
  useSim.setState((state) => merge(state, frame, arrived));
  if (frame !== null) for (const listener of frameListeners) listener(frame, arrived);
  if (arrived.some(({ answer }) => stopping && answer.stopped === true)) noteStopped();
};

/** Where the present long work began; null: there is none. */
let begun: number | null = null;
/** Whether a person wants no more of it. */
let stopping = false;

const noteLong = (long: Long | null): void => {
  stopping &&= long !== null;
  begun = long === null ? null : (begun ?? useSim.getState().frame?.position ?? 0);
  const working =
    long === null || begun === null ? null : { ...long, of: stepsOf(long.command, begun) };
  useLongWork.setState({ working, ...(working !== null && { stopped: null }) });
};

const noteStopped = (): void => {
  const { frame, run } = useSim.getState();
  if (frame === null) return;
  const { branch, position } = frame;
  useLongWork.setState({ stopped: { run, branch, position } });
};

/** Stops what takes long: the run stands as far as that has come. */
export const stopWork = (): void => {
  stopping = true;
  useSim.setState({ playing: false });
  connection?.stop();
};

const fail = (message: string): void => {
  useSim.setState({ status: 'failed', failure: message, playing: false });
};

/** Starts a fresh worker for what is to be shown; what ran before is gone. */
export const startSession = (shown: Shown): void => {
  connection?.close();
  const kept = useSim.getState();
  const { run, showRoutine, dockView } = kept;
  useSim.setState({ ...EMPTY, run: run + 1, showRoutine, dockView });
  const recorded = isRecorded(shown);
  useSim.setState({ model: shown, recorded, status: 'opening' });
  present = shown;
  const worker = recorded ? readers[shown]() : startWorker(shown);
  connection = new Connection(worker, codecOf(shown), deliver, fail, noteLong);
};

export const endSession = (): void => {
  connection?.close();
  connection = null;
  useSim.setState(({ run }) => ({ ...EMPTY, run }));
};

const refusal = (message: string): Answer => ({
  problem: { code: 'worker-failed', where: '', data: { message }, text: message },
  happened: [],
});

/** Asks the worker; a dead worker answers with a problem. @param foretold what will be answered, if that is known */
export const request = async (command: Command, foretold: ToldAhead = null): Promise<Answer> => {
  if (connection === null) return refusal('no simulation is open');
  // How far the present run has played, or what was wrong before, says nothing to the next one. What
  // turns out wrong while it is opened, as a file that is dropped meanwhile, does.
  if (opens(command.type)) useSim.setState({ playing: false, problem: null });
  try {
    // Frames of another protocol could not be read here.
    const asked =
      command.type === 'open' && present !== null && !isRecorded(present)
        ? { ...command, model: present }
        : command;
    return await connection.ask(asked, foretold);
  } catch (error) {
    return refusal(error instanceof Error ? error.message : String(error));
  }
};

/** When the simulation of the present run has answered once: before that its own files are on their way. */
export const isThere = async (): Promise<void> => connection?.there;

export const isBusy = (): boolean => connection?.busy ?? false;
