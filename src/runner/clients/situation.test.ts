/** Two ways to one situation: what happened on the way is not in it. */
import { describe, expect, it } from 'vitest';
import type { Call } from '../../clients/calls.ts';
import { Driver } from './testing/driver.ts';
import { situationHash } from '../../kernel/situation.ts';

const SERVER = 1;
const A = 101;
const B = 102;
const AT_MS = 20_000;

const read = (path: string): Call => ({
  kind: 'request',
  request: { op: 'exists', path, watch: false },
});

/** Servers, of which both clients know the first and are connected to it; every way takes the same time. */
function lab(seed: number, members = 1): Driver {
  const driver = new Driver(
    {
      servers: Array.from({ length: members }, (_, i) => ({ sid: SERVER + i })),
      ...(members > 1 && { ensemble: {} }),
      // One after the other: who is first has the first session, which its clients read.
      clients: [A, B].map((id, i) => ({
        id,
        program: 'api',
        servers: [SERVER],
        startMs: 2000 * (i + 1),
      })),
    },
    { seed, latency: { kind: 'fixed', us: 500 }, diskLatency: { kind: 'fixed', us: 2000 } },
  );
  driver.until({ state: { pid: A, is: 'CONNECTED' } });
  driver.until({ state: { pid: B, is: 'CONNECTED' } });
  driver.settle();
  return driver;
}

/** Its connection breaks, and so do the next dials: the numbers of connections are used up. */
function reconnect(driver: Driver, brokenDials: number): void {
  driver.do({ kind: 'reset', a: A, b: SERVER });
  for (let i = 0; i < brokenDials; i++) {
    while (driver.client(A).handle?.dials !== i + 2) driver.run.step();
    driver.pass(0);
    driver.do({ kind: 'reset', a: A, b: SERVER });
  }
  driver.until({ state: { pid: A, is: 'CONNECTED' } });
  driver.settle();
}

/** The clients ask once more at the same time: what they have left until their next pings is equal. */
function meet(driver: Driver): Driver {
  driver.pass(AT_MS - driver.run.world.time / 1000);
  for (const pid of [A, B]) driver.make(pid, read('/nothing'));
  driver.settle();
  return driver;
}

const situationOf = (driver: Driver): string => situationHash(driver.run.world);

describe.each([
  ['a server', 1],
  ['an ensemble', 3],
])('the situation of %s and its clients', (_, members) => {
  it('is the same after other connections, other counts and other chances on the way', () => {
    const short = lab(1, members);
    reconnect(short, 0);
    const long = lab(2, members);
    reconnect(long, 2);
    meet(short);
    meet(long);
    const [one, other] = [short, long].map(({ run }) => run.world);
    expect(one?.process(A).s).not.toEqual(other?.process(A).s);
    expect(one?.fingerprint()).not.toBe(other?.fingerprint());
    expect(situationOf(short)).toBe(situationOf(long));
  });

  it('is another one when something is under way, stands in a tree or is waited for otherwise', () => {
    const ways: readonly ((driver: Driver) => void)[] = [
      () => {},
      (driver) => driver.make(A, read('/nothing')),
      (driver) => driver.make(B, read('/nothing')),
      (driver) => driver.do({ kind: 'cut', from: A, to: SERVER, oneWay: false }),
      (driver) => driver.do({ kind: 'pause', pid: SERVER }),
      (driver) => {
        driver.call(A, { kind: 'close' });
      },
    ];
    const seen = ways.map((way) => {
      const driver = meet(lab(1, members));
      way(driver);
      return situationOf(driver);
    });
    expect(new Set(seen).size).toBe(ways.length);
  });
});
