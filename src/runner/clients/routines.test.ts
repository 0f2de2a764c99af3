/** Programs at work in clients, and that a run of them is one run. */
import { describe, expect, it } from 'vitest';
import { counting } from '../../clients/testing/counter.ts';
import { lockWaiter } from '../../clients/testing/lock-waiter.ts';
import { zookeeper } from '../../scenarios/zookeeper/adapter.ts';
import type { Driver } from './testing/driver.ts';
import { A, B, ended, locals, printed, program, SOON, views, world } from './testing/programs.ts';

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
    const waits = waiting.map((pid) => views(driver, pid)?.[0]?.waits[0]?.what ?? '');
    expect(waits.toSorted()).toEqual(['/locks/lock-0000000000', '/locks/lock-0000000001']);
    driver.do({ kind: 'kill', pid: holder });
    driver.pass(60_000);
    expect(waiting.every((pid) => ended(driver, pid))).toBe(true);
  });
});
