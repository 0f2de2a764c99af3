import type { Model } from '../kernel/model.ts';
import type { Start } from '../kernel/starts.ts';
import type { World } from '../kernel/world.ts';
import type { Codec } from '../view/codec.ts';
import type { Condition } from '../view/condition.ts';
import type { Fact, StepRecord } from '../view/fact.ts';
import type { InspectSection } from '../view/inspect.ts';
import type { OwnAnswer, OwnQuestion } from '../view/question.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { Intervention } from '../view/intervention.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { ProtocolForm } from './form.ts';
import type { Carry, Sliced } from './slices.ts';

/** A running world of whatever protocol. */
export type AnyWorld = World<unknown, unknown, unknown>;
export type AnyModel = Model<unknown, unknown, unknown>;

/** A run as those read it who answer questions about it. */
export interface RunRead {
  readonly world: AnyWorld;
  readonly file: ScenarioFile;
  /** The present branch: its steps. */
  readonly branch: { readonly id: number; readonly length: number };
  /** What happened in steps [from, to). */
  records(from: number, to: number): readonly StepRecord[];
  /** The same, each with the world as it was after it, which is another one at the next. */
  walking(from: number, to: number, see: (record: StepRecord, world: AnyWorld) => void): Sliced;
  /** The same run, read at the end of another branch. @throws NotInThisRun if unknown */
  on(branch: number): RunRead;
}

/**
 * What scenarios, runner and doors need to know of a protocol beyond its {@link Model}. One object
 * for each protocol, registered in `protocols.ts`: nothing generic asks which protocol it has.
 */
export interface Protocol {
  readonly name: ScenarioFile['model'];
  /** What checking a file must know of it. */
  readonly form: ProtocolForm;
  /** The model of a checked scenario. */
  model(file: ScenarioFile): AnyModel;
  /** What of a model takes long to make, in slices: then `model` finds it. Missing where nothing does. */
  making?(file: ScenarioFile): Sliced<unknown>;
  /** Who starts by itself, and when; equal times are one simultaneous start. */
  starts(file: ScenarioFile): readonly Start[];
  /**
   * What the set-up itself does to the world next, besides its starts, as things stand; missing where it does
   * nothing. The history has to tell that it is done (`Model.heed`), and it must not be refused then.
   */
  coming?(world: AnyWorld): { readonly time: Micros; readonly what: Intervention } | null;
  /** The protocol's own part of a frame, plain data. */
  detail(world: AnyWorld): unknown;
  /** How that is packed: comes with the protocol, so that no run fetches another one's. */
  readonly codec: Codec<unknown>;
  /** The word for a process's state (`LOOKING`), whatever its liveness. */
  stateWord(world: AnyWorld, pid: Pid): string;
  inspect(world: AnyWorld, pid: Pid): readonly InspectSection[];
  /** Rules of facts that deserve a mark on the timeline. */
  readonly interesting: ReadonlySet<string>;
  /**
   * Rules of facts that somebody who watches wants to read, beside the kernel's own, each with the
   * data that make it the same again (`pid`: its process): a vote for server 5 is the same whoever
   * casts it. Playing stands still for the first of them.
   */
  readonly notable: ReadonlyMap<string, readonly string[]>;
  /** Rules that tell of a request's way through a server, for those who stop at each; may be empty. */
  readonly stages: ReadonlySet<string>;
  /** Timers that only watch: while nothing but these is pending, all is quiet. */
  readonly waiting: ReadonlySet<string>;
  /**
   * The conditions that only this protocol understands.
   * @returns undefined for a condition that means nothing here
   */
  holds(world: AnyWorld, condition: Condition): boolean | undefined;
  /**
   * Why a process does not lead, or has nothing chosen, from the present state and from what is
   * known of the run; missing where nobody asks that.
   */
  whyNot?(world: AnyWorld, pid: Pid, facts: readonly Fact[]): readonly Fact[];
  /**
   * Answers what its lab asks for besides its frame; missing where nothing can be asked, undefined where
   * this run cannot be.
   * @param whose the same object for as long as what was read of the run once stays true
   * @param carry how work in slices is carried out
   * @throws RangeError when the question names what this world does not have
   */
  ask?(
    run: RunRead,
    question: OwnQuestion,
    whose: object,
    carry: Carry,
  ): OwnAnswer | Promise<OwnAnswer> | undefined;
  /** Fetches what answers questions that are seldom the first; missing where all is there at once. */
  later?(): Promise<unknown>;
  /** Names of the rules that can be switched off, with what each does. */
  readonly mutants: readonly {
    readonly name: string;
    readonly reach: string;
    /** Random runs until it is found, at the median. */
    readonly runs: number;
  }[];
}
