/** Servers that stand alone, each with a tree of its own, and clients of either. */
import { describe, expect, it } from 'vitest';
import { answer } from '../../ensemble/ask/answer.ts';
import { inspect } from '../../ensemble/inspect.ts';
import type { Ghost } from '../../ensemble/ghost.ts';
import type { MemberWorld } from '../../ensemble/member.ts';
import { zookeeper } from '../../scenarios/zookeeper/adapter.ts';
import type { ZooKeeperClientSetup, ZooKeeperSetup } from '../../view/zookeeper-setup.ts';
import type { ZooKeeperDetail } from '../../view/zookeeper.ts';
import { Driver } from './testing/driver.ts';

const A = 101;
const B = 102;

/** Two servers, α at the first and β at the second. */
function two(change: Partial<ZooKeeperSetup> = {}): Driver {
  const driver = new Driver({
    servers: [{ sid: 1 }, { sid: 2 }],
    clients: [
      { id: A, servers: [1] },
      { id: B, servers: [2] },
    ],
    tree: [{ path: '/both' }],
    ...change,
  });
  driver.settle();
  return driver;
}

const detail = ({ run }: Driver) => zookeeper.detail(run.world) as ZooKeeperDetail;

const candidates = ({ run }: Driver, client: number, line: string): readonly string[] => {
  const asked = answer(run.world as unknown as MemberWorld<Ghost>, {
    ask: 'complete',
    client,
    line,
    cursor: line.length,
  });
  return asked.ask === 'complete' ? asked.candidates : [];
};

describe('two servers', () => {
  it('have a tree each, and their clients see that of theirs', () => {
    const driver = two();
    driver.type(A, 'create /at-one');
    driver.type(B, 'create /at-two');
    const holds = (path: string, server?: number): boolean | undefined =>
      zookeeper.holds(driver.run.world, {
        node: { path, exists: true, ...(server !== undefined && { server }) },
      });
    expect([holds('/both'), holds('/at-one')]).toEqual([true, false]);
    expect([holds('/at-one', 1), holds('/at-one', 2)]).toEqual([true, false]);
    expect([holds('/at-two', 1), holds('/at-two', 2)]).toEqual([false, true]);
    expect(candidates(driver, A, 'ls /')).toEqual(['at-one', 'both', 'zookeeper']);
    expect(candidates(driver, B, 'ls /')).toEqual(['at-two', 'both', 'zookeeper']);
  });

  it('say which of them a client is connected to, also when that changes', () => {
    const driver = two({ clients: [{ id: A, servers: [2, 1], inOrder: true }] });
    const attached = () => {
      const rows = inspect(driver.run.world as unknown as MemberWorld<Ghost>, A)[0]?.rows ?? [];
      const said = rows.find(({ term }) => term === 'attachedTo')?.value;
      return [detail(driver).clients[0]?.server, said];
    };
    expect(attached()).toEqual([2, 'S2']);
    driver.do({ kind: 'kill', pid: 2 });
    driver.pass(10);
    expect(attached()).toEqual([null, null]);
    // A session of another server is none here: its program asks for a new one.
    expect(driver.until({ state: { pid: A, is: 'EXPIRED' } })).toBe(true);
    driver.type(A, 'connect zk1:2181');
    expect(attached()).toEqual([1, 'S1']);
  });

  it('give session ids that begin with their own number', () => {
    const driver = two();
    const ids = detail(driver).clients.map(({ session }) => session);
    expect(ids).toEqual([
      expect.stringMatching(/^0x1[\da-f]{14}$/),
      expect.stringMatching(/^0x2[\da-f]{14}$/),
    ]);
    const alive = (server: number): boolean | undefined =>
      zookeeper.holds(driver.run.world, { session: { pid: B, is: 'alive', server } });
    expect([alive(1), alive(2)]).toEqual([false, true]);
    expect(detail(driver).servers.map(({ sessions }) => sessions.map((s) => s.client))).toEqual([
      [A],
      [B],
    ]);
  });

  it('are named by their clients as a connect string names them', () => {
    const driver = two({ clients: [{ id: A, inOrder: true }] });
    expect(driver.printed(A)[0]?.text).toBe('Connecting to zk1:2181,zk2:2181');
    expect(detail(driver).clients[0]?.prompt).toBe('[zk: zk1:2181,zk2:2181(CONNECTED) 0] ');
  });

  it('are remembered each by itself, by invariants and by answers', () => {
    const driver = two();
    for (const path of ['/a', '/b', '/c']) driver.type(A, `create ${path}`);
    driver.type(A, 'get -w /a');
    driver.type(B, 'get -w /both');
    driver.do({ kind: 'power-off', pid: 2 });
    expect(detail(driver).servers.map(({ lost }) => lost !== null)).toEqual([false, true]);
    // What the first has acknowledged the second never had.
    driver.do({ kind: 'start', pids: [2] });
    driver.until({ serving: 2 });
    driver.type(A, 'set /a x');
    driver.settle();
    expect(driver.run.world.violations).toEqual([]);
    const moments = (server: number): readonly string[] => {
      const question = { ask: 'watches', server, path: null, most: 9 } as const;
      const asked = answer(driver.run.world as unknown as MemberWorld<Ghost>, question);
      const found = asked.ask === 'watches' ? asked.moments : [];
      return found.map(({ kind, path }) => `${kind} ${path}`);
    };
    expect(moments(1)).toEqual(['set /a', 'fired /a']);
    expect(moments(2)[0]).toBe('set /both');
  });

  it('are not at a client’s own machine, whatever it calls that', () => {
    const driver = two();
    driver.enter(A, 'connect localhost:2181');
    driver.pass(6000);
    expect(driver.client(A).handle).toMatchObject({ state: 'CONNECTING' });
    expect(driver.client(A).handle?.dials).toBeGreaterThan(1);
  });
});

describe('a crowd of clients', () => {
  const crowd = (change: Partial<ZooKeeperClientSetup>, seed = 1): Driver => {
    const clients = Array.from({ length: 60 }, (_, i) => ({ id: A + i, ...change }));
    const servers = [{ sid: 1 }, { sid: 2 }, { sid: 3 }];
    const driver = new Driver({ servers, clients, cfg: { maxClientCnxns: 0 } }, { seed });
    driver.settle();
    return driver;
  };
  const places = (driver: Driver) => detail(driver).clients.map(({ server }) => server);
  const counts = (driver: Driver): number[] =>
    [1, 2, 3].map((sid) => places(driver).filter((each) => each === sid).length);

  it('spreads over the servers, as the seed has it', () => {
    const driver = crowd({});
    for (const count of counts(driver)) expect(count).toBeGreaterThan(8);
    expect(places(crowd({}))).toEqual(places(driver));
    expect(places(crowd({}, 2))).not.toEqual(places(driver));
  });

  it('goes where the set-up sends it when that fixes the order', () => {
    expect(counts(crowd({ servers: [3, 1], inOrder: true }))).toEqual([0, 0, 60]);
  });
});
