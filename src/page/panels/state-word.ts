import type { Frame, ProcessView } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';

/** `S3`, also for a process that the frame does not have. */
export const nameOf = (frame: Pick<Frame, 'processes'>, pid: Pid): string =>
  frame.processes.find((process) => process.pid === pid)?.name ?? `S${pid}`;

/** The word for a process's state: CRASHED and PAUSED hide the protocol's own. */
export const stateOf = (process: ProcessView): string => {
  if (process.liveness === 'crashed') return 'CRASHED';
  if (process.liveness === 'paused') return 'PAUSED';
  return process.liveness === 'off' ? 'OFF' : process.state;
};

/** The class that gives a state word its colour. */
export const stateClass = (state: string): string => {
  const quiet = state === 'PAUSED' || state === 'OFF';
  return `w-${quiet ? 'crashed' : state.toLowerCase()}`;
};
