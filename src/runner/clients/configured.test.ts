import { describe, expect, it } from 'vitest';
import { doneIn } from '../../ensemble/member.ts';
import { fileOfRun } from '../../scenarios/from-run.ts';
import { load } from '../../scenarios/load.ts';
import { zookeeper } from '../../scenarios/zookeeper/adapter.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import type { ZooKeeperDetail } from '../../view/zookeeper.ts';
import { Run } from '../run.ts';
import { Driver } from './testing/driver.ts';

const SERVER = 1;
const A = 101;
const B = 102;

const SAMPLE = 'tickTime=2000\ndataDir=/var/lib/zookeeper\nclientPort=2181\n';

/** A server and two zkCli, α connected; β starts when it is told to. */
function lab(): Driver {
  const driver = new Driver({
    servers: [{ sid: SERVER }],
    clients: [{ id: A }, { id: B, startMs: null }],
  });
  driver.settle();
  return driver;
}

/** Writes the file and, unless told otherwise, restarts the server and waits for α. */
function configure(driver: Driver, text: string): void {
  driver.do({ kind: 'configure', pid: SERVER, text });
  driver.do({ kind: 'stop', pid: SERVER });
  driver.do({ kind: 'start', pids: [SERVER] });
  driver.until({ serving: SERVER });
  driver.until({ state: { pid: A, is: 'CONNECTED' } });
  driver.settle();
}

const viewOf = (driver: Driver) => {
  const detail = zookeeper.detail(driver.run.world) as ZooKeeperDetail;
  const [server] = detail.servers;
  if (server === undefined) throw new TypeError('no server');
  return server;
};

const ask = (driver: Driver, word: string): string => {
  driver.do({ kind: 'input', pid: SERVER, name: 'FOUR_LETTER', data: { word } });
  while (driver.run.step(driver.run.world.time)) {
    const [done] = doneIn(driver.run.world);
    if (done?.kind === 'word') return done.text;
  }
  throw new TypeError('nobody answers');
};

const typed = (driver: Driver, pid: number, line: string): string[] =>
  driver
    .type(pid, line)
    .filter(({ stream }) => stream === 'out' || stream === 'err')
    .map(({ text }) => text);

describe('a zoo.cfg that is written while its server runs', () => {
  it('is obeyed from the next start on, and not before', () => {
    const driver = lab();
    driver.do({ kind: 'configure', pid: SERVER, text: SAMPLE.replace('2000', '500') });
    expect(viewOf(driver)).toMatchObject({ tickTime: 2000, cfgUnread: true });
    driver.do({ kind: 'stop', pid: SERVER });
    expect(viewOf(driver)).toMatchObject({ cfgUnread: false });
    driver.do({ kind: 'start', pids: [SERVER] });
    driver.until({ serving: SERVER });
    expect(viewOf(driver)).toMatchObject({ tickTime: 500, cfgUnread: false });
  });

  it('is part of a saved run', () => {
    const driver = lab();
    configure(driver, `${SAMPLE}maxClientCnxns=1\n`);
    const file = fileOfRun(driver.run.file, driver.run.interventions());
    const loaded = load(JSON.parse(JSON.stringify(file)));
    expect(loaded.problems).toBeUndefined();
    const again = new Run(zookeeper, loaded.scenario as ScenarioFile);
    again.seek(driver.run.position);
    expect(again.world.fingerprint()).toBe(driver.run.world.fingerprint());
  });

  it('without tickTime has 3000 ms, not the 2000 of the sample file', () => {
    const driver = lab();
    configure(driver, 'dataDir=/data\nclientPort=2181\n');
    expect(viewOf(driver).tickTime).toBe(3000);
  });

  it.each([
    ['tickTime=abc\ndataDir=/d', 'For input string: "abc"', 1],
    ['tickTime=2000', 'dataDir is not set', 0],
    [
      `${SAMPLE}minSessionTimeout=9000\nmaxSessionTimeout=8000`,
      'minSessionTimeout must not be larger than maxSessionTimeout',
      4,
    ],
  ])('that is wrong ends its server at once: %j', (text, said, line) => {
    const driver = lab();
    driver.do({ kind: 'configure', pid: SERVER, text });
    driver.do({ kind: 'stop', pid: SERVER });
    const run = new Run(zookeeper, fileOfRun(driver.run.file, driver.run.interventions()));
    run.seek(driver.run.position);
    run.intervene({ kind: 'start', pids: [SERVER] });
    expect(run.world.process(SERVER).running).toBe(false);
    expect(run.last?.facts).toMatchObject([{ rule: 'start-failed', data: { said, line } }]);
  });

  it('of an ensemble does not start a server that is alone', () => {
    const driver = lab();
    const servers = 'server.1=a:2888:3888\nserver.2=b:2888:3888\nserver.3=c:2888:3888\n';
    const limits = 'initLimit=10\nsyncLimit=5\n';
    driver.do({ kind: 'configure', pid: SERVER, text: SAMPLE + limits + servers });
    driver.do({ kind: 'stop', pid: SERVER });
    driver.do({ kind: 'start', pids: [SERVER] });
    expect(driver.run.world.process(SERVER).running).toBe(false);
  });

  it('belongs to servers alone', () => {
    const driver = lab();
    expect(() => driver.do({ kind: 'configure', pid: A, text: SAMPLE })).toThrow(
      'no-configuration',
    );
  });
});

