/**
 * The language of recipes: a program is a flat list of steps, each with one verb. It has no functions and
 * no recursion; what it may hold and how far it may go without waiting is bounded (`limits.ts`).
 */
import type { Claim, Computation, Label, Pick, Term, Variable } from './recipe-parts.ts';
import type { ZooKeeperNodeSetup } from './zookeeper-setup.ts';

export type { Claim, Computation, Label, Pick, Term, Variable };

/** What a call can come to that is not OK; `else`: any other of them. */
export const STEP_ERRORS = [
  'NodeExists',
  'NoNode',
  'BadVersion',
  'NotEmpty',
  'NoChildrenForEphemerals',
  'ConnectionLoss',
  'SessionExpired',
  // Of a process outside.
  'Refused',
  'Lost',
  'Timeout',
  'UnknownOp',
  'StaleToken',
  'DuplicateKey',
  'NoRow',
  'NotSet',
  'ReadOnly',
  'else',
] as const;
export type StepError = (typeof STEP_ERRORS)[number];

/** Where it goes on when a call has come to this. Without a place here, that of the program; else it stops. */
export type OnError = { readonly [E in StepError]?: Label };

interface Calls {
  readonly path: Term;
  readonly on?: OnError;
}

/** What a step can do. Just one of these stands in it. */
export interface Verbs {
  /** `into`: the new node's path; `zxid`: of its creation. */
  readonly create: Calls & {
    readonly data?: Term;
    readonly ephemeral?: boolean;
    readonly sequential?: boolean;
    readonly into?: Variable;
    readonly zxid?: Variable;
  };
  /** Default version: any. */
  readonly delete: Calls & { readonly version?: Term };
  /** `into`: the node's new version; `zxid`: of this write. */
  readonly setData: Calls & {
    readonly data: Term;
    readonly version?: Term;
    readonly into?: Variable;
    readonly zxid?: Variable;
  };
  /** `zxid`: of the node's last change; `number`: its text is one. */
  readonly getData: Calls & {
    readonly watch?: boolean;
    readonly into?: Variable;
    readonly version?: Variable;
    readonly zxid?: Variable;
    readonly number?: boolean;
  };
  /**
   * `zxid`: of the node's creation. Where it goes on when there is such a node, when this session has made it
   * [Stat.ephemeralOwner], and when there is `no` one.
   */
  readonly exists: Calls & {
    readonly watch?: boolean;
    readonly zxid?: Variable;
    readonly own?: Label;
    readonly yes?: Label;
    readonly no?: Label;
  };
  /** `into`: the names, as the server has them, in no order. */
  readonly getChildren: Calls & { readonly watch?: boolean; readonly into: Variable };
  /** The server catches up with its leader. */
  readonly sync: Calls;
  /** All of it or nothing. `into`: the paths of the nodes that it created. */
  readonly multi: {
    readonly ops: readonly MultiStep[];
    readonly into?: Variable;
    readonly on?: OnError;
  };
  /** Ends its session in order. */
  readonly close: { readonly on?: OnError };
  /** A new session, once the old one is over: goes on when it is there. */
  readonly connect: Readonly<Record<never, never>>;
  /**
   * Waits for the first of `for`: the watch set last (`watch`), for any watch (`any`), for the handle to be
   * connected (`session`), for somebody to say `go`; for `ms` at most. Without `for` it waits that time.
   */
  readonly wait: {
    readonly for?: Awaited | readonly Awaited[];
    /** Events of other types pass by; default: all of them end the wait. */
    readonly of?: EventName | readonly EventName[];
    readonly ms?: Term;
    /** Where it goes on when the time is over first. */
    readonly late?: Label;
    /** … and when not. */
    readonly goto?: Label;
    /** The path of the node of which the event told. */
    readonly into?: Variable;
  };
  /** Is busy with something of its own for so long: it hears nothing but that its session is in doubt. */
  readonly work: { readonly ms: Term };
  readonly compute: Computation & { readonly into: Variable };
  readonly pick: Pick;
  /** Goes to `goto` if it is so, to `else` (if there is one) if not. */
  readonly if: {
    readonly is: readonly [Term, Relation, Term];
    readonly goto: Label;
    readonly else?: Label;
  };
  readonly goto: Label;
  /** Goes back to a step until it has gone so many `times` in all through here. */
  readonly repeat: { readonly times: Term; readonly goto: Label };
  /** From here on: where it goes when a call comes to an error that the call itself does not name. */
  readonly on: OnError & {
    /** … and when its connection is gone, while it waits or works. */
    readonly Disconnected?: Label;
    /** … and when it is told that its session is over. */
    readonly Expired?: Label;
  };
  /** It takes itself for the holder of this; `node`: what it relies on. */
  readonly believe: { readonly what: string; readonly node?: Term };
  /** It does so no more. */
  readonly release: string;
  /** It says something of the world, which is compared with the truth. */
  readonly claim: Claim;
  /** Asks a process outside ZooKeeper, or a client that answers calls. `into`: the value of its answer. */
  readonly call: {
    readonly to: Term;
    readonly op: string;
    readonly args?: Readonly<Record<string, Term | boolean>>;
    readonly timeoutMs?: Term;
    readonly into?: Variable;
    readonly on?: OnError;
  };
  readonly end: true;
}

