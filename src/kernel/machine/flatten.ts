/**
 * Flattens an XState machine once into a table of (leaf state, event) -> candidates, each with its
 * guard, its actions as one flat program, and the leaf it ends in. There is no second copy of a
 * protocol: the machine that Stately draws is the one that runs, only faster.
 */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { ancestors, initialDescent, pathOfTransition } from './domain.ts';
import { alwaysOf, checkNode, transitionsOf, type Transition } from './language.ts';
import { pathOf, resolveAction, resolveGuard } from './resolve.ts';
import {
  ASSIGN,
  type Candidate,
  type EdgeInfo,
  type Op,
  type StateInfo,
  type Table,
} from './table.ts';

export type { EdgeInfo, Table } from './table.ts';

/** Microsteps of one macrostep, unless the machine sets `options.maxIterations`. */
const DEFAULT_LIMIT = 1000;

/** What is read of one state before rows are compiled. */
interface Source {
  readonly node: AnyStateNode;
  readonly index: number;
  readonly on: ReadonlyMap<string, readonly Transition[]>;
  readonly always: readonly Transition[];
  readonly entry: readonly Op[];
  readonly exit: readonly Op[];
}

/**
 * Compiles a machine. Pure: the machine is only read, and each call makes a table of its own.
 *
 * Allowed: atomic and compound states, a plain `initial`, `entry`, `exit`, `on` with exact types,
 * `always`, at most one target, `reenter`, guards and actions by name with static params; actions are
 * functions of `({ context, event }, params)`, `assign` with a function, `raise` without delay.
 *
 * @throws RefusedMachine for everything else, naming the state and the construct.
 */
export function flatten(machine: AnyStateMachine): Table {
  const sources = new Map<AnyStateNode, Source>();
  const nodes = inDocumentOrder(machine.root);
  // First all nodes by themselves: XState hangs parts of some constructs on another node.
  for (const node of nodes) checkNode(machine, node);
  for (const node of nodes) sources.set(node, read(node, sources.size));
  const all = [...sources.values()];
  const events = [...new Set(all.flatMap(({ on }) => [...on.keys()]))];
  const compile = (leaf: Source, transitionsAt: (source: Source) => readonly Transition[]) =>
    compileRow(sources, leaf, transitionsAt);
  const rows: (readonly Candidate[] | undefined)[] = [];
  const always: (readonly Candidate[] | undefined)[] = [];
  for (const leaf of all) {
    const atomic = leaf.node.type === 'atomic';
    for (const event of events)
      rows.push(atomic ? compile(leaf, ({ on }) => on.get(event) ?? []) : undefined);
    always.push(atomic ? compile(leaf, (source) => source.always) : undefined);
  }
  const descent = [machine.root as AnyStateNode, ...initialDescent(machine.root)];
  const maxIterations: unknown = machine.options.maxIterations;
  return {
    id: machine.id,
    states: all.map((source) => describe(sources, source)),
    events,
    initial: indexOf(sources, descent.at(-1) ?? machine.root),
    eventIndices: new Map(events.map((event, index) => [event, index])),
    rows,
    always,
    // XState does not look again after one that changes nothing: it is enabled at the next event, too.
    rests: always.map((row) => row?.every(({ still }) => !still) === true),
    start: descent.flatMap((node) => sourceOf(sources, node).entry),
    edges: all.flatMap((source) => edgesOf(sources, source)),
    limit: Number.isFinite(maxIterations) ? (maxIterations as number) : DEFAULT_LIMIT,
    idle: null,
  };
}

/** The transitions as they were written, in document order, for drawing the machine. */
export function edges(table: Table): readonly EdgeInfo[] {
  return table.edges;
}

function inDocumentOrder(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(inDocumentOrder)];
}

function read(node: AnyStateNode, index: number): Source {
  return {
    node,
    index,
    on: new Map(transitionsOf(node)),
    always: alwaysOf(node),
    entry: (node.entry as readonly unknown[]).map((action) => resolveAction(node, action)),
    exit: (node.exit as readonly unknown[]).map((action) => resolveAction(node, action)),
  };
}

/** The innermost state's candidates first, then its ancestors'; none after one that needs no guard. */
function compileRow(
  sources: ReadonlyMap<AnyStateNode, Source>,
  leaf: Source,
  transitionsAt: (source: Source) => readonly Transition[],
): readonly Candidate[] {
  const row: Candidate[] = [];
  for (const node of [leaf.node, ...ancestors(leaf.node)]) {
    for (const transition of transitionsAt(sourceOf(sources, node))) {
      const candidate = compileCandidate(sources, leaf.node, transition);
      row.push(candidate);
      if (candidate.guard === null) return row;
    }
  }
  return row;
}

function compileCandidate(
  sources: ReadonlyMap<AnyStateNode, Source>,
  leaf: AnyStateNode,
  transition: Transition,
): Candidate {
  const { source, target, reenter } = transition;
  const guard = resolveGuard(source, transition.guard);
  const path = pathOfTransition(leaf, source, target, reenter);
  const exits = path.exited.flatMap((node) => sourceOf(sources, node).exit);
  const own = transition.actions.map((action) => resolveAction(source, action));
  const entries = path.entered.flatMap((node) => sourceOf(sources, node).entry);
  const ops = [...exits, ...own, ...entries];
  return {
    source: indexOf(sources, source),
    to: target === null ? -1 : indexOf(sources, target),
    reenter,
    guard: guard === null ? null : guard.run,
    guardName: guard === null ? null : guard.name,
    guardParams: guard === null ? undefined : guard.params,
    ops,
    exits: exits.length,
    entries: entries.length,
    target: indexOf(sources, path.leaf),
    still: path.leaf === leaf && ops.every((op) => op.kind !== ASSIGN),
  };
}

function describe(sources: ReadonlyMap<AnyStateNode, Source>, { node, index }: Source): StateInfo {
  const parent = ancestors(node)[0];
  return {
    index,
    key: node.key,
    path: pathOf(node),
    parent: parent === undefined ? -1 : indexOf(sources, parent),
    atomic: node.type === 'atomic',
  };
}

/** Resolves the names too, so that a transition no leaf can reach is still checked. */
function edgesOf(sources: ReadonlyMap<AnyStateNode, Source>, source: Source): EdgeInfo[] {
  const edge =
    (event: string) =>
    (transition: Transition): EdgeInfo => ({
      from: source.index,
      to: transition.target === null ? null : indexOf(sources, transition.target),
      event,
      guard: resolveGuard(source.node, transition.guard)?.name ?? null,
      actions: transition.actions.map((action) => resolveAction(source.node, action).name),
    });
  return [
    ...[...source.on].flatMap(([event, transitions]) => transitions.map(edge(event))),
    ...source.always.map(edge('')),
  ];
}

function indexOf(sources: ReadonlyMap<AnyStateNode, Source>, node: AnyStateNode): number {
  return sourceOf(sources, node).index;
}

function sourceOf(sources: ReadonlyMap<AnyStateNode, Source>, node: AnyStateNode): Source {
  const source = sources.get(node);
  if (source === undefined) throw new Error(`State '${node.id}' is not in the machine's tree.`);
  return source;
}
