/**
 * The language the table executes, enforced by refusing all else. What is not known is refused
 * too, so that a construct of a later XState cannot slip through with half its meaning.
 */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { pathOf, refused } from './resolve.ts';

const STATE_KEYS: ReadonlySet<string> = new Set(
  'id type initial states on always entry exit meta tags description output order key'.split(' '),
);

const ROOT_KEYS: ReadonlySet<string> = new Set('context types schemas version options'.split(' '));

/** As XState formats them: what was written plus source, eventType and toJSON. */
const TRANSITION_KEYS: ReadonlySet<string> = new Set(
  'target guard actions reenter meta description source eventType toJSON'.split(' '),
);

const TYPES: ReadonlySet<string> = new Set(['atomic', 'compound']);

/** A transition as XState holds it after formatting, narrowed to what the table may use. */
export interface Transition {
  readonly source: AnyStateNode;
  readonly target: AnyStateNode | null;
  readonly guard: unknown;
  readonly actions: readonly unknown[];
  readonly reenter: boolean;
}

/** @throws RefusedMachine when the node itself uses something outside the language. */
export function checkNode(machine: AnyStateMachine, node: AnyStateNode): void {
  const config = node.config as Record<string, unknown>;
  const isRoot = node === machine.root;
  if (!TYPES.has(node.type)) throw refused(node, `a ${node.type} state`);
  for (const key of Object.keys(config)) {
    if (config[key] === undefined || STATE_KEYS.has(key) || (isRoot && ROOT_KEYS.has(key)))
      continue;
    throw refused(node, `'${key}'`);
  }
  if (idMapOf(machine).get(node.id) !== node)
    throw refused(node, `id '${node.id}', which another state has too,`);
  if (node.type === 'compound' && node.initial.actions.length > 0)
    throw refused(node, `'initial' with actions`);
  if (isRoot) checkContext(node, config['context']);
}

/** The transitions of a state for each event type it names, in the order written. */
export function transitionsOf(node: AnyStateNode): [event: string, transitions: Transition[]][] {
  const found: [string, Transition[]][] = [];
  for (const [event, transitions] of node.transitions as ReadonlyMap<string, readonly unknown[]>) {
    if (event.includes('*')) throw refused(node, `wildcard event '${event}'`);
    if (event.startsWith('xstate.'))
      throw refused(node, `event '${event}', a name XState keeps for itself,`);
    found.push([event, transitions.map((transition) => narrow(node, transition))]);
  }
  return found;
}

/** The eventless transitions of a state, in the order written. */
export function alwaysOf(node: AnyStateNode): Transition[] {
  const transitions = ((node.always ?? []) as readonly unknown[]).map((transition) =>
    narrow(node, transition),
  );
  for (const { guard, target } of transitions) {
    if (guard === undefined && target === null)
      throw refused(node, `'always' with neither guard nor target`);
  }
  return transitions;
}

function narrow(node: AnyStateNode, transition: unknown): Transition {
  const written = transition as Record<string, unknown>;
  for (const key of Object.keys(written)) {
    if (written[key] !== undefined && !TRANSITION_KEYS.has(key))
      throw refused(node, `'${key}' on a transition`);
  }
  const targets = written['target'] as readonly AnyStateNode[] | undefined;
  if (targets !== undefined && targets.length !== 1) {
    throw refused(
      node,
      `a transition with ${targets.length === 0 ? 'an empty list of' : 'several'} targets`,
    );
  }
  const target = targets?.[0] ?? null;
  if (target !== null && !TYPES.has(target.type)) {
    throw refused(node, `a transition to '${pathOf(target)}', a ${target.type} state,`);
  }
  return {
    source: node,
    target,
    guard: written['guard'],
    actions: written['actions'] as readonly unknown[],
    reenter: written['reenter'] === true,
  };
}

/** A context made by a function cannot be seen here; it is the author's to return `{ s }`. */
function checkContext(root: AnyStateNode, context: unknown): void {
  if (typeof context !== 'object' || context === null) return;
  const other = Object.keys(context).find((key) => key !== 's');
  if (other !== undefined) throw refused(root, `context field '${other}' (context is { s })`);
}

/** Internal to XState, hence not in its types; held by contract.test.ts. */
function idMapOf(machine: AnyStateMachine): ReadonlyMap<string, AnyStateNode> {
  return (machine as unknown as { readonly idMap: ReadonlyMap<string, AnyStateNode> }).idMap;
}