describe('what a zoo.cfg says is done:', () => {
  it('tickTime bounds session timeouts', () => {
    const driver = lab();
    expect(driver.client(A).handle?.timeout).toBe(30_000);
    configure(driver, SAMPLE.replace('2000', '500'));
    // 20 ticks at most; the session that was there before is bound again when it comes back.
    expect(driver.client(A).handle?.timeout).toBe(10_000);
  });

  it('minSessionTimeout and maxSessionTimeout bound them in its place', () => {
    const driver = lab();
    configure(driver, `${SAMPLE}minSessionTimeout=50000\nmaxSessionTimeout=60000\n`);
    expect(driver.client(A).handle?.timeout).toBe(50_000);
  });

  it('tickTime is how coarsely sessions expire', () => {
    const expiryAfter = (tickTime: number): number => {
      const driver = lab();
      const bounds = 'minSessionTimeout=4000\nmaxSessionTimeout=4000\n';
      configure(driver, SAMPLE.replace('2000', String(tickTime)) + bounds);
      driver.type(A, 'create -e /e');
      driver.do({ kind: 'cut', from: SERVER, to: A, oneWay: false });
      const began = driver.run.world.time;
      driver.until({ node: { path: '/e', exists: false } });
      return (driver.run.world.time - began) / 1000;
    };
    expect(expiryAfter(200)).toBeLessThan(4400);
    expect(expiryAfter(6000)).toBeGreaterThan(4400);
  });

  it('maxClientCnxns turns one connection too many away', () => {
    const driver = lab();
    configure(driver, `${SAMPLE}maxClientCnxns=1\n`);
    driver.do({ kind: 'start', pids: [B] });
    driver.pass(3000);
    expect(driver.client(B).handle?.state).toBe('CONNECTING');
    driver.type(A, 'quit');
    expect(driver.until({ state: { pid: B, is: 'CONNECTED' } })).toBe(true);
  });

  it('snapCount brings snapshots and new log files', () => {
    const driver = lab();
    configure(driver, `${SAMPLE}snapCount=4\n`);
    const before = viewOf(driver).snapshots.length;
    for (let n = 0; n < 12; n++) driver.type(A, `create /n${n}`);
    expect(viewOf(driver).snapshots.length).toBeGreaterThanOrEqual(before + 3);
    expect(viewOf(driver).logFiles).toBeGreaterThan(3);
  });

  it('autopurge leaves three snapshots at least, and the logs that they need, at each interval', () => {
    const driver = lab();
    configure(driver, `${SAMPLE}snapCount=2\nautopurge.snapRetainCount=3\n`);
    for (let n = 0; n < 12; n++) driver.type(A, `create /n${n}`);
    expect(viewOf(driver).snapshots.length).toBeGreaterThan(6);
    configure(driver, `${SAMPLE}snapCount=2\nautopurge.snapRetainCount=3\n`);
    // Without an interval nothing is ever purged.
    expect(viewOf(driver).snapshots.length).toBeGreaterThan(6);
    const purging = `${SAMPLE}snapCount=2\nautopurge.snapRetainCount=1\nautopurge.purgeInterval=1\n`;
    configure(driver, purging);
    // At the start, before anything else.
    expect(viewOf(driver).snapshots.length).toBe(3);
    for (let n = 12; n < 24; n++) driver.type(A, `create /n${n}`);
    expect(viewOf(driver).snapshots.length).toBeGreaterThan(6);
    driver.pass(3_600_000);
    expect(viewOf(driver).snapshots.length).toBe(3);
    // Nothing that a restart needs is gone.
    driver.do({ kind: 'kill', pid: SERVER });
    driver.do({ kind: 'start', pids: [SERVER] });
    driver.until({ serving: SERVER });
    driver.until({ state: { pid: A, is: 'CONNECTED' } });
    expect(typed(driver, A, 'getAllChildrenNumber /')).toEqual(['27']);
    expect(driver.run.world.violations).toEqual([]);
  });

  it('4lw.commands.whitelist says which words are answered', () => {
    const driver = lab();
    expect(ask(driver, 'ruok')).toBe('ruok is not executed because it is not in the whitelist.\n');
    configure(driver, `${SAMPLE}4lw.commands.whitelist=ruok, stat\n`);
    expect(ask(driver, 'ruok')).toBe('imok');
    expect(ask(driver, 'mntr')).toBe('mntr is not executed because it is not in the whitelist.\n');
  });

  it('clientPort moves the server to where its clients no longer look', () => {
    const driver = lab();
    driver.do({ kind: 'configure', pid: SERVER, text: SAMPLE.replace('2181', '2182') });
    driver.do({ kind: 'stop', pid: SERVER });
    driver.do({ kind: 'start', pids: [SERVER] });
    driver.pass(5000);
    expect(driver.client(A).handle?.state).toBe('CONNECTING');
    driver.type(A, 'connect 127.0.0.1:2182');
    expect(driver.until({ state: { pid: A, is: 'CONNECTED' } })).toBe(true);
  });
});

describe('connect in zkCli', () => {
  it('goes to the address that it names, however wrong', () => {
    const driver = lab();
    driver.enter(A, 'connect nowhere.example:2181');
    driver.pass(4000);
    expect(driver.client(A).handle?.state).toBe('CONNECTING');
    driver.type(A, 'connect nowhere.example,localhost:2181/app');
    expect(driver.until({ state: { pid: A, is: 'CONNECTED' } })).toBe(true);
  });
});
