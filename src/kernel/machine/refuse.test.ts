import {
  and,
  assign,
  cancel,
  createMachine,
  emit,
  enqueueActions,
  forwardTo,
  fromPromise,
  log,
  not,
  or,
  raise,
  sendParent,
  sendTo,
  spawnChild,
  stateIn,
  stopChild,
  type AnyStateMachine,
} from 'xstate';
import { describe, expect, it } from 'vitest';
import { edges, flatten } from './flatten.ts';
import { RefusedMachine } from './refused.ts';

type Written = Record<string, unknown>;

const implementations = {
  actors: { job: fromPromise(async () => 1) },
  delays: { soon: 10 },
  guards: {
    yes: () => true,
    alias: 'yes',
    both: and(['yes', 'yes']),
    either: or(['yes', 'yes']),
    neither: not('yes'),
    within: stateIn('a'),
  },
  actions: {
    act: () => {},
    set: assign(() => ({ s: 1 })),
    setFields: assign({ s: () => 1 }),
    raiseLater: raise({ type: 'A' }, { delay: 5 }),
    raiseSoon: raise({ type: 'A' }, { delay: 'soon' as unknown as number }),
    raiseComputed: raise({ type: 'A' }, { delay: () => 5 }),
    raiseText: raise('A' as unknown as { type: 'A' }),
    queue: enqueueActions(({ enqueue }) => enqueue('act')),
    sendTo: sendTo('x', { type: 'A' }),
    sendParent: sendParent({ type: 'A' }),
    forwardTo: forwardTo('x'),
    emit: emit({ type: 'A' }),
    log: log('x'),
    cancel: cancel('x'),
    spawn: spawnChild('job'),
    stop: stopChild('x'),
  },
};

/** A machine whose state `a.b` is as given, beside a plain `a.c` and `d`. */
function machine(b: Written, more: Written = {}, root: Written = {}): AnyStateMachine {
  const config = {
    id: 'm',
    initial: 'a',
    states: { a: { initial: 'b', states: { b, c: {} }, ...more }, d: {} },
    ...root,
  };
  return createMachine(
    config as Parameters<typeof createMachine>[0],
    implementations as unknown as Parameters<typeof createMachine>[1],
  ) as AnyStateMachine;
}

function refusal(refused: AnyStateMachine): RefusedMachine {
  try {
    flatten(refused);
  } catch (failure) {
    if (failure instanceof RefusedMachine) return failure;
    throw failure;
  }
  throw new Error('not refused');
}

const inB: Record<string, [Written, RegExp]> = {
  'a parallel state': [{ type: 'parallel', states: { x: {}, y: {} } }, /a parallel state/],
  'a final state': [{ type: 'final' }, /a final state/],
  'a history state': [{ type: 'history' }, /a history state/],
  after: [{ after: { 10: 'c' } }, /'after'/],
  invoke: [{ invoke: { src: 'job' } }, /'invoke'/],
  onDone: [{ initial: 'x', onDone: '#m.d', states: { x: {} } }, /'onDone'/],
  route: [{ id: 'b', route: {} }, /'route'/],
  'an unknown key': [{ activities: [] }, /'activities'/],
  'the wildcard': [{ on: { '*': 'c' } }, /wildcard event '\*'/],
  'a partial wildcard': [{ on: { 'a.*': 'c' } }, /wildcard event 'a\.\*'/],
  "XState's own events": [{ on: { 'xstate.init': 'c' } }, /event 'xstate\.init'/],
  'several targets': [{ on: { A: { target: ['c', 'c'] } } }, /several targets/],
  'an empty list of targets': [{ on: { A: { target: [] } } }, /an empty list of targets/],
  'an unknown key of a transition': [
    { on: { A: { target: 'c', delay: 4 } } },
    /'delay' on a transition/,
  ],
  'an inline guard': [{ on: { A: { guard: () => true } } }, /an inline function as guard/],
  'an inline and': [{ on: { A: { guard: and(['yes']) } } }, /a combined guard/],
  'an inline stateIn': [{ on: { A: { guard: stateIn('a') } } }, /a combined guard/],
  'a named and': [{ on: { A: { guard: 'both' } } }, /guard 'both', a combined guard/],
  'a named or': [{ on: { A: { guard: 'either' } } }, /guard 'either', a combined guard/],
  'a named not': [{ on: { A: { guard: 'neither' } } }, /guard 'neither', a combined guard/],
  'a named stateIn': [{ on: { A: { guard: 'within' } } }, /guard 'within', a combined guard/],
  'an alias of a guard': [{ on: { A: { guard: 'alias' } } }, /guard 'alias', which is an alias/],
  'an unknown guard': [
    { on: { A: { guard: 'toString' } } },
    /guard 'toString', which has no implementation/,
  ],
  'a guard without a name': [{ on: { A: { guard: {} } } }, /guard without a name/],
  'computed params of a guard': [
    { on: { A: { guard: { type: 'yes', params: () => 1 } } } },
    /guard 'yes' with computed params/,
  ],
  'an inline action': [{ entry: () => {} }, /an inline function as action/],
  'an inline action on exit': [{ exit: [() => {}] }, /an inline function as action/],
  'an inline action of a transition': [
    { on: { A: { actions: () => {} } } },
    /an inline function as action/,
  ],
  'an inline assign': [{ entry: assign(() => ({ s: 1 })) }, /inline assign/],
  'an inline raise': [{ entry: raise({ type: 'A' }) }, /inline raise/],
  'an inline enqueueActions': [{ entry: enqueueActions(() => {}) }, /inline enqueueActions/],
  'an unknown action': [{ entry: 'forgotten' }, /action 'forgotten', which has no implementation/],
  'computed params of an action': [
    { entry: { type: 'act', params: () => 1 } },
    /action 'act' with computed params/,
  ],
  'assign with an object of updaters': [
    { entry: 'setFields' },
    /'setFields', an assign with an object of updaters/,
  ],
  'a raise with a delay': [{ entry: 'raiseLater' }, /'raiseLater', a delayed raise/],
  'a raise with a named delay': [{ entry: 'raiseSoon' }, /'raiseSoon', a delayed raise/],
  'a raise with a computed delay': [{ entry: 'raiseComputed' }, /'raiseComputed', a delayed raise/],
  'a raise of a bare name': [
    { entry: 'raiseText' },
    /'raiseText', a raise of something that is not an event/,
  ],
  enqueueActions: [{ entry: 'queue' }, /'queue', which is enqueueActions/],
  sendTo: [{ entry: 'sendTo' }, /'sendTo', which is sendTo/],
  sendParent: [{ entry: 'sendParent' }, /'sendParent', which is sendTo/],
  forwardTo: [{ entry: 'forwardTo' }, /'forwardTo', which is sendTo/],
  emit: [{ entry: 'emit' }, /'emit', which is emit/],
  log: [{ entry: 'log' }, /'log', which is log/],
  cancel: [{ entry: 'cancel' }, /'cancel', which is cancel/],
  spawnChild: [{ entry: 'spawn' }, /'spawn', which is spawnChild/],
  stopChild: [{ entry: 'stop' }, /'stop', which is stopChild/],
  'an always that is always taken in place': [
    { always: { actions: 'set' } },
    /'always' with neither guard nor target/,
  ],
};

