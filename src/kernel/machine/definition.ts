/**
 * What `flatten` reads of XState, without what it does not: the definitions of machines, and no
 * interpreter. The built worker has this in XState's place, since a table runs there and the interpreter
 * would be the largest part of what it fetches. Everywhere else, in tests too, XState itself defines;
 * scripts/definitions.test.ts compares what becomes of both.
 */
import type { AnyStateMachine } from 'xstate';

type Record_ = Readonly<Record<string, unknown>>;

interface Defined {
  readonly id: string;
  readonly options: Record_;
  readonly implementations: { readonly actions: Record_; readonly guards: Record_ };
  readonly idMap: Map<string, Node>;
  root: Node | null;
}

const listOf = (written: unknown): readonly unknown[] =>
  written === undefined ? [] : Array.isArray(written) ? written : [written];

/** What is written for an event: nothing and the name of a state are transitions, too. */
const transitionsIn = (written: unknown): readonly Record_[] =>
  (Array.isArray(written) ? written : [written]).map((one: unknown) =>
    one === undefined || typeof one === 'string' ? { target: one } : (one as Record_),
  );

/** A state with the names that XState's have. */
class Node {
  readonly config: Record_;
  readonly key: string;
  readonly path: readonly string[];
  readonly id: string;
  readonly type: unknown;
  readonly machine: Defined;
  readonly parent: Node | undefined;
  readonly states: Readonly<Record<string, Node>>;
  readonly entry: readonly unknown[];
  readonly exit: readonly unknown[];
  readonly initial: { readonly target: readonly Node[]; readonly actions: readonly unknown[] };
  transitions: ReadonlyMap<string, readonly Record_[]> = new Map();
  always: readonly Record_[] | undefined;

  constructor(machine: Defined, config: Record_, key: string, parent?: Node) {
    this.machine = machine;
    this.config = config;
    this.key = key;
    this.parent = parent;
    this.path = parent === undefined ? [] : [...parent.path, key];
    this.id = (config['id'] as string | undefined) ?? [machine.id, ...this.path].join('.');
    machine.idMap.set(this.id, this);
    const below = Object.entries((config['states'] ?? {}) as Record<string, Record_>);
    this.type = config['type'] ?? (below.length > 0 ? 'compound' : 'atomic');
    this.states = Object.fromEntries(
      below.map(([name, state]) => [name, new Node(machine, state, name, this)]),
    );
    this.entry = listOf(config['entry']);
    this.exit = listOf(config['exit']);
    this.initial = this.first(config['initial']);
  }

  private first(written: unknown): Node['initial'] {
    const { target, actions } =
      typeof written === 'object' ? (written as Record_) : { target: written, actions: undefined };
    const node = this.states[target as string];
    return { target: node === undefined ? [] : [node], actions: listOf(actions) };
  }

  /** Once all states are there: who is named by a transition. */
  resolve(): void {
    const { on, always } = this.config;
    this.transitions = new Map(
      Object.entries((on ?? {}) as Record_).map(([event, written]) => [
        event,
        transitionsIn(written).map((one) => this.formatted(one)),
      ]),
    );
    if (always !== undefined) this.always = transitionsIn(always).map((one) => this.formatted(one));
    for (const state of Object.values(this.states)) state.resolve();
  }

  private formatted(written: Record_): Record_ {
    return {
      ...written,
      actions: listOf(written['actions']),
      reenter: written['reenter'] ?? false,
      target:
        written['target'] === undefined
          ? undefined
          : listOf(written['target']).map((name) => this.named(name as string)),
      source: this,
    };
  }

  /** `#id` and `#id.below`, `.below` this state, or a state beside it. */
  private named(target: string): Node {
    const { idMap } = this.machine;
    const [first = '', ...below] = target.replace(/^\./u, '').split('.');
    if (first.startsWith('#')) return this.under(idMap.get(first.slice(1)), below, target);
    const from = target.startsWith('.') ? this : this.parent;
    return this.under(from, [first, ...below], target);
  }

  private under(from: Node | undefined, path: readonly string[], target: string): Node {
    const found = path.reduce<Node | undefined>((node, key) => node?.states[key], from);
    if (found === undefined) throw new RangeError(`State '${this.id}' names no state '${target}'.`);
    return found;
  }
}

/** A machine of this description. @throws RangeError when a transition leads nowhere */
export function defined(config: Record_, implementations: Partial<Defined['implementations']>) {
  const machine: Defined = {
    id: (config['id'] as string | undefined) ?? '(machine)',
    options: (config['options'] ?? {}) as Record_,
    implementations: { actions: {}, guards: {}, ...implementations },
    idMap: new Map(),
    root: null,
  };
  machine.root = new Node(machine, config, machine.id);
  machine.root.resolve();
  return machine as unknown as AnyStateMachine;
}

/** As XState's. */
export const setup = (implementations: Partial<Defined['implementations']>) => ({
  createMachine: (config: Record_) => defined(config, implementations),
  createStateConfig: (config: Record_) => config,
});

/** As XState's: a function that carries what it was made of. */
export const assign = (assignment: unknown) =>
  Object.assign(() => undefined, { type: 'xstate.assign', assignment, resolve: () => undefined });
