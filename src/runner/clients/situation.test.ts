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

/** A server with two clients that are connected; every way takes the same time. */
function lab(seed: number): Driver {
  const driver = new Driver(
    {
      servers: [{ sid: SERVER }],
      clients: [A, B].map((id) => ({ id, program: 'api' })),
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

describe('the situation of a server and its clients', () => {
  it('is the same after other connections, other counts and other chances on the way', () => {
    const short = lab(1);
    reconnect(short, 0);
    const long = lab(2);
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
      const driver = meet(lab(1));
      way(driver);
      return situationOf(driver);
    });
    expect(new Set(seen).size).toBe(ways.length);
  });
});
