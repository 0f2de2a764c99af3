/** What of a client's state is about processes outside ZooKeeper. */
import type { OutsideRequest } from '../protocols/outside/messages.ts';
import type { Micros, Pid } from '../view/time.ts';

/** A connection to a process outside. */
export interface Line {
  readonly pid: Pid;
  readonly connection: number;
  readonly open: boolean;
}

/** A request that has no answer yet. */
export interface Question {
  readonly call: number;
  readonly to: Pid;
  readonly request: OutsideRequest;
  /** When it is given up. */
  readonly due: Micros;
  readonly sent: boolean;
}

/** Not there before the client's program asks for the first time. */
export interface Asks {
  readonly lines: readonly Line[];
  /** In the order in which they were asked. */
  readonly questions: readonly Question[];
}
