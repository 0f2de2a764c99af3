import { assign, createMachine, raise, type AnyStateMachine } from 'xstate';
import { describe, expect, it } from 'vitest';
import { expectSameAsXState, rowsOf, unvisitedRows } from './testing/equality.ts';
import {
  EndlessMachine,
  dispatch,
  dispatchIndexed,
  enter,
  eventIndex,
  type MachineEvent,
  type Scope,
} from './execute.ts';
import { flatten, type Table } from './flatten.ts';
import type { Args } from './table.ts';

type Say = (what: string) => void;
interface Spoken extends MachineEvent {
  readonly say?: Say;
  readonly io?: { say: Say };
}

const sayIn = (args: Args, what: unknown): void => {
  const event = args.event as Spoken;
  (event.io?.say ?? event.say)?.(String(what));
};

const implementations = {
  guards: {
    small: ({ context }: Args) => (context as Scope<number>).s < 3,
    large: ({ context }: Args) => (context as Scope<number>).s >= 3,
    isPing: ({ event }: Args) => event.type === 'PING',
    never: () => false,
  },
  actions: {
    say: (args: Args, params: unknown) => sayIn(args, params),
    sayTwice: (args: Args) => {
      sayIn(args, 'once');
      sayIn(args, 'twice');
    },
    add: assign((({ context }: Args) => ({ s: (context as Scope<number>).s + 1 })) as never),
    nothing: assign((() => ({})) as never),
    ping: raise((({ event }: Args) => ({ ...event, type: 'PING' })) as never),
    fail: () => {
      throw new Error('on purpose');
    },
    again: (args: Args) => (args.event as Spoken & { again(): void }).again(),
  },
};

function machine(config: Record<string, unknown>): AnyStateMachine {
  return createMachine(
    { id: 'm', ...config } as Parameters<typeof createMachine>[0],
    implementations as unknown as Parameters<typeof createMachine>[1],
  ) as AnyStateMachine;
}

/** What is said, and the path of the state at rest, for each event after entry. */
function run(table: Table, types: readonly string[], s = 0): string[] {
  const lines: string[] = [];
  const scope = { s };
  const said: string[] = [];
  const say = (what: string) => said.push(what);
  let state = enter(table, scope, { type: 'xstate.init', say } as MachineEvent);
  lines.push([...said, table.states[state]?.path].join(' '));
  for (const type of types) {
    said.length = 0;
    const rest = dispatch(table, state, scope, { type, say } as MachineEvent);
    if (rest >= 0) state = rest;
    lines.push([...said, rest < 0 ? '-' : table.states[rest]?.path].join(' '));
  }
  return lines;
}

const say = (what: string) => ({ type: 'say', params: what });

const nested = machine({
  initial: 'out',
  on: { LEAVE: '.out' },
  entry: say('+m'),
  states: {
    out: {
      on: {
        IN: 'in',
        DEEP: '#deep',
        BACK: { target: 'out' },
        AGAIN: { target: 'out', reenter: true },
      },
      entry: say('+out'),
      exit: say('-out'),
    },
    in: {
      initial: 'shallow',
      entry: say('+in'),
      exit: say('-in'),
      on: {
        DEEP: '.deep',
        HOME: { target: '#m' },
        RESET: { target: 'in' },
        REDO: { target: '.deep', reenter: true },
        NOTE: { actions: say('note') },
      },
      states: {
        shallow: { entry: say('+shallow'), exit: say('-shallow'), on: { LEAVE: undefined } },
        deep: { id: 'deep', entry: say('+deep'), exit: say('-deep') },
      },
    },
  },
});

