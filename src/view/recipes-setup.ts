import type { Latency } from './intervention.ts';
import type { AnswersSetup } from './outside.ts';
import type { InitialValue, RecipeProgram, Variable } from './recipe-program.ts';
import type { Pid } from './time.ts';
import type { WorldSetup, ZooKeeperCondition } from './zookeeper-setup.ts';

/** What recipes add to what every protocol has. */
export interface RecipesParts {
  readonly setup: RecipesSetup;
  readonly condition: RecipesCondition;
  /** Of a client. */
  readonly veiled: 'believes' | 'holds';
}

/** Servers that know nothing of recipes, and clients that run them. */
export interface RecipesSetup extends Pick<
  WorldSetup,
  'servers' | 'ensemble' | 'cfg' | 'tree' | 'clockMs' | 'stageMs' | 'watch' | 'broken' | 'outside'
> {
  /** Programs of a person's own, by name; the built-in ones need not be listed, and one listed goes before. */
  readonly programs?: Readonly<Record<string, RecipeProgram>>;
  readonly clients: readonly RecipeClientSetup[];
}

export interface RecipeClientSetup {
  /** From 101 on. */
  readonly id: Pid;
  /** Default: C1, C2, … */
  readonly name?: string;
  /** One of the set-up's programs, or a built-in one. */
  readonly program: string;
  /** In the place of the program's. */
  readonly values?: Readonly<Record<Variable, InitialValue>>;
  /** How long it thinks before each call, ms; default 0. */
  readonly thinkMs?: number;
  /** When it starts, ms after the beginning; default 100; null: not by itself. */
  readonly startMs?: number | null;
  /** Of all its messages, both ways; default: the scenario's. */
  readonly latency?: Latency;
  /** Session timeout as wished; default 10 000. */
  readonly timeoutMs?: number;
  /** The servers that its connect string names, in which order it tries them; default: all, shuffled. */
  readonly servers?: readonly Pid[];
  /** It answers calls itself, by its name, as a provider of a service does. */
  readonly answers?: AnswersSetup;
  /** Kept for later: not shown, and not started, until somebody opens it. */
  readonly spare?: boolean;
}

/** What can be asked of recipes, beside what can be asked of servers. */
export type RecipesCondition =
  | ZooKeeperCondition
  /** These clients, and no others, take themselves for holders of it; `pids` in whatever order. */
  | { readonly believes: { readonly what: string; readonly pids: readonly Pid[] } }
  /** … or hold it, as the tree says. */
  | { readonly holds: { readonly what: string; readonly pids: readonly Pid[] } }
  /** The client is at the step with this label, and waits there or has its call under way. */
  | { readonly atStep: { readonly pid: Pid; readonly label: string } }
  /** Its program is over: `ended` in order, `failed` with an error that it does not name. */
  | { readonly program: { readonly pid: Pid; readonly is: 'ended' | 'failed' } }
  /** A variable of the client's program has this value, as text. */
  | { readonly value: { readonly pid: Pid; readonly name: string; readonly is: string } }
  /** Just so many messages of clients so far (requests, replies, notifications; no pings, no sessions). */
  | { readonly clientMessages: number }
  /** … of this one with servers; or with processes outside, those of one operation (`set`) and their answers. */
  | { readonly messagesOf: { readonly pid: Pid; readonly op?: string; readonly are: number } }
  /** Just so many times a client was woken by a watch, of all or of this one. */
  | { readonly woken: { readonly pid?: Pid; readonly times: number } }
  /** What was granted so far, in this order, is this: clients by pid. */
  | { readonly granted: { readonly what: string; readonly pids: readonly Pid[] } }
  /** The client waits for a watch on this node: the last part of its path, without guid and zeros, `Lock-0`. */
  | { readonly waitsOn: { readonly pid: Pid; readonly node: string } }
  /** The newest node of somebody’s that went, whose it was, and how many it woke, in vain or not. */
  | {
      readonly released: {
        readonly by?: Pid;
        readonly woken: number;
        readonly forNothing: number;
      };
    }
  /** These nodes, and no others, are below this one, as the newest tree has it; names as in `waitsOn`. */
  | { readonly children: { readonly path: string; readonly are: readonly string[] } };
