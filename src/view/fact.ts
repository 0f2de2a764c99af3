import type { Micros, Pid } from './time.ts';

/** The value of one named field of a fact; zxids are written `2·7`. */
export type FactValue = number | string | boolean | null;

/**
 * Something that happened, and why. Narration, event list, "why?", space-time diagram and the
 * assertions of a lesson read facts; none of them derives them again from state.
 */
export interface Fact {
  /** The step that made it: the position in the run just before which it was not yet so. */
  readonly step: number;
  readonly time: Micros;
  /** To whom it happened; null for the network or the person. */
  readonly pid: Pid | null;
  /** The rule by name, e.g. `vote-switched`; words for it stand under this key. */
  readonly rule: string;
  /** The step that caused it (the sending of the message, the setting of the timer), if any. */
  readonly cause: number | null;
  /** The values compared or changed, by name. */
  readonly data: Readonly<Record<string, FactValue>>;
}

/** A fact that playing stands still for until it has been read. */
export interface Told {
  readonly fact: Fact;
  /** The same text for facts that say the same again, of somebody else (`vote-switched 5`). */
  readonly again: string;
  /** How many others the same step did it to: five servers start at one instant. */
  readonly more: number;
}

/** What a step consumed; `told`: a line of a log, which says only what came of it. */
export type StepKind = 'deliver' | 'timer' | 'disk' | 'network' | 'start' | 'intervention' | 'told';

/** The message of a step, as far as a diagram or a sentence needs it. */
export interface StepMessage {
  readonly id: number;
  readonly from: Pid;
  readonly to: Pid;
  readonly kind: string;
  readonly label: string;
  readonly claim: number | null;
  readonly sentStep: number;
  readonly sentAt: Micros;
  /**
   * Where it is not known when it was sent (a server's log does not say): `cast`: what it says was said
   * at `sentAt`, and it left then or later; `not`: nothing is known, and `sentAt` is its arrival.
   */
  readonly sentKnown?: 'cast' | 'not';
}

/** One step of a run with everything that was said about it. */
export interface StepRecord {
  /** 0-based: step n leads from position n to position n + 1. */
  readonly step: number;
  readonly time: Micros;
  readonly kind: StepKind;
  readonly pid: Pid | null;
  /** Pings, waiting and other things that nobody asked for; hidden unless asked for. */
  readonly routine: boolean;
  readonly message: StepMessage | null;
  /** Messages that this step sent. */
  readonly sent: readonly StepMessage[];
  readonly facts: readonly Fact[];
}
