/** Programs that run by themselves in clients: what each may do, and that a run of them is one run. */
import { describe, expect, it } from 'vitest';
import { programs } from '../../clients/programs.ts';
import type { Program } from '../../clients/program.ts';
import { AGAIN } from '../../clients/routine.ts';
import type { Routine } from '../../clients/routine.ts';
import { localsOf, routines } from '../../clients/routines.ts';
import type { Routines } from '../../clients/routines.ts';
import {
  clock,
  eventAt,
  firstOf,
  out,
  random,
  resultOf,
  sleep,
  step,
  submit,
} from '../../clients/steps.ts';
import { create, exists, getData } from '../../clients/api.ts';
import { counting } from '../../clients/testing/counter.ts';
import { lockWaiter } from '../../clients/testing/lock-waiter.ts';
import { zookeeper, zookeeperWith } from '../../scenarios/zookeeper/adapter.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import type { ZooKeeperDetail } from '../../view/zookeeper.ts';
import { Driver } from './testing/driver.ts';

const A = 101;
const B = 102;
/** By then, in µs, all that was to be done is done; pings go on for ever. */
const SOON = 3_000_000;

const program = (...parts: readonly Routine[]): Program => routines('test', ...parts) as Program;

/** A server with `/n`, `/locks`, and a client for each of these programs. */
function world(...parts: readonly Program[]): Driver {
  const mine = Object.fromEntries(parts.map((each, i) => [`p${i}`, each]));
  const clients = parts.map((_, i) => ({ id: A + i, program: `p${i}` }));
  const driver = new Driver(
    {
      servers: [{ sid: 1 }],
      clients: [...clients, { id: 109, program: 'zkcli' }],
      tree: [{ path: '/n', data: '0' }, { path: '/locks' }],
    },
    {},
    zookeeperWith({ ...programs, ...mine }),
  );
  return driver;
}

const ended = ({ run }: Driver, pid: number): boolean =>
  (run.world.process(pid).s as { program: Routines }).program.threads.every(
    ({ round }) => round === null,
  );

const printed = (driver: Driver, pid: number): string[] =>
  driver.client(pid).output.map(({ text }) => text);

const views = ({ run }: Driver, pid: number) =>
  (zookeeper.detail(run.world) as ZooKeeperDetail).clients.find((each) => each.pid === pid)
    ?.running;

const locals = <L>(driver: Driver, pid: number, index = 0): L =>
  localsOf(driver.client(pid).program as Routines, index);

describe('a program that counts', () => {
  const counters = (): Driver => world(...[1, 2, 3].map(() => program(counting('/n', 8))));

  it('loses no count, though others write between its read and its write', () => {
    const driver = counters();
    driver.settle();
    expect([A, B, 103].every((pid) => ended(driver, pid))).toBe(true);
    const late = [A, B, 103].map((pid) => locals<{ late: number }>(driver, pid).late);
    expect(Math.max(...late)).toBeGreaterThan(0);
    expect(zookeeper.holds(driver.run.world, { nodeData: { path: '/n', is: '24' } })).toBe(true);
  });

  it('is the same again at every position, whichever way one came there', () => {
    const { run } = counters();
    const digests = new Map<number, string>();
    while (run.step(SOON))
      if (run.position % 37 === 0) digests.set(run.position, run.world.fingerprint());
    const end = [run.position, run.world.fingerprint()];
    expect(digests.size).toBeGreaterThan(10);
    for (const [position, digest] of [...digests].toReversed()) {
      run.seek(position);
      expect(run.world.fingerprint()).toBe(digest);
    }
    while (run.step(SOON));
    expect([run.position, run.world.fingerprint()]).toEqual(end);
  });

  it('goes two ways from one moment, each as if there were no other', () => {
    const middle = (seen: Driver): void => {
      while (seen.run.position < 150 && seen.run.step(SOON));
    };
    const branched = counters();
    middle(branched);
    branched.run.intervene({ kind: 'kill', pid: B });
    while (branched.run.step(SOON));
    branched.run.seek(150);
    branched.run.intervene({ kind: 'pause', pid: A });
    while (branched.run.step(SOON));
    const alone = counters();
    middle(alone);
    alone.run.intervene({ kind: 'pause', pid: A });
    while (alone.run.step(SOON));
    expect(branched.run.world.fingerprint()).toBe(alone.run.world.fingerprint());
  });

  it('can be looked into: what it does, what it has in hand, what it waits for', () => {
    const driver = counters();
    const seen = new Set<string>();
    while (driver.run.step(SOON)) {
      for (const { step, waits } of views(driver, A) ?? []) {
        const [wait] = waits;
        if (wait !== undefined) seen.add(`${step}: ${wait.kind} ${wait.what}`.trim());
      }
    }
    expect([...seen].toSorted()).toEqual([
      'add one: work',
      'read: result getData /n',
      'wait a while: time',
      'wait for the session: time',
      'write: result setData /n',
    ]);
    expect(views(driver, A)).toMatchObject([
      { name: 'counting', over: true, waits: [], locals: [{ name: 'left', value: '0' }, {}, {}] },
    ]);
  });
});

