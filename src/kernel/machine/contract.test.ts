/**
 * What the flattener reads of XState, some of it internal. Should a new version move one of these,
 * this fails first and says which.
 */
import {
  assign,
  createActor,
  enqueueActions,
  not,
  raise,
  setup,
  type AnyStateMachine,
} from 'xstate';
import { describe, expect, it } from 'vitest';

const next = () => ({ s: 2 });
const raised = { type: 'GO' };
const machine: AnyStateMachine = setup({
  types: { context: {} as { s: number }, events: {} as { type: 'GO' | 'A.B' } },
  guards: { free: () => true, busy: not('free') },
  actions: {
    act: () => {},
    next: assign(next),
    go: raise({ type: 'GO' }),
    later: raise({ type: 'GO' }, { delay: 5 }),
    computed: raise(() => ({ type: 'GO' }) as const),
    queue: enqueueActions(() => {}),
  },
}).createMachine({
  id: 'm',
  context: { s: 1 },
  initial: 'a',
  states: {
    a: {
      initial: 'b',
      entry: ['act', { type: 'next' }],
      exit: 'act',
      always: { guard: 'busy', target: 'c' },
      on: {
        GO: [{ guard: { type: 'free' }, target: '#sea', actions: 'act', reenter: true }, '.b'],
        'A.B': undefined,
      },
      states: { b: {} },
    },
    c: { id: 'sea' },
  },
});

type Shape = Record<string, unknown>;
const at = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce((inner, key) => (inner as Shape)[key], value);

describe('XState', () => {
  const root = machine.root as unknown as Shape;
  const a = at(root, 'states', 'a') as Shape;

  it('gives a node its id, key, path, type, parent, machine and config', () => {
    expect(a).toMatchObject({
      id: 'm.a',
      key: 'a',
      path: ['a'],
      type: 'compound',
      parent: root,
      machine,
    });
    expect(at(a, 'config', 'exit')).toBe('act');
    expect(at(a, 'states', 'b')).toMatchObject({
      type: 'atomic',
      path: ['a', 'b'],
      states: {},
      parent: a,
    });
    expect(root).toMatchObject({ key: 'm', path: [], parent: undefined, type: 'compound' });
  });

  it('finds nodes by id in idMap', () => {
    const idMap = at(machine, 'idMap') as Map<string, unknown>;
    expect([...idMap.keys()]).toEqual(['m', 'm.a', 'm.a.b', 'sea']);
    expect(idMap.get('m.a')).toBe(a);
  });

  it('resolves initial to a node', () => {
    expect(at(a, 'initial', 'target')).toEqual([at(a, 'states', 'b')]);
    expect(at(a, 'initial', 'actions')).toEqual([]);
  });

  it('makes lists of entry and exit, as written', () => {
    expect(a['entry']).toEqual(['act', { type: 'next' }]);
    expect(a['exit']).toEqual(['act']);
  });

  it('keeps transitions in a map from event to candidates with resolved targets', () => {
    const transitions = a['transitions'] as Map<string, Shape[]>;
    expect([...transitions.keys()]).toEqual(['GO', 'A.B']);
    const [first, second] = transitions.get('GO') as [Shape, Shape];
    expect(Object.keys(first).toSorted((x, y) => x.localeCompare(y))).toEqual([
      'actions',
      'eventType',
      'guard',
      'reenter',
      'source',
      'target',
      'toJSON',
    ]);
    expect(first).toMatchObject({
      guard: { type: 'free' },
      actions: ['act'],
      reenter: true,
      source: a,
    });
    expect(first['target']).toEqual([at(root, 'states', 'c')]);
    expect(second).toMatchObject({ guard: undefined, actions: [], reenter: false });
    expect(second['target']).toEqual([at(a, 'states', 'b')]);
    expect(transitions.get('A.B')).toMatchObject([{ target: undefined, actions: [] }]);
  });

  it('keeps eventless transitions in a list', () => {
    expect(a['always']).toMatchObject([{ guard: 'busy', target: [at(root, 'states', 'c')] }]);
    expect(at(a, 'states', 'b', 'always')).toBeUndefined();
  });

  it('marks built-in actions and guards, and keeps what they were made of', () => {
    const { actions, guards } = machine.implementations as unknown as {
      actions: Shape;
      guards: Shape;
    };
    const properties = (name: string) =>
      Object.fromEntries(Object.entries(actions[name] as object));
    expect(properties('act')).toEqual({});
    expect(properties('next')).toMatchObject({ type: 'xstate.assign', assignment: next });
    expect(properties('go')).toMatchObject({
      type: 'xstate.raise',
      event: raised,
      delay: undefined,
    });
    expect(properties('later')).toMatchObject({ delay: 5 });
    expect(properties('computed')['event']).toBeTypeOf('function');
    expect(properties('queue')).toMatchObject({ type: 'xstate.enqueueActions' });
    for (const name of ['next', 'go', 'later', 'queue'])
      expect(properties(name)).toHaveProperty('resolve');
    expect(guards['free']).not.toHaveProperty('check');
    expect(guards['busy']).toHaveProperty('check');
  });

  it('has maxIterations among its options', () => {
    expect(machine.options.maxIterations).toBe(Infinity);
  });

  it('runs custom actions in place, each with the context of its place', () => {
    const seen: string[] = [];
    const order = setup({
      types: { context: {} as { s: number } },
      actions: {
        say: ({ context }) => seen.push(`say ${context.s}`),
        add: assign(({ context }) => {
          seen.push('add');
          return { s: context.s + 1 };
        }),
      },
    }).createMachine({ context: { s: 1 }, on: { GO: { actions: ['say', 'add', 'say'] } } });
    createActor(order).start().send({ type: 'GO' });
    expect(seen).toEqual(['say 1', 'add', 'say 2']);
  });
});