describe('a macrostep', () => {
  it('leaves from the leaf outwards, enters inwards down to the initial child', () => {
    expect(run(flatten(nested), ['IN', 'DEEP', 'LEAVE', 'DEEP'])).toEqual([
      '+m +out out',
      '-out +in +shallow in.shallow',
      '-shallow +deep in.deep',
      '-deep -in +out out',
      '-out +in +deep in.deep',
    ]);
  });

  it('re-enters only when told to', () => {
    expect(
      run(flatten(nested), ['BACK', 'AGAIN', 'DEEP', 'RESET', 'REDO', 'NOTE']).slice(1),
    ).toEqual([
      'out',
      '-out +out out',
      '-out +in +deep in.deep',
      '-deep +shallow in.shallow',
      '-shallow -in +in +deep in.deep',
      'note in.deep',
    ]);
  });

  it('runs the entry of the root again when the root is a target, as XState does', () => {
    expect(run(flatten(nested), ['IN', 'HOME'])[2]).toBe('-shallow -in +m +out out');
  });

  it('says -1 for an event that nothing handles, and the state for one that is taken in place', () => {
    const table = flatten(nested);
    expect(run(table, ['NOTE', 'unheard-of', 'IN', 'LEAVE'])).toEqual([
      '+m +out out',
      '-',
      '-',
      '-out +in +shallow in.shallow',
      'in.shallow',
    ]);
  });

  it('is the same as in XState, on every row', () => {
    const visited = new Set<string>();
    for (const first of ['IN', 'DEEP', 'LEAVE']) {
      for (const second of [
        'LEAVE',
        'HOME',
        'IN',
        'DEEP',
        'BACK',
        'AGAIN',
        'RESET',
        'REDO',
        'NOTE',
      ]) {
        const events = [{ type: first }, { type: second }];
        for (const row of expectSameAsXState(nested, 0, events)) visited.add(row);
      }
    }
    const table = flatten(nested);
    expect(unvisitedRows(table, visited)).toEqual([]);
    expect(unvisitedRows(table, new Set())).toEqual(rowsOf(table));
  });

  it('takes always before what was raised, with the event last taken', () => {
    const raising = machine({
      initial: 'a',
      states: {
        a: { on: { GO: { target: 'b', actions: ['ping', say('go')] } } },
        b: {
          always: { guard: 'small', target: 'c', actions: 'add' },
          on: { PING: { actions: say('ping in b') } },
        },
        c: {
          always: { guard: 'isPing', target: 'd' },
          on: { PING: { actions: say('ping in c') } },
        },
        d: {},
      },
    });
    expect(run(flatten(raising), ['GO'])[1]).toBe('go ping in c d');
    expectSameAsXState(raising, 0, [{ type: 'GO' }]);
  });

  it('looks at always even after an event that nothing handles', () => {
    const waiting = machine({
      initial: 'a',
      states: { a: { always: { guard: 'isPing', target: 'b' } }, b: {} },
    });
    expect(run(flatten(waiting), ['OTHER', 'PING', 'PING'])).toEqual(['a', '-', 'b', '-']);
    expectSameAsXState(waiting, 0, [{ type: 'OTHER' }, { type: 'PING' }, { type: 'PING' }]);
  });
});

describe('what goes wrong', () => {
  it('a machine that finds no rest stops with the name of the state', () => {
    const circle = machine({
      initial: 'a',
      states: {
        a: { on: { GO: 'round.b' } },
        round: { initial: 'b', states: { b: { always: 'c' }, c: { always: 'b' } } },
      },
    });
    const table = flatten(circle);
    const state = enter(table, { s: 0 }, { type: 'xstate.init' });
    expect(() => dispatch(table, state, { s: 0 }, { type: 'GO' })).toThrow(EndlessMachine);
    expect(() => dispatch(table, state, { s: 0 }, { type: 'GO' })).toThrow(
      /state 'round\.[bc]': no rest after 1000 microsteps/,
    );
    expect(flatten(machine({ options: { maxIterations: 7 } })).limit).toBe(7);
  });

  it('an assign that returns no s is named', () => {
    const table = flatten(machine({ on: { GO: { actions: 'nothing' } } }));
    expect(() => dispatch(table, 0, { s: 0 }, { type: 'GO' })).toThrow(
      "Assign 'nothing' did not return { s }.",
    );
  });

  it('an index that is no leaf is refused', () => {
    const table = flatten(nested);
    for (const state of [-1, 0, 99]) {
      expect(() => dispatch(table, state, { s: 0 }, { type: 'IN' })).toThrow(RangeError);
      expect(() => dispatch(table, state, { s: 0 }, { type: 'unheard-of' })).toThrow(RangeError);
    }
  });

  it('an action that throws leaves nothing behind for the next event', () => {
    const failing = machine({
      on: {
        FAIL: { actions: ['ping', 'fail'] },
        GO: { actions: say('go') },
        PING: { actions: say('ping') },
      },
    });
    const table = flatten(failing);
    expect(() => dispatch(table, 0, { s: 0 }, { type: 'FAIL' })).toThrow('on purpose');
    expect(run(table, ['GO'])[1]).toBe('go ');
  });

  it('a step inside a step keeps the two apart', () => {
    const table = flatten(
      machine({
        on: { GO: { actions: ['ping', 'again', say('go')] }, PING: { actions: say('ping') } },
      }),
    );
    const outer: string[] = [];
    const inner: string[] = [];
    const event = {
      type: 'GO',
      say: (what: string) => outer.push(what),
      again: () =>
        dispatch(table, 0, { s: 0 }, {
          type: 'PING',
          say: (what: string) => inner.push(what),
        } as MachineEvent),
    };
    dispatch(table, 0, { s: 0 }, event as MachineEvent);
    expect(outer).toEqual(['go', 'ping']);
    expect(inner).toEqual(['ping']);
  });
});

describe('asking the table', () => {
  const table = flatten(nested);
  const shallow = table.states.findIndex(({ path }) => path === 'in.shallow');

  it('an event by its index is the same event', () => {
    const index = eventIndex(table, 'IN');
    expect(dispatchIndexed(table, table.initial, { s: 0 }, { type: 'IN' }, index)).toBe(shallow);
    expect(eventIndex(table, 'unheard-of')).toBe(-1);
  });

  it('a machine without states is one leaf', () => {
    const single = machine({ on: { GO: { actions: 'add' } }, entry: say('+m') });
    expect(run(flatten(single), ['GO'])).toEqual(['+m ', '']);
    expectSameAsXState(single, 0, [{ type: 'GO' }, { type: 'other' }]);
  });
});