describe('a program that queues for a lock', () => {
  const waiters = (times: number): Driver =>
    world(...[1, 2, 3].map(() => program(lockWaiter('/locks', times, 50_000))));

  it('holds it alone, in the order of the queue, and wakes nobody but the next', () => {
    const driver = waiters(2);
    let most = 0;
    while (driver.run.step(SOON)) {
      const holding = [A, B, 103].flatMap((pid) => views(driver, pid) ?? []);
      most = Math.max(most, holding.filter(({ step, over }) => step === 'hold' && !over).length);
    }
    expect(most).toBe(1);
    expect([A, B, 103].every((pid) => ended(driver, pid))).toBe(true);
    // Everybody but the first in the queue waits once for each turn: five watches fire, one each.
    const fired = [A, B, 103].map((pid) => driver.client(pid).fired);
    expect(fired.reduce((sum, each) => sum + each)).toBe(5);
    const [line] = printed(driver, A);
    expect(line).toMatch(/^α holds \/locks\/lock-000000000\d \(0x1[\da-f]{14}\)$/);
  });

  it('goes on when the one before it dies, and shows whom it waits for', () => {
    const driver = waiters(1);
    driver.until({ node: { path: '/locks/lock-0000000002', exists: true } });
    driver.pass(20);
    const holder = [A, B, 103].find((pid) => printed(driver, pid).length > 0) ?? 0;
    const waiting = [A, B, 103].filter((pid) => pid !== holder);
    const waits = waiting.map((pid) => views(driver, pid)?.[0]?.waits[0]);
    expect(waits.map((wait) => wait?.what).toSorted()).toEqual([
      '/locks/lock-0000000000',
      '/locks/lock-0000000001',
    ]);
    driver.do({ kind: 'kill', pid: holder });
    driver.pass(60_000);
    expect(waiting.every((pid) => ended(driver, pid))).toBe(true);
  });
});