describe('in a state, the table refuses', () => {
  it.each(Object.entries(inB))("%s, with the state's path", (_name, [b, message]) => {
    const failure = refusal(machine(b));
    expect(failure.message).toMatch(message);
    expect(failure.message).toContain("Machine 'm', state 'a.b'");
    expect(failure.statePath).toBe('a.b');
    expect(failure.construct).toMatch(message);
  });
});

describe('elsewhere, the table refuses', () => {
  it('initial with actions', () => {
    const failure = refusal(machine({}, { initial: { target: 'b', actions: 'act' } }));
    expect(failure.message).toContain("state 'a': 'initial' with actions");
  });

  it('one id for two states', () => {
    const failure = refusal(
      machine(
        { id: 'same' },
        {},
        { states: { a: { id: 'same' }, d: { id: 'same' } }, initial: 'a' },
      ),
    );
    expect(failure.message).toContain("state 'a': id 'same'");
  });

  it('a context with more than s', () => {
    const failure = refusal(machine({}, {}, { context: { s: 1, t: 2 } }));
    expect(failure.message).toContain("the root state: context field 't'");
    expect(failure.statePath).toBe('');
  });

  it("a root machine's output is as good as none", () => {
    expect(() => flatten(machine({}, {}, { output: 1 }))).not.toThrow();
  });

  it('a forbidden construct that no event can reach', () => {
    const hidden = machine({ on: { A: ['c', { guard: () => true }] } });
    expect(refusal(hidden).message).toContain('an inline function as guard');
  });
});

describe('the table lets through', () => {
  const allowed = machine(
    {
      tags: ['t'],
      meta: { x: 1 },
      description: 'words',
      on: {
        A: [
          { guard: { type: 'yes', params: { x: 1 } }, target: 'c', reenter: true },
          { actions: ['act', 'set'] },
        ],
        B: { target: '#m.d', meta: { y: 1 }, description: 'more words' },
        C: undefined,
      },
      always: { guard: 'yes', target: '#m.a.c' },
    },
    { entry: { type: 'act', params: 4 }, on: { A: '.c' } },
    { context: { s: 0 }, on: { A: '.d' } },
  );

  it('the rest, and lists its edges for drawing', () => {
    const table = flatten(allowed);
    const pathAt = (index: number | null) => (index === null ? null : table.states[index]?.path);
    expect(table.states.map(({ path }) => path)).toEqual(['', 'a', 'a.b', 'a.c', 'd']);
    expect(pathAt(table.initial)).toBe('a.b');
    expect(table.events).toEqual(['A', 'B', 'C']);
    const drawn = edges(table).map(({ from, to, event, guard, actions }) =>
      [pathAt(from), event, guard, pathAt(to), ...actions].map((part) => part ?? '-').join(' '),
    );
    expect(drawn).toEqual([
      ' A - d',
      'a A - a.c',
      'a.b A yes a.c',
      'a.b A - - act set',
      'a.b B - d',
      'a.b C - -',
      'a.b  yes a.c',
    ]);
  });

  it('a machine with constructs in its setup that no state uses', () => {
    expect(() => flatten(machine({}))).not.toThrow();
  });
});
