/**
 * Guards and actions by name: from what a machine writes to the implementation in its `setup`.
 * Reads `machine.implementations`; the shapes are held by contract.test.ts.
 */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { RefusedMachine } from './refused.ts';
import {
  ASSIGN,
  CALL,
  RAISE,
  RAISE_RESULT,
  type Implementation,
  type MachineEvent,
  type Op,
} from './table.ts';

export interface ResolvedGuard {
  readonly name: string;
  readonly run: Implementation;
  readonly params: unknown;
}

/** @throws RefusedMachine for an inline, combined, unknown or otherwise special guard. */
export function resolveGuard(node: AnyStateNode, guard: unknown): ResolvedGuard | null {
  if (guard === undefined) return null;
  if (typeof guard === 'function') {
    throw refused(
      node,
      'check' in guard ? 'a combined guard (and, or, not, stateIn)' : 'an inline function as guard',
    );
  }
  const { name, params } = named(node, guard, 'guard');
  const found = own(machineOf(node).implementations.guards, name);
  if (found === undefined) throw refused(node, `guard '${name}', which has no implementation,`);
  if (typeof found !== 'function') throw refused(node, `guard '${name}', which is an alias,`);
  if ('check' in found)
    throw refused(node, `guard '${name}', a combined guard (and, or, not, stateIn),`);
  return { name, run: found as Implementation, params };
}

/** @throws RefusedMachine for an inline or unknown action, and for all built-in ones but assign and raise. */
export function resolveAction(node: AnyStateNode, action: unknown): Op {
  if (typeof action === 'function') {
    const what =
      'resolve' in action ? `inline ${builtinName(action)}` : 'an inline function as action';
    throw refused(node, `${what} (name it in setup)`);
  }
  const { name, params } = named(node, action, 'action');
  const found = own(machineOf(node).implementations.actions, name);
  if (found === undefined) throw refused(node, `action '${name}', which has no implementation,`);
  if (typeof found !== 'function')
    throw refused(node, `action '${name}', which is not a function,`);
  if (!('resolve' in found))
    return { kind: CALL, name, run: found as Implementation, params, raised: null };
  const builtin = found as unknown as Builtin;
  if (builtin.type === 'xstate.assign') return assignOp(node, name, params, builtin);
  if (builtin.type === 'xstate.raise') return raiseOp(node, name, params, builtin);
  throw refused(node, `action '${name}', which is ${builtinName(found)},`);
}

/** What `assign` and `raise` return: functions with their arguments as properties. */
interface Builtin {
  readonly type: string;
  readonly assignment?: unknown;
  readonly event?: unknown;
  readonly delay?: unknown;
}

function assignOp(node: AnyStateNode, name: string, params: unknown, { assignment }: Builtin): Op {
  if (typeof assignment !== 'function') {
    throw refused(
      node,
      `action '${name}', an assign with an object of updaters (use a function that returns { s }),`,
    );
  }
  return { kind: ASSIGN, name, run: assignment as Implementation, params, raised: null };
}

function raiseOp(node: AnyStateNode, name: string, params: unknown, { event, delay }: Builtin): Op {
  if (delay !== undefined)
    throw refused(node, `action '${name}', a delayed raise (timers are effects),`);
  if (typeof event === 'function') {
    return { kind: RAISE_RESULT, name, run: event as Implementation, params, raised: null };
  }
  if (!isRecord(event) || typeof event['type'] !== 'string') {
    throw refused(node, `action '${name}', a raise of something that is not an event,`);
  }
  return { kind: RAISE, name, run: nothing, params, raised: event as unknown as MachineEvent };
}

function nothing(): void {}

function named(
  node: AnyStateNode,
  written: unknown,
  what: string,
): { name: string; params: unknown } {
  if (typeof written === 'string') return { name: written, params: undefined };
  if (!isRecord(written) || typeof written['type'] !== 'string') {
    throw refused(node, `${what} without a name`);
  }
  const name = written['type'];
  if (typeof written['params'] === 'function')
    throw refused(node, `${what} '${name}' with computed params`);
  return { name, params: written['params'] };
}

/** 'xstate.sendTo' -> 'sendTo'. */
function builtinName(builtin: object): string {
  const type: unknown = 'type' in builtin ? builtin.type : undefined;
  return typeof type === 'string' ? type.replace(/^xstate\./, '') : 'an unknown built-in action';
}

function own(record: object, key: string): unknown {
  return Object.hasOwn(record, key) ? (record as Record<string, unknown>)[key] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function machineOf(node: AnyStateNode): AnyStateMachine {
  return node.machine as AnyStateMachine;
}

export function refused(node: AnyStateNode, construct: string): RefusedMachine {
  return new RefusedMachine(machineOf(node).id, pathOf(node), construct);
}

/** Keys from below the root, joined by dots; '' for the root. */
export function pathOf(node: AnyStateNode): string {
  return node.path.join('.');
}
