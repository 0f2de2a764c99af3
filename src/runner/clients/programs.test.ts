/** What a program may do, and how much is kept of it. */
import { describe, expect, it } from 'vitest';
import { create, exists, getData } from '../../clients/api.ts';
import { AGAIN } from '../../clients/routine.ts';
import type { Routine } from '../../clients/routine.ts';
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
import { counting } from '../../clients/testing/counter.ts';
import { zookeeper } from '../../scenarios/zookeeper/adapter.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import type { Driver } from './testing/driver.ts';
import { A, B, ended, locals, printed, program, views, world } from './testing/programs.ts';

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