describe('a program may', () => {
  it('have several calls under way, and wait for each result', () => {
    const asking: Routine<{ order: string[] }> = {
      name: 'asking',
      begins: { order: [] },
      hears: ['session'],
      *round(me) {
        yield* firstOf({ kind: 'session' });
        const read = {
          kind: 'request',
          request: { op: 'getData', path: '/n', watch: false },
        } as const;
        const gone = {
          kind: 'request',
          request: { op: 'exists', path: '/no', watch: false },
        } as const;
        const tickets = [yield* submit(read), yield* submit(gone)] as const;
        // The second first: results wait for whoever asks for them.
        const second = yield* resultOf(tickets[1]);
        const first = yield* resultOf(tickets[0]);
        me.order = [second.err, first.err];
      },
    };
    const driver = world(program(asking));
    driver.settle();
    expect(locals(driver, A)).toEqual({ order: ['NoNode', 'OK'] });
  });

  it('wait for an event or a time, whichever comes first', () => {
    const patient: Routine<{ heard: string }> = {
      name: 'patient',
      begins: { heard: '' },
      hears: ['session'],
      *round(me) {
        yield* firstOf({ kind: 'session' });
        yield* exists('', '/flag', 'flag');
        const { kind } = yield* firstOf(
          { kind: 'event', watcher: 'flag' },
          { kind: 'time', lasts: 1e6 },
        );
        me.heard = kind;
      },
    };
    const driver = world(program(patient), program(patient));
    driver.pass(500);
    driver.do({ kind: 'pause', pid: B });
    driver.type(109, 'create /flag');
    driver.do({ kind: 'resume', pid: B });
    driver.pass(2000);
    expect(locals(driver, A)).toEqual({ heard: 'event' });
    const idle = world(program(patient));
    idle.pass(2000);
    expect(locals(idle, A)).toEqual({ heard: 'time' });
  });

  it('run beside others in one client: one session, and watchers of its own', () => {
    const watching = (name: string): Routine<{ woken: number }> => ({
      name,
      begins: { woken: 0 },
      hears: ['session'],
      *round(me) {
        if (me.woken === 0) yield* firstOf({ kind: 'session' });
        yield* exists('', `/${name}`, true);
        yield* eventAt('default');
        me.woken += 1;
        return AGAIN;
      },
    });
    const driver = world(program(watching('left'), watching('right'), counting('/n', 2)));
    driver.settle();
    for (const line of ['create /left', 'set /left x', 'create /right']) driver.type(109, line);
    expect([locals(driver, A, 0), locals(driver, A, 1)]).toEqual([{ woken: 2 }, { woken: 1 }]);
    expect(zookeeper.holds(driver.run.world, { nodeData: { path: '/n', is: '2' } })).toBe(true);
    expect(driver.server(1).sessions).toHaveLength(2);
    expect(views(driver, A)?.map(({ name, over }) => [name, over])).toEqual([
      ['left', false],
      ['right', false],
      ['counting', true],
    ]);
  });

  it('draw chance from the run alone, and read its machine’s clock', () => {
    const rolling: Routine<{ rolls: number[]; at: number }> = {
      name: 'rolling',
      begins: { rolls: [], at: 0 },
      *round(me) {
        yield* sleep(3_500_000);
        me.at = yield* clock();
        me.rolls = [yield* random(), yield* random()];
      },
    };
    const rolled = (): unknown => {
      const driver = world(program(rolling));
      driver.pass(5000);
      return locals(driver, A);
    };
    expect(rolled()).toEqual(rolled());
    expect(rolled()).toMatchObject({ at: 1_795_229_040_000 + 3600 });
  });

  it('end by itself, by an answer that it does not expect, or with its process', () => {
    const hasty: Routine<object> = {
      name: 'hasty',
      begins: {},
      hears: ['session'],
      *round() {
        yield* firstOf({ kind: 'session' });
        yield* create('', { path: '/x', data: null, acl: OPEN_ACL, mode: 'PERSISTENT' });
        yield* getData('', '/missing');
      },
    };
    const leaving: Routine<object> = {
      name: 'leaving',
      begins: {},
      *round() {
        yield* out('bye');
        yield { ask: 'exit' };
      },
    };
    const driver = world(program(hasty), program(leaving, counting('/n', 1)));
    driver.settle();
    expect(printed(driver, A)).toEqual([
      'Exception in thread "hasty" KeeperErrorCode = NoNode for /missing',
    ]);
    expect(zookeeper.holds(driver.run.world, { node: { path: '/x', exists: true } })).toBe(true);
    expect(printed(driver, B)).toEqual(['bye']);
    expect(driver.client(B).wants).toBe('exit');
  });
});

describe('the record of a program', () => {
  const given = (driver: Driver): number =>
    (driver.client(A).program as Routines).threads[0]?.round?.given.length ?? 0;

  it('does not grow with the run: it is that of one round', () => {
    const ticking: Routine<{ ticks: number }> = {
      name: 'ticking',
      begins: { ticks: 0 },
      *round(me) {
        yield* sleep(1000);
        me.ticks += 1;
        return AGAIN;
      },
    };
    const driver = world(program(ticking));
    driver.pass(30_000);
    expect(locals<{ ticks: number }>(driver, A).ticks).toBeGreaterThan(29_000);
    expect(given(driver)).toBe(0);
  });

  it('ends a round that has no end, with or without waits', () => {
    const endless = (lasts: number): Routine<object> => ({
      name: 'endless',
      begins: {},
      *round() {
        for (;;) yield* sleep(lasts);
      },
    });
    const idle: Routine<object> = {
      name: 'idle',
      begins: {},
      *round() {
        yield* step('nothing');
        return AGAIN;
      },
    };
    for (const each of [endless(0), endless(1000), idle]) {
      const driver = world(program(each));
      driver.pass(10_000);
      expect(ended(driver, A)).toBe(true);
      expect(printed(driver, A)[0]).toMatch(/no end$/);
    }
  });

  it('keeps what was heard and not waited for, as much as anybody needs', () => {
    const deaf: Routine<object> = {
      name: 'deaf',
      begins: {},
      hears: ['line'],
      *round() {
        yield* sleep(1e9);
      },
    };
    const driver = world(program(deaf));
    driver.pass(200);
    for (let i = 0; i < 1100; i++) driver.enter(A, String(i));
    driver.pass(1);
    const [thread] = (driver.client(A).program as Routines).threads;
    expect(thread?.kept).toHaveLength(1000);
    expect(thread?.kept[0]).toEqual({ kind: 'line', text: '100' });
  });
});
