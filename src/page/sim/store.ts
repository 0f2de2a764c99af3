import { create } from 'zustand';
import type { Foreseen, LessonState, ProblemView } from '../../view/command.ts';
import type { Exhibit } from '../../view/exhibit.ts';
import type { Fact } from '../../view/fact.ts';
import type { BranchView, Frame, Mark, RunEnd } from '../../view/frame.ts';
import type { Intervention, RecordedIntervention } from '../../view/intervention.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Shown } from './models.ts';
import type { Veil } from '../../stage/veil.ts';
import type { Story } from './story.ts';
import type { Opened } from './opened.ts';

/** What the person has selected on the stage or in a list. */
export type Selection =
  | { readonly kind: 'process'; readonly pid: Pid }
  | { readonly kind: 'message'; readonly id: number }
  | { readonly kind: 'link'; readonly a: Pid; readonly b: Pid }
  | null;

/** An act, with the names that its processes had. */
export interface Watching {
  readonly what: Intervention;
  readonly names: Readonly<Record<Pid, string>>;
}

/**
 * What a lab asks by itself while the run goes on, beside the questions of lessons: until it is answered
 * the same is hidden as there.
 */
export interface OwnQuestion {
  /** The moment that it is about: what has happened later is not told. Infinity: it comes only later. */
  readonly since: Micros;
  readonly veil: Veil;
}

/** What the person answered to the present lesson step's question. */
export interface PredictionState {
  readonly chosen: string | null;
  readonly checked: boolean;
  /** How it will be answered, when that is told before the step has run. */
  readonly told: Foreseen | null;
  /** How many in a room raised a hand for each option, as somebody counted them. */
  readonly hands: Readonly<Record<string, number>>;
  /** The option whose reply somebody has asked for. */
  readonly replyTo: string | null;
  /** Where the run stood when somebody went back to the moment that refutes an option. */
  readonly lookedBackFrom: { readonly branch: number; readonly position: number } | null;
}

/**
 * What the page shows and what the person chose: never the truth about the simulation, which is
 * the worker's. The playhead is not here: it moves without React (`playhead.ts`).
 */
export interface SimState {
  /** The protocol of the runs that are opened here, or what was recorded; null before the first. */
  readonly model: Shown | null;
  /** It has happened already: nothing can be done to it. */
  readonly recorded: boolean;
  readonly status: 'empty' | 'opening' | 'ready' | 'failed';
  /** What the worker died of, when `failed`. */
  readonly failure: string | null;

  /** Grows with each run that is opened: positions and branches of another run mean nothing. */
  readonly run: number;

  /** What the run was opened from; null in a lesson, and where nobody says. */
  readonly opened: Opened | null;

  // From the worker.
  readonly frame: Frame | null;
  /** The frame that the present one went on from, for what has changed; null after a jump. */
  readonly before: Frame | null;
  readonly happened: readonly Fact[];
  /** What playing tells of the run, while it stands at it; null where it has told nothing yet. */
  readonly story: Story | null;
  readonly marks: readonly Mark[];
  readonly branches: readonly BranchView[];
  readonly interventions: readonly RecordedIntervention[];
  /** The person's newest act before the moment shown, and what was taken back last. */
  readonly undo: RecordedIntervention | null;
  readonly redo: RecordedIntervention | null;
  readonly lesson: LessonState | null;
  readonly end: RunEnd;
  /** The newest problem, until dismissed. */
  readonly problem: ProblemView | null;

  // The person's.
  readonly playing: boolean;
  /** Playing has ended by itself: nothing is left, or nothing but pings and waiting. */
  readonly rest: boolean;
  /** The act whose consequences are being watched; null when they are over, or nobody minds. */
  readonly watching: Watching | null;
  /** Whether playing stands at each stage that a request passes. */
  readonly stopAtStages: boolean;
  /** 0.1 to 50. */
  readonly speed: number;
  /** Whether the person chose that speed: then no lesson's step changes it. */
  readonly ownSpeed: boolean;
  /** Virtual µs in one second at speed 1. */
  readonly pace: number;
  readonly selection: Selection;
  /** Path of the selected node of a tree; beside `selection`: a server and a node are looked at together. */
  readonly znode: string | null;
  /** Whether pings and waiting are shown, listed and stepped through. */
  readonly showRoutine: boolean;
  /** The figure beside the run, as the lesson's step showed it and the person changed it. */
  readonly exhibit: Exhibit | null;
  /** The view that the dock shows (an id of the lab's views). */
  readonly dockView: string | null;
  readonly prediction: PredictionState;
  readonly question: OwnQuestion | null;
}

export const NO_PREDICTION: PredictionState = {
  chosen: null,
  checked: false,
  told: null,
  hands: {},
  replyTo: null,
  lookedBackFrom: null,
};

/** Playing has come to rest. */
export const AT_REST = { playing: false, rest: true, watching: null } as const;

/** A run before its first frame. */
export const EMPTY: SimState = {
  model: null,
  recorded: false,
  status: 'empty',
  failure: null,
  run: 0,
  opened: null,
  frame: null,
  before: null,
  happened: [],
  story: null,
  marks: [],
  branches: [],
  interventions: [],
  undo: null,
  redo: null,
  lesson: null,
  end: null,
  problem: null,
  playing: false,
  rest: false,
  watching: null,
  stopAtStages: false,
  speed: 1,
  ownSpeed: false,
  pace: 10_000,
  selection: null,
  znode: null,
  showRoutine: false,
  exhibit: null,
  dockView: null,
  prediction: NO_PREDICTION,
  question: null,
};

/** Reads the store: `useSim((s) => s.frame)`. Select as little as you need. */
export const useSim = create<SimState>()(() => EMPTY);
