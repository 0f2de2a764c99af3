/** What happens when a client takes itself for a holder: who else does, and what the tree says. */
import { append } from '../../kernel/pages.ts';
import { sequenceOf } from '../../clients/recipes/names.ts';
import type { Pid } from '../../view/time.ts';
import { nameOf } from '../../zookeeper/records/paths.ts';
import type { Draft } from './draft.ts';
import { ownerAt } from './holding.ts';

interface Believer {
  readonly pid: Pid;
  readonly what: string;
  readonly node: string;
}

export function believersOf(draft: Draft): readonly Believer[] {
  return [...draft.ghost.clients].flatMap(([pid, { believes }]) =>
    believes.map((each) => ({ pid, ...each })),
  );
}

/** Whether the node that it relies on stands, in a session of its own. */
const stands = ({ ghost, owners }: Draft, { pid, node }: Believer): boolean =>
  ownerAt(ghost.tree, node, owners) === pid;

const SHARED = { read: ['write'], write: ['read', 'write'] } as const;

/** Only one at a time holds what goes by these rules. */
const ALONE: ReadonlySet<string> = new Set(['node', 'smallest', 'row', 'key']);

/** What nobody else may believe meanwhile; null: anybody may believe anything. */
function excluded(draft: Draft, what: string): readonly string[] | null {
  const rules = draft.config.holdings.filter((each) => each.what === what).map(({ rule }) => rule);
  if (rules.includes('reader')) return SHARED.read;
  if (rules.includes('writer')) return SHARED.write;
  return rules.some((rule) => ALONE.has(rule)) ? [what] : null;
}

export function believes(draft: Draft, pid: Pid, what: string, node: string): void {
  const others = believersOf(draft).filter((each) => each.pid !== pid);
  const me: Believer = { pid, what, node };
  const known = draft.client(pid).believes.filter((each) => each.what !== what);
  draft.move(pid, { believes: [...known, { what, node }], wake: 'got' });
  draft.begins(pid, 'believes', what);
  draft.set({
    granted: append(draft.ghost.granted, { what, pid, node, at: draft.now }),
  });
  compare(draft, me, others);
  if (node === '' || !stands(draft, me)) return;
  turn(draft, me);
  order(draft, me);
}

/** With who else believes it. */
function compare(draft: Draft, me: Believer, others: readonly Believer[]): void {
  permits(draft, me, others);
  const excludes = excluded(draft, me.what);
  if (excludes === null) return;
  const against = others.filter((each) => excludes.includes(each.what));
  const [first] = against;
  if (first === undefined) return;
  const both = `${draft.name(me.pid)} takes itself for the holder of ${me.what}, and ${draft.name(first.pid)} of ${first.what}`;
  draft.wrong('R-OneBeliever', both);
  if (me.node === '' || !stands(draft, me)) return;
  const real = against.find((each) => stands(draft, each));
  if (real === undefined) return;
  const name = me.what in SHARED ? 'R-ReadersWriters' : 'R-OneHolder';
  draft.wrong(name, `${both}; the nodes of both stand`);
}

/** Of those whose nodes stand so many may hold it. */
function permits(draft: Draft, me: Believer, others: readonly Believer[]): void {
  const holding = draft.config.holdings.find(
    ({ what, rule }) => what === me.what && rule === 'first',
  );
  if (holding === undefined) return;
  const { count = 1, what } = holding;
  const real = [me, ...others].filter((each) => each.what === what && stands(draft, each));
  if (real.length > count)
    draft.wrong('R-Permits', `${real.length} hold ${what}; there are ${count}`);
}

/** Its node stands: then the tree gives it what it believes. */
function turn(draft: Draft, { pid, what, node }: Believer): void {
  const rules = draft.config.holdings.filter((each) => each.what === what);
  if (rules.length === 0) return;
  const { held } = draft.ghost;
  if (held.some((each) => each.what === what && each.node === node && each.owner === pid)) return;
  const holder = held.find((each) => each.what === what);
  const whose = holder === undefined ? 'nobody holds' : `${draft.name(holder.owner)} holds`;
  draft.wrong(
    'R-Turn',
    `${draft.name(pid)} takes itself for the holder of ${what}, which ${whose}`,
  );
}

/** Who came first is served first. */
function order(draft: Draft, { pid, what, node }: Believer): void {
  if (draft.config.promises.get(pid)?.fifo !== true) return;
  const number = sequenceOf(nameOf(node));
  if (number === null) return;
  const before = draft.ghost.order.get(what) ?? -1;
  if (number < before)
    draft.wrong(
      'R-Fifo',
      `${draft.name(pid)} has its turn with number ${number}, after number ${before} had it`,
    );
  else draft.set({ order: new Map(draft.ghost.order).set(what, number) });
}

/** What was promised of a node that goes: how many it wakes. */
export function woke(draft: Draft, pids: readonly Pid[], nodes: number, node: string): void {
  const limits = pids.flatMap((pid) => draft.config.promises.get(pid)?.wakes ?? []);
  const [most] = limits;
  if (most === undefined || limits.length <= most * nodes) return;
  draft.wrong('R-OneWoken', `${limits.length} clients are woken by the end of ${node}`);
}
