import type { FactValue } from './fact.ts';
import type { Micros, Pid } from './time.ts';

/** The machine of a process, drawn from its definition. */
export interface MachineView {
  readonly id: string;
  readonly states: readonly MachineStateView[];
  readonly transitions: readonly MachineTransitionView[];
  /** Path of the state that is lit now. */
  readonly current: string;
}

export interface MachineStateView {
  readonly path: string;
  readonly parent: string | null;
  readonly initial: boolean;
}

export interface MachineTransitionView {
  readonly from: string;
  readonly to: string;
  /** Event name, '' for an eventless transition. */
  readonly event: string;
  readonly guard: string | null;
}

/** A named group of fields; the words of names stand under `terms` in the page's words. */
export interface InspectSection {
  readonly name: 'vote' | 'log' | 'timers' | 'disk' | 'connections' | (string & {});
  readonly rows: readonly InspectRow[];
}

export interface InspectRow {
  readonly term: string;
  /** Of a timer: how long until it is due, µs. */
  readonly value: FactValue;
  /** A timer that is held by hand. */
  readonly held?: true;
}

/** All that the inspector shows of one process, sent on demand. */
export interface InspectView {
  readonly pid: Pid;
  readonly time: Micros;
  readonly machines: readonly MachineView[];
  readonly sections: readonly InspectSection[];
}
