/** What the lab's frame tells beside the state of its processes. */
import { describe, expect, it } from 'vitest';
import { zookeeper } from '../../scenarios/zookeeper/adapter.ts';
import type { ZooKeeperDetail } from '../../view/zookeeper.ts';
import type { ZooKeeperClientSetup } from '../../view/zookeeper-setup.ts';
import { zxidText } from '../../view/zxid.ts';
import { Driver } from './testing/driver.ts';

const A = 101;

const lab = (client: Partial<ZooKeeperClientSetup> = {}): Driver => {
  const driver = new Driver({ servers: [{ sid: 1 }], clients: [{ id: A, ...client }] });
  driver.until({ state: { pid: A, is: 'CONNECTED' } });
  driver.settle();
  return driver;
};

// The adapter's own projection.
const detail = (driver: Driver): ZooKeeperDetail =>
  zookeeper.detail(driver.run.world) as ZooKeeperDetail;
const serverOf = (driver: Driver) => detail(driver).servers[0];
const askedOf = (driver: Driver) => detail(driver).clients[0]?.asked;

describe('a client', () => {
  it('shows what it asks, and what it was answered', () => {
    const driver = lab();
    expect(askedOf(driver)).toBeNull();
    driver.enter(A, 'create /a 1');
    driver.until({ atStage: { stage: 'prep' } });
    expect(askedOf(driver)).toMatchObject({ op: 'create', path: '/a', answer: null });
    driver.settle();
    expect(askedOf(driver)).toMatchObject({ answer: { err: 'OK', zxid: { counter: 2 } } });
    driver.type(A, 'create /a 1');
    expect(askedOf(driver)?.answer?.err).toBe('NodeExists');
  });

  it('types the lines of its set-up once, when it has its first session', () => {
    const driver = lab({ lines: ['create /a 1', 'create -e /a/e'] });
    expect(driver.server(1).tree.lastZxid.counter).toBe(3);
    expect(driver.printed(A).filter(({ stream }) => stream === 'in')).toHaveLength(2);
    driver.do({ kind: 'reset', a: 1, b: A });
    driver.settle();
    driver.until({ state: { pid: A, is: 'CONNECTED' } });
    driver.settle();
    expect(driver.server(1).tree.lastZxid.counter).toBe(3);
  });

  it('is known as the opener of its session after it was killed', () => {
    const driver = lab();
    driver.do({ kind: 'kill', pid: A });
    driver.settle();
    expect(serverOf(driver)?.sessions).toMatchObject([{ client: null, opener: A }]);
  });
});

describe('a request in the pipeline', () => {
  const at = (driver: Driver, stage: string) =>
    serverOf(driver)?.stages.find((one) => one.stage === stage)?.jobs[0];

  it('has the cxid that its client gave it, which pings do not take', () => {
    const driver = lab();
    driver.enter(A, 'create /a 1');
    driver.until({ atStage: { stage: 'prep' } });
    const first = at(driver, 'prep')?.cxid ?? NaN;
    driver.settle();
    expect(driver.until({ atStage: { stage: 'prep', op: 'ping' } })).toBe(true);
    expect(at(driver, 'prep')).toMatchObject({ op: 'ping', cxid: -2 });
    driver.settle();
    driver.enter(A, 'set /a 2');
    driver.until({ atStage: { stage: 'prep' } });
    expect(at(driver, 'prep')).toMatchObject({ op: 'setData', cxid: first + 1 });
  });

  it('is waited for if a program asked it; a ping is only by its name', () => {
    const driver = lab();
    expect(driver.until({ atStage: { stage: 'final' } }, 30_000)).toBe(false);
    expect(driver.until({ atStage: { stage: 'final', op: 'ping' } }, 30_000)).toBe(true);
  });
});

describe('a server that starts', () => {
  it('is loading from its first moment', () => {
    const driver = new Driver({ servers: [{ sid: 1 }], clients: [] });
    const words = new Set<string>();
    driver.until({ state: { pid: 1, is: 'LOADING' } });
    const word = (): string => zookeeper.stateWord(driver.run.world, 1);
    while (word() !== 'STANDALONE') {
      words.add(word());
      driver.run.step(Number.MAX_SAFE_INTEGER);
    }
    expect([...words]).toEqual(['LOADING']);
  });
});

describe('a server that lost its power', () => {
  it('shows the transactions that were only appended, and the requests under way', () => {
    const driver = lab();
    driver.enter(A, 'create /a 1');
    driver.until({ atStage: { stage: 'flush' } });
    expect(serverOf(driver)?.lost).toBeNull();
    driver.do({ kind: 'power-off', pid: 1 });
    const lost = serverOf(driver)?.lost;
    expect(lost?.log.map(({ zxid, path }) => `${zxidText(zxid)} ${path}`)).toEqual(['0·2 /a']);
    expect(lost?.stages.find(({ stage }) => stage === 'flush')?.count).toBe(1);
    expect(serverOf(driver)?.log.map(({ zxid }) => zxidText(zxid))).toEqual(['0·1']);
    driver.do({ kind: 'start', pids: [1] });
    driver.settle();
    expect(serverOf(driver)?.lost).toBeNull();
    expect(driver.server(1).tree.lastZxid.counter).toBe(1);
  });

  it('has lost nothing of what was flushed', () => {
    const driver = lab();
    driver.enter(A, 'create /a 1');
    driver.until({ atStage: { stage: 'final' } });
    driver.do({ kind: 'kill', pid: 1 });
    expect(serverOf(driver)?.lost?.log).toEqual([]);
    expect(serverOf(driver)?.log.map(({ zxid }) => zxidText(zxid))).toEqual(['0·1', '0·2']);
  });
});
