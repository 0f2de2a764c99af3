/**
 * The table a machine is flattened to: types only. `flatten.ts` makes it, `execute.ts` runs it.
 *
 * Every object on the hot path has exactly one shape (all fields always present), so that the
 * executor's property reads stay monomorphic whatever machine is run.
 */

/** XState's context, and the mutable holder the table runs on. `S` is an immutable class instance. */
export interface Scope<S> {
  s: S;
}

/** What a machine is given; it carries whatever else the kernel puts in (`io`, a message, ...). */
export interface MachineEvent {
  readonly type: string;
}

/** What guards, assigns, raises and custom actions are called with, as in XState. Reused: do not keep it. */
export interface Args {
  context: Scope<unknown>;
  event: MachineEvent;
}

export type Implementation = (args: Args, params: unknown) => unknown;

/** A state. Index 0 is the root of the machine, whose path is ''. */
export interface StateInfo {
  readonly index: number;
  readonly key: string;
  /** Keys from below the root, joined by dots: 'following.discovery'. */
  readonly path: string;
  /** Index of the parent; -1 for the root. */
  readonly parent: number;
  readonly atomic: boolean;
}

/** A transition as it was written, for drawing the machine. */
export interface EdgeInfo {
  readonly from: number;
  /** The target as written (it may be compound); null for an internal transition. */
  readonly to: number | null;
  /** '' for `always`. */
  readonly event: string;
  readonly guard: string | null;
  readonly actions: readonly string[];
}

/** What an op does. Plain numbers: the executor switches on them. */
export const ASSIGN = 0;
export const CALL = 1;
export const RAISE = 2;
export const RAISE_RESULT = 3;

/** One action of a program. */
export interface Op {
  readonly kind: typeof ASSIGN | typeof CALL | typeof RAISE | typeof RAISE_RESULT;
  /** The name under which the machine's `setup` knows the action. */
  readonly name: string;
  /** The implementation; unused by RAISE. */
  readonly run: Implementation;
  readonly params: unknown;
  /** The event that RAISE raises; null for the others. */
  readonly raised: MachineEvent | null;
}

/** One transition as seen from one leaf: what to ask, what to do, where it ends. */
export interface Candidate {
  /** The state that declares it: the leaf or one of its ancestors. */
  readonly source: number;
  /** The target as written; -1 for an internal transition. */
  readonly to: number;
  readonly reenter: boolean;
  readonly guard: Implementation | null;
  readonly guardName: string | null;
  readonly guardParams: unknown;
  /** Exit actions, then the transition's own, then entry actions with the initial descent. */
  readonly ops: readonly Op[];
  /** How many of `ops` are exit actions, and how many are entry actions. */
  readonly exits: number;
  readonly entries: number;
  /** The leaf it ends in. */
  readonly target: number;
  /** True when it neither assigns nor leaves the leaf: XState then does not look at `always` again. */
  readonly still: boolean;
}

/** What one macrostep works with; leased from the table so that a step allocates nothing. */
export interface Run {
  readonly args: Args;
  readonly queue: MachineEvent[];
}

export interface Table {
  /** The machine's id. */
  readonly id: string;
  /** All states in document order, the root first. */
  readonly states: readonly StateInfo[];
  /** All event types that some state names. */
  readonly events: readonly string[];
  /** The leaf that initial entry descends to, before any `always`. */
  readonly initial: number;
  readonly eventIndices: ReadonlyMap<string, number>;
  /** Candidates at `state * events.length + event`, innermost state's first; undefined for compound states. */
  readonly rows: readonly (readonly Candidate[] | undefined)[];
  /** Eventless candidates of each leaf, innermost state's first; undefined for compound states. */
  readonly always: readonly (readonly Candidate[] | undefined)[];
  /** Of each leaf: whether no `always` of it is enabled any more once a macrostep is over, until the state changes. */
  readonly rests: readonly boolean[];
  /** Entry actions of the root and of the initial descent. */
  readonly start: readonly Op[];
  readonly edges: readonly EdgeInfo[];
  /** How many rounds of `always` and raised events a macrostep may take before it counts as endless. */
  readonly limit: number;
  /** The executor's; null while a macrostep is under way, which makes a nested one take its own. */
  idle: Run | null;
}
