/**
 * Which states a transition leaves and enters: `getTransitionDomain`, `computeExitSet` and
 * `computeEntrySet` of xstate 5 (after SCXML), for one target and without parallel and history
 * states. Done once, when the machine is flattened.
 */
import type { AnyStateNode } from 'xstate';

export interface Path {
  /** From the leaf outwards. */
  readonly exited: readonly AnyStateNode[];
  /** From the outermost inwards, with the initial descent. */
  readonly entered: readonly AnyStateNode[];
  /** The leaf after the transition. */
  readonly leaf: AnyStateNode;
}

/** What taking a transition from `source` to `target` (null: internal) does while `leaf` is active. */
export function pathOfTransition(
  leaf: AnyStateNode,
  source: AnyStateNode,
  target: AnyStateNode | null,
  reenter: boolean,
): Path {
  if (target === null) return { exited: [], entered: [], leaf };
  const domain = domainOf(source, target, reenter);
  const exited = [leaf, ...ancestors(leaf)].filter((node) => isInside(node, domain));
  const entered = ancestors(target)
    .filter((node) => isInside(node, domain))
    .reverse();
  // A transition to its own source without `reenter` leaves the source itself alone; of a compound
  // source it still resets the children.
  if (target !== source || target !== domain) entered.push(target);
  const descent = initialDescent(target);
  entered.push(...descent);
  return { exited, entered, leaf: descent.at(-1) ?? target };
}

/** The states entered below `node` when nothing says which: its initial child, that one's, and so on. */
export function initialDescent(node: AnyStateNode): AnyStateNode[] {
  const descent: AnyStateNode[] = [];
  for (let child = initialChild(node); child !== undefined; child = initialChild(child))
    descent.push(child);
  return descent;
}

/** The proper ancestors, innermost first. */
export function ancestors(node: AnyStateNode): AnyStateNode[] {
  const found: AnyStateNode[] = [];
  for (let up = parentOf(node); up !== undefined; up = parentOf(up)) found.push(up);
  return found;
}

/**
 * The state inside which a transition plays; it is itself neither left nor entered.
 * Undefined when even the root is re-entered.
 *
 * One corner is XState's own: a target that is the root, from a state inside it and without
 * `reenter`, has the root as domain and runs the root's entry actions though the root is not left.
 */
function domainOf(
  source: AnyStateNode,
  target: AnyStateNode,
  reenter: boolean,
): AnyStateNode | undefined {
  if (!reenter && (target === source || isInside(target, source))) return source;
  const common = ancestors(target).find((node) => isInside(source, node));
  return common ?? (reenter ? undefined : source.machine.root);
}

/** Whether `node` is a proper descendant; everything, the root too, is inside `undefined`. */
function isInside(node: AnyStateNode, outer: AnyStateNode | undefined): boolean {
  return outer === undefined || ancestors(node).includes(outer);
}

function initialChild(node: AnyStateNode): AnyStateNode | undefined {
  return node.type === 'compound' ? (node.initial.target as readonly AnyStateNode[])[0] : undefined;
}

function parentOf(node: AnyStateNode): AnyStateNode | undefined {
  return node.parent as AnyStateNode | undefined;
}
