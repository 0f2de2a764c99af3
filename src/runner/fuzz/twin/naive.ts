/** What the ghost of recipes remembers, worked out anew from all that happened: plain lists, gone through once. */
import type { RecipesConfig } from '../../../ensemble/recipes/config.ts';
import type { SpanView } from '../../../view/recipes.ts';
import type { Micros, Pid } from '../../../view/time.ts';
import type { Zxid } from '../../../view/zxid.ts';
import { ZERO } from '../../../protocols/election/zxid.ts';
import type { OutsideData } from '../../../protocols/outside/data.ts';
import type { SessionId } from '../../../zookeeper/records/values.ts';
import type { History } from '../history/history.ts';
import type { Entry } from './chronicle.ts';
import { NaiveTree } from './naive-tree.ts';
import type { NaiveHeld } from './naive-tree.ts';

export type Span = Pick<SpanView, 'pid' | 'kind' | 'what' | 'from'> & { to: Micros | null };

export interface NaiveClient {
  believes: { readonly what: string; readonly node: string }[];
  waits: { readonly path: string; readonly of: string } | null;
  connected: boolean;
  knows: Map<string, string>;
  fresh: { readonly path: string; readonly zxid: Zxid } | null;
  wokenBy: NaiveRelease | null;
  wake: string;
  inside: string[];
  lives: number;
  messages: number;
  asked: Map<string, number>;
}

export interface NaiveRelease {
  readonly at: Micros;
  readonly by: Pid;
  readonly path: string;
  readonly zxid: Zxid;
  woken: number;
  forNothing: number;
}

export interface NaiveGrant {
  readonly at: Micros;
  readonly pid: Pid;
  readonly what: string;
  readonly node: string;
}

/** What all of them come to at the end, and on the way there. */
export interface Naive {
  readonly config: RecipesConfig;
  readonly tree: NaiveTree;
  readonly clients: Map<Pid, NaiveClient>;
  readonly spans: Span[];
  readonly releases: NaiveRelease[];
  readonly granted: NaiveGrant[];
  readonly counts: Record<
    'messages' | 'requests' | 'replies' | 'notifications' | 'writes' | 'woken' | 'wokenForNothing',
    number
  >;
  readonly acknowledged: Map<string, Zxid>;
  readonly taken: Set<string>;
  readonly given: Set<string>;
  readonly decided: Map<string, string>;
  /** The greatest number that had its turn, by what. */
  readonly order: Map<string, number>;
  /** The greatest token that each storage has let through. */
  readonly tokens: Map<Pid, number>;
  /** When each path was changed last that somebody minds, or since when somebody does. */
  readonly changedAt: Map<string, Micros>;
  /** `at invariant`. */
  readonly wrong: string[];
  top: Zxid;
  outside: ReadonlyMap<string, OutsideData>;
  held: readonly NaiveHeld[];
}

export const clientOf = (naive: Naive, pid: Pid): NaiveClient => {
  const known = naive.clients.get(pid) ?? {
    believes: [],
    waits: null,
    connected: false,
    knows: new Map(),
    fresh: null,
    wokenBy: null,
    wake: 'none',
    inside: [],
    lives: 0,
    messages: 0,
    asked: new Map(),
  };
  naive.clients.set(pid, known);
  return known;
};

/** Each session belongs to the client that was told of it. */
function pidsOf(entries: readonly Entry[]): ReadonlyMap<SessionId, Pid> {
  const pids = new Map<SessionId, Pid>();
  for (const entry of entries)
    if (entry.kind === 'news' && entry.news.kind === 'state' && entry.news.state === 'CONNECTED')
      pids.set(entry.session, entry.pid);
  return pids;
}

export const noNaive = (
  entries: readonly Entry[],
  history: Pick<History, 'first' | 'txns'>,
  config: RecipesConfig,
): Naive => ({
  config,
  tree: new NaiveTree(history, config, pidsOf(entries)),
  clients: new Map(),
  spans: [],
  releases: [],
  granted: [],
  counts: {
    messages: 0,
    requests: 0,
    replies: 0,
    notifications: 0,
    writes: 0,
    woken: 0,
    wokenForNothing: 0,
  },
  acknowledged: new Map(),
  taken: new Set(),
  given: new Set(),
  decided: new Map(),
  order: new Map(),
  tokens: new Map(),
  changedAt: new Map(),
  wrong: [],
  top: ZERO,
  outside: new Map(),
  held: [],
});

export function begin({ spans }: Naive, at: Micros, pid: Pid, kind: Span['kind'], what = ''): void {
  const isOn = spans.some(
    (each) => each.to === null && each.pid === pid && each.kind === kind && each.what === what,
  );
  if (!isOn) spans.push({ pid, kind, what, from: at, to: null });
}

/** @param what null: whatever it is */
export function end(
  { spans }: Naive,
  at: Micros,
  pid: Pid,
  kind: Span['kind'],
  what: string | null = null,
): void {
  for (const span of spans)
    if (span.to === null && span.pid === pid && span.kind === kind)
      if (what === null || span.what === what) span.to = at;
}
