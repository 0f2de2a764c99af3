import { assign, setup } from 'xstate';
import { describe, expect, it } from 'vitest';
import { EndlessMachine } from './machine/execute.ts';
import type { Scope } from './machine/execute.ts';
import { flatten } from './machine/flatten.ts';
import type { KernelEvent, Machine, Message, Model } from './model.ts';
import { World } from './world.ts';

/** What a process of the toy has seen, as `machine[key] event`, and what it still has to hand out. */
interface Desk {
  readonly seen: readonly string[];
  readonly queue: readonly string[];
  readonly urge: boolean;
}

type Event = KernelEvent<Message & { readonly text?: string }>;
type Args = { context: Scope<Desk>; event: Event };

const see =
  (who: string) =>
  ({ context: { s }, event }: Args) => {
    const { type, io, message } = event;
    const name = io.key === 0 ? who : `${who}[${io.key}]`;
    return { s: { ...s, seen: [...s.seen, `${name} ${message?.text ?? type}`] } };
  };
const types = {} as { context: Scope<Desk>; events: Event };
const context = { s: { seen: [], queue: [], urge: false } as Desk };

/** Dials, and does what it is told; claims no port. */
const talker = setup({
  types,
  actions: {
    listen: ({ event }) => {
      if (event.io.self === 1) for (const port of ['work', 'chat']) event.io.listen(port);
    },
    obey: ({ event: { io, data } }) => {
      const { order } = data as { order: string };
      const [verb = '', at = ''] = order.split(' ');
      if (verb === 'dial') io.dial(1, at);
      else if (verb === 'say') io.send(Number(at), { type: 'SAY', text: order } as Message);
      else if (verb === 'close') io.close(Number(at));
      else if (verb === 'end') io.stop(Number(at));
    },
    take: assign(({ context: { s }, event }) => {
      const { order } = event.data as { order: string };
      const queue = order.startsWith('queue') ? [...s.queue, order] : s.queue;
      return { s: { ...s, queue, urge: order === 'urge' } };
    }),
    see: assign(see('talker')),
  },
}).createMachine({
  id: 'talker',
  context,
  entry: 'listen',
  initial: 'on',
  states: {
    on: {
      on: {
        DO: { actions: ['take', 'obey'] },
        SAY: { actions: 'see' },
        CONNECTED: { actions: 'see' },
      },
    },
  },
});

/** Claims the port `work`, and gives each of its connections a machine of its own. */
const chief = setup({
  types,
  actions: {
    hire: ({ event }) => {
      if (!event.dialled) event.io.spawn('clerk', event.connection);
    },
    see: assign(see('chief')),
  },
}).createMachine({
  id: 'chief',
  context,
  initial: 'on',
  states: { on: { on: { CONNECTED: { actions: ['see', 'hire'] }, SAY: { actions: 'see' } } } },
});

const clerk = setup({
  types,
  guards: {
    hasWork: ({ context: { s } }) => s.queue.length > 0,
    isUrged: ({ context: { s } }) => s.urge,
  },
  actions: {
    see: assign(see('clerk')),
    setBell: ({ event: { io } }) => io.setTimer('BELL', 5000 * io.key),
    leave: ({ event: { io } }) => io.stop(io.key),
    takeWork: assign(({ context: { s }, event: { io } }) => {
      const [first = '', ...queue] = s.queue;
      return { s: { ...s, queue, seen: [...s.seen, `clerk[${io.key}] ${first}`] } };
    }),
    turn: assign(({ context: { s } }) => ({ s: { ...s } })),
  },
}).createMachine({
  id: 'clerk',
  context,
  initial: 'idle',
  states: {
    idle: {
      entry: ['see', 'setBell'],
      on: {
        SAY: { actions: 'see' },
        BELL: { actions: 'see' },
        CLOSED: { actions: ['see', 'leave'] },
      },
      always: [
        { guard: 'hasWork', actions: 'takeWork' },
        { guard: 'isUrged', target: 'restless' },
      ],
    },
    restless: { always: { target: 'idle', actions: 'turn' } },
  },
});

type Toy = Model<Desk, null, null>;

const machines: readonly Machine[] = [
  { table: flatten(talker) },
  { table: flatten(chief), ports: ['work'] },
];

