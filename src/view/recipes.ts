import type { OutsideCode, OutsideView } from './outside.ts';
import type { RecipeProgram } from './recipe-program.ts';
import type { Micros, Pid } from './time.ts';

/** A line of a program as it is read. */
export interface LineView {
  /** '' if nothing goes there. */
  readonly label: string;
  /** Its verb, and what follows it in the language of programs: `create`, `/ParentLock/Lock- ephemeral, sequential`. */
  readonly code: string;
  readonly rest: string;
  /** What its author says of it; '' if nothing. Of a built-in program see {@link ListingView.words}. */
  readonly note: string;
  /** The rule that is switched off in this line; '' if none. */
  readonly broken: string;
}

export interface ListingView {
  readonly name: string;
  /** It is one of the built-in programs, and its lines have words of ours: by its name and the line's number. */
  readonly words: boolean;
  /** Some of its steps ask ZooKeeper; else it never connects. */
  readonly asks: boolean;
  readonly lines: readonly LineView[];
}

export interface RecipeServerView {
  readonly pid: Pid;
  /** STANDALONE, LEADING, FOLLOWING, OBSERVING, LOOKING, …; '' while it is down. */
  readonly role: string;
  /** Clients that are connected to it. */
  readonly connections: number;
  /** The newest transaction in its tree, `1·20`. */
  readonly zxid: string;
}

/** What a client's program waits for. */
export interface RecipeWaitView {
  readonly kind: 'watch' | 'reply' | 'time' | 'session' | 'call' | 'work' | 'go';
  /** Of a watch: the last part of its path; of a reply and of a call: what was asked; else ''. */
  readonly what: string;
  readonly until: Micros | null;
}

/** A session as the servers have it. */
export interface RecipeSessionView {
  readonly id: string;
  readonly touchedAt: Micros;
  readonly expiresAt: Micros;
  /** ms, negotiated. */
  readonly timeout: number;
}

export interface RecipeClientView {
  readonly pid: Pid;
  readonly name: string;
  readonly program: string;
  /** Its place among the program's lines, from 0; null: it has not begun, or is over. */
  readonly line: number | null;
  readonly over: boolean;
  /** The error that stopped it; '' if none did. */
  readonly failed: string;
  /** Of each line the newest result, short (`1·20`, `no`, `Lock-0`); '' if none. */
  readonly results: readonly string[];
  readonly values: readonly { readonly name: string; readonly value: string }[];
  /** Null: it does not wait. */
  readonly waits: RecipeWaitView | null;
  /** ZooKeeper's word for its handle: NOT_CONNECTED, CONNECTING, CONNECTED, CLOSED. */
  readonly connection: string;
  /** Its handle has been told that the session is over. */
  readonly expired: boolean;
  readonly server: Pid | null;
  /** Null: no server knows a session of its handle (or of its last one). */
  readonly session: RecipeSessionView | null;
  /** What it takes itself for the holder of. */
  readonly believes: readonly string[];
  /** What it holds, as the tree says. */
  readonly holds: readonly string[];
  /** The last part of the path of what it relies on or queues with; '' if nothing. */
  readonly own: string;
  /** The variable `token`, as text; '' if there is none. */
  readonly token: string;
  /** Times it was woken by a watch, and those after which it had to wait again. */
  readonly woken: number;
  readonly wokenForNothing: number;
  readonly grants: number;
  /** Since the last release: whether that woke it, and what came of it. */
  readonly wake: 'none' | 'woken' | 'got' | 'nothing';
  /** The variable `list`, names; and `next`. */
  readonly list: readonly string[];
  readonly next: string;
  readonly thinkMs: number;
  /** Its messages: with servers as in the counts of all, and with processes outside. */
  readonly messages: number;
  readonly asked: number;
}

export interface RecipeNodeView {
  readonly path: string;
  /** The last part of its path; of a sequential node without the zeros: `Lock-0`. */
  readonly name: string;
  readonly ephemeral: boolean;
  readonly sequential: boolean;
  /** Whose session it belongs to, or who created it; null: nobody known. */
  readonly owner: Pid | null;
  readonly czxid: string;
  readonly version: number;
  readonly data: string;
  readonly watchers: readonly { readonly pid: Pid; readonly what: 'data' | 'child' }[];
  /** Gone lately; null: it is there. */
  readonly deletedAt: Micros | null;
}

/** A stretch of a client's life. */
export interface SpanView {
  readonly pid: Pid;
  /** `silent`: not connected; `session`: the servers know it. */
  readonly kind: 'believes' | 'holds' | 'paused' | 'waits' | 'silent' | 'session';
  /** Of a belief, and of what is held: what; else ''. */
  readonly what: string;
  readonly from: Micros;
  /** Null: it goes on. */
  readonly to: Micros | null;
}

/** Messages of clients' programs; pings, and what opens and ends sessions, do not count. */
export interface RecipeCounts {
  readonly messages: number;
  readonly requests: number;
  readonly replies: number;
  readonly notifications: number;
  /** Requests among them that write. */
  readonly writes: number;
  readonly woken: number;
  readonly wokenForNothing: number;
}

/** A node that somebody held or queued with has gone. */
export interface ReleaseView {
  readonly at: Micros;
  /** Whose it was. */
  readonly by: Pid;
  readonly node: string;
  /** How many were told of it, and how many of those had to wait again. */
  readonly woken: number;
  readonly forNothing: number;
}

/** A client's call to one that answers calls. */
export interface CallView {
  readonly by: Pid;
  readonly to: Pid;
  readonly at: Micros;
  /** When it was clear what came of it; null: it is under way. */
  readonly end: Micros | null;
  /** OK, or why it came to nothing; '' while it is under way. */
  readonly err: OutsideCode | '';
}

/** The recipe lab's own part of a frame. */
export interface RecipesDetail {
  /** Which recipe it is, for its scene and words: the built-in program of the first client, or `own`. */
  readonly recipe: string;
  /** The node under which all happens: `/ParentLock`. */
  readonly root: string;
  readonly programs: readonly ListingView[];
  readonly servers: readonly RecipeServerView[];
  readonly clients: readonly RecipeClientView[];
  readonly nodes: readonly RecipeNodeView[];
  /** Nodes below the root that are not among them. */
  readonly nodesHidden: number;
  /** Processes outside ZooKeeper, and clients that answer calls. */
  readonly outside: readonly OutsideView[];
  /** By their beginnings, the newest last. */
  readonly spans: readonly SpanView[];
  /** The newest ones, by their beginnings. */
  readonly calls: readonly CallView[];
  readonly spansHidden: number;
  /** The newest last. */
  readonly releases: readonly ReleaseView[];
  /** So many came before these. */
  readonly releasesHidden: number;
  readonly counts: RecipeCounts;
  /** Clients that can still be opened. */
  readonly spare: readonly Pid[];
}

/** What can be asked of recipes beside their frame. */
export type RecipesQuestion =
  /** All spans, of these clients or of all. */
  | { readonly ask: 'spans'; readonly pids?: readonly Pid[] }
  /** The program of this name as this run has it, or else the built-in one. */
  | { readonly ask: 'program'; readonly name: string };

/** Null: there is none of this name. */
export interface ProgramAnswer {
  readonly ask: 'program';
  readonly program: RecipeProgram | null;
}