export type Awaited = 'watch' | 'any' | 'session' | 'go';
export type EventName = 'NodeCreated' | 'NodeDeleted' | 'NodeDataChanged' | 'NodeChildrenChanged';
/** `in`: of a list. */
export type Relation = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in';

export type MultiStep =
  | { readonly check: { readonly path: Term; readonly version?: Term } }
  | {
      readonly create: {
        readonly path: Term;
        readonly data?: Term;
        readonly ephemeral?: boolean;
        readonly sequential?: boolean;
      };
    }
  | { readonly delete: { readonly path: Term; readonly version?: Term } }
  | {
      readonly setData: { readonly path: Term; readonly data: Term; readonly version?: Term };
    };

export type Verb = keyof Verbs;

/** One step without its label. */
export type Deed = { readonly [V in Verb]?: Verbs[V] };

export type Step = Deed & {
  readonly label?: Label;
  /** It stands on the line of the step before it. */
  readonly joined?: boolean;
  /** What a reader is told of the line. */
  readonly note?: string;
  /** By the name of a rule: what stands here when that rule is switched off; null: nothing. */
  readonly broken?: Readonly<Record<string, Deed | null>>;
};

/** Who holds something, as the tree says, whatever anybody believes. */
export interface Holding {
  /** What programs believe to hold: `lock`, `read`, `master`. */
  readonly what: string;
  /**
   * `node`: the owner of `path` itself; of the children of `path`, by their numbers: `smallest`, the first
   * one's; `first`: those of the first `count`; `reader`: of each `read-` before which no `write-` stands;
   * `writer`: of a `write-` that is the first of all. Outside ZooKeeper: `row`, the owner of a row (`T/1`:
   * of table T the row 1); `key`, whose name a key holds (`R1/lock`, `R1,R2,R3/lock`: at more than half).
   */
  readonly rule: 'node' | 'smallest' | 'first' | 'reader' | 'writer' | 'row' | 'key';
  readonly path: string;
  readonly count?: number;
  /** Children with other names (after a guid) do not count. */
  readonly prefix?: string;
}

/** What a recipe promises, for the invariants; what is not here is not promised. */
export interface Promises {
  /** Grants come in the order of the nodes' numbers. */
  readonly fifo?: boolean;
  /** A node that goes wakes so many at most. */
  readonly wakes?: number;
}

export interface RecipeProgram {
  readonly steps: readonly Step[];
  /** The variables with what they begin with; a client's own values replace them. */
  readonly values?: Readonly<Record<Variable, InitialValue>>;
  /** The node under which all happens. */
  readonly root?: string;
  /** Nodes that are there at the beginning, parents first. */
  readonly tree?: readonly ZooKeeperNodeSetup[];
  readonly holds?: readonly Holding[];
  readonly promises?: Promises;
}

export type InitialValue = string | number | readonly string[];

/** The verbs, in the order in which they are offered. */
export const VERBS = [
  'create',
  'delete',
  'setData',
  'getData',
  'exists',
  'getChildren',
  'sync',
  'multi',
  'close',
  'connect',
  'wait',
  'work',
  'compute',
  'pick',
  'if',
  'goto',
  'repeat',
  'on',
  'believe',
  'release',
  'claim',
  'call',
  'end',
] as const satisfies readonly Verb[];

/** The verb of a step; undefined: it has none. */
export const verbOf = (step: Deed): Verb | undefined =>
  VERBS.find((verb) => step[verb] !== undefined);