const toy: Toy = {
  name: 'toy',
  pids: [1, 2],
  nameOf: String,
  machines: () => machines,
  spawned: { clerk: { table: flatten(clerk) } },
  nature: 'none',
  latency: { kind: 'fixed', us: 1000 },
  links: new Map(),
  diskLatency: { kind: 'fixed', us: 0 },
  initialDisk: () => null,
  blankDisk: () => null,
  boot: () => ({ seen: [], queue: [], urge: false }),
  initialGhost: null,
  remember: () => null,
  invariants: [],
  describe: ({ type }) => ({
    kind: type,
    shape: 'vote',
    claim: null,
    label: type,
    short: type,
    routine: false,
  }),
  routine: () => false,
};

/** Orders to process 2, or to 1 when they say so, 10 ms apart; what process 1 has seen. */
function play(orders: readonly string[]): {
  world: World<Desk, null, null>;
  seen: readonly string[];
} {
  const world = new World(toy, 1);
  world.intervene({ kind: 'start', pids: [1, 2] });
  for (const line of orders) {
    const mine = line.startsWith('1 ');
    world.intervene({
      kind: 'input',
      pid: mine ? 1 : 2,
      name: 'DO',
      data: { order: mine ? line.slice(2) : line },
    });
    const until = world.time + 10_000;
    while (world.advance(until));
    world.time = until;
  }
  return { world, seen: world.process(1).s?.seen ?? [] };
}

describe('an event through a connection', () => {
  it('goes to the machine that claims its port; what no machine claims to those that claim none', () => {
    expect(play(['dial chat', 'say 1 hello']).seen).toEqual([
      'talker CONNECTED',
      'talker say 1 hello',
    ]);
    expect(play(['dial work']).seen[0]).toBe('chief CONNECTED');
  });

  it('goes to the spawned machine of its connection alone', () => {
    const { seen } = play(['dial work', 'dial work', 'say 2 to-the-second', 'say 1 to-the-first']);
    expect(seen.filter((line) => line.includes('to-the'))).toEqual([
      'clerk[2] say 2 to-the-second',
      'clerk[1] say 1 to-the-first',
    ]);
  });
});

describe('a spawned machine', () => {
  it('is entered once the step’s other machines rest, and has its own timers', () => {
    // A clerk's bell rings 5 ms after it began, times its number: two of them run at a time.
    expect(play(['dial work', 'dial work', 'say 1 later']).seen).toEqual([
      'chief CONNECTED',
      'clerk[1] CONNECTED',
      'clerk[1] BELL',
      'chief CONNECTED',
      'clerk[2] CONNECTED',
      'clerk[2] BELL',
      'clerk[1] say 1 later',
    ]);
  });

  it('takes up what another machine leaves in the state that they share, within the same step', () => {
    const { seen } = play(['dial work', '1 queue-a', '1 queue-b']);
    expect(seen.slice(-2)).toEqual(['clerk[1] queue-a', 'clerk[1] queue-b']);
  });

  it('ends when it says so, with its timers, and when its process ends', () => {
    const { world, seen } = play(['dial work', 'close 1']);
    expect(seen.at(-1)).toBe('clerk[1] CLOSED');
    expect(world.process(1).parts.map(({ key }) => key)).toEqual([0, 0]);
    expect(world.process(1).timers).toEqual([]);

    const other = play(['dial work']).world;
    other.intervene({ kind: 'kill', pid: 1 });
    other.intervene({ kind: 'start', pids: [1] });
    expect(other.process(1).parts.map(({ key }) => key)).toEqual([0, 0]);
  });

  it('belongs to copies of its world, and to the digest', () => {
    const { world } = play(['dial work']);
    const copy = world.clone();
    expect(copy.fingerprint()).toBe(world.fingerprint());
    copy.intervene({ kind: 'input', pid: 1, name: 'DO', data: { order: 'end 1' } });
    while (copy.advance(copy.time));
    world.intervene({ kind: 'input', pid: 1, name: 'DO', data: { order: 'nothing' } });
    while (world.advance(world.time));
    expect(copy.process(1).parts).toHaveLength(2);
    expect(world.process(1).parts).toHaveLength(3);
    expect(copy.fingerprint()).not.toBe(world.fingerprint());
  });

  it('that wakes itself up for ever is stopped with its name', () => {
    expect(() => play(['dial work', '1 urge'])).toThrow(EndlessMachine);
  });
});
