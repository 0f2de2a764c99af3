import { beforeEach, describe, expect, it } from 'vitest';
import { Driver } from './testing/driver.ts';

const ALPHA = 101;
const BETA = 102;
const LINK = { from: 1, to: BETA, oneWay: false } as const;

describe('a client that follows a node', () => {
  let driver: Driver;
  const set = (...values: string[]): void => {
    for (const value of values) driver.enter(ALPHA, `set /config ${value}`);
    driver.settle();
  };
  const told = (stream: 'out' | 'watcher'): string[] =>
    driver
      .printed(BETA)
      .filter((line) => line.stream === stream)
      .map(({ text }) => text);

  beforeEach(() => {
    driver = new Driver(
      {
        servers: [{ sid: 1 }],
        clients: [{ id: ALPHA }, { id: BETA, program: 'subscriber', timeoutMs: 4000 }],
        tree: [{ path: '/config', data: 'v1' }],
      },
      { links: [ALPHA, BETA].flatMap((id) => slow(id)) },
    );
    driver.settle();
    driver.type(BETA, '/config');
  });

  /** β is slower than a write of α takes. */
  const slow = (id: number) =>
    [
      { from: 1, to: id },
      { from: id, to: 1 },
    ].map((link) => ({
      ...link,
      latency: { kind: 'fixed', us: id === BETA ? 50_000 : 100 } as const,
    }));

  it('reads it at once, and again when it hears of a change', () => {
    set('v2');
    expect(told('out')).toEqual(['/config = v1', '/config = v2']);
    expect(told('watcher')).toEqual(['SyncConnected', 'NodeDataChanged /config']);
  });

  it('hears of the first of several quick changes, and reads the newest', () => {
    set('v2', 'v3', 'v4');
    expect(told('out')).toEqual(['/config = v1', '/config = v4']);
    expect(driver.client(BETA).fired).toBe(1);
  });

  it('waits for a node that is gone, or was never there', () => {
    driver.type(ALPHA, 'delete /config');
    expect(told('out').at(-1)).toBe('/config is not there');
    driver.type(ALPHA, 'create /config v9');
    expect(told('out').at(-1)).toBe('/config = v9');
    expect(told('watcher').slice(-2)).toEqual(['NodeDeleted /config', 'NodeCreated /config']);
  });

  it('does not follow the same node twice, and says what it may not read', () => {
    driver.type(BETA, '/config');
    driver.type(BETA, '');
    expect(told('out')).toEqual(['/config = v1']);
    driver.type(ALPHA, 'setAcl /config auth:x:w');
    driver.type(ALPHA, 'create /secret s ip:10.0.0.9:r');
    driver.type(BETA, '/secret');
    expect(driver.printed(BETA).at(-1)).toEqual({ stream: 'err', text: '/secret: NoAuth' });
  });

  it('reads again what was lost with its connection', () => {
    driver.enter(ALPHA, 'set /config v2');
    driver.until({ watchesFired: { pid: BETA, atLeast: 1 } });
    driver.do({ kind: 'reset', a: 1, b: BETA });
    driver.pass(2000);
    expect(told('out')).toEqual(['/config = v1', '/config = v2']);
    set('v3');
    expect(told('out').at(-1)).toBe('/config = v3');
  });

  it('begins again with another session when its own is over', () => {
    driver.do({ kind: 'cut', ...LINK });
    driver.pass(9000);
    set('v2');
    driver.do({ kind: 'mend', a: 1, b: BETA });
    driver.pass(3000);
    expect(told('watcher').slice(-3)).toEqual(['Disconnected', 'Expired', 'SyncConnected']);
    expect(told('out').at(-1)).toBe('/config = v2');
    set('v3');
    expect(told('out').at(-1)).toBe('/config = v3');
  });

  it('is said to set its watches again where it has some, and only there', () => {
    driver.do({ kind: 'reset', a: 1, b: ALPHA });
    driver.do({ kind: 'reset', a: 1, b: BETA });
    const connected: [number | null, unknown][] = [];
    while (connected.length < 2 && driver.run.explainedStep()) {
      for (const { rule, pid, data } of driver.run.last?.facts ?? []) {
        if (rule === 'client-connected') connected.push([pid, data['watches']]);
      }
    }
    expect(connected.toSorted(([a], [b]) => (a ?? 0) - (b ?? 0))).toEqual([
      [ALPHA, 0],
      [BETA, 1],
    ]);
  });
});
