/** A ZooKeeper scenario as files, conditions, frames and answers know it. */
import { describe, expect, it } from 'vitest';
import { World } from '../../kernel/world.ts';
import { Reader, Writer } from '../../view/packing.ts';
import type { Condition } from '../../view/condition.ts';
import type { Exhibit } from '../../view/exhibit.ts';
import { packed } from '../../view/packed/zookeeper.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import type { ZooKeeperDetail } from '../../view/zookeeper.ts';
import type { ZooKeeperSetup } from '../../view/zookeeper-setup.ts';
import { loadText } from '../load-text.ts';
import { playAll } from '../play-all.ts';
import { zookeeper } from './adapter.ts';

const ALPHA = 101;
const BETA = 102;

const scenario = (
  setup: Partial<ZooKeeperSetup>,
  parts: Partial<ScenarioFile> = {},
): ScenarioFile =>
  ({
    format: 'zooscope-scenario',
    version: 3,
    model: 'zookeeper',
    seed: 1,
    setup: {
      servers: [{ sid: 1 }],
      clients: [
        { id: ALPHA, program: 'api' },
        { id: BETA, program: 'api', timeoutMs: 4000 },
      ],
      ...setup,
    },
    ...parts,
  }) as ScenarioFile;

const line = (pid: number, request: object) =>
  ({
    kind: 'input',
    pid,
    name: 'LINE',
    data: { text: JSON.stringify({ kind: 'request', request }) },
  }) as const;

const acl = [{ scheme: 'world', id: 'anyone', perms: 31 }];
const connected = (pid: number): Condition => ({ state: { pid, is: 'CONNECTED' } });

const problemsOf = (setup: object): string[] =>
  (loadText({ ...scenario({}), setup: { ...scenario({}).setup, ...setup } }).problems ?? []).map(
    ({ where, code }) => `${where} ${code}`,
  );

/** β makes an ephemeral node that α watches; then β falls silent. */
const silentOwner = scenario(
  { tree: [{ path: '/app', data: 'hello' }] },
  {
    steps: [
      {
        id: 'make',
        when: { all: [connected(ALPHA), connected(BETA)] },
        do: [
          line(BETA, {
            op: 'create',
            path: '/app/e',
            data: null,
            acl,
            mode: 'EPHEMERAL',
          }),
        ],
        until: { node: { path: '/app/e', exists: true } },
      },
      {
        id: 'watch',
        do: [line(ALPHA, { op: 'exists', path: '/app/e', watch: true })],
        until: { quiet: true },
        expect: [
          { text: 'one child', that: { stat: { path: '/app', field: 'numChildren', is: 1 } } },
          { text: 'its zxid', that: { stat: { path: '/app', field: 'pzxid', is: '0·4' } } },
          { text: 'data', that: { nodeData: { path: '/app', is: 'hello' } } },
          { text: 'alive', that: { session: { pid: BETA, is: 'alive' } } },
        ],
      },
      {
        id: 'silent',
        do: [{ kind: 'pause', pid: BETA }],
        until: { watchesFired: { pid: ALPHA, atLeast: 1 } },
        expect: [
          { text: 'gone', that: { node: { path: '/app/e', exists: false } } },
          { text: 'over', that: { session: { pid: BETA, is: 'over' } } },
          { text: 'not before its time', that: { elapsedMs: 4000 - 4000 / 3 } },
          { text: 'said', that: { fact: { rule: 'session-expires' } } },
        ],
      },
    ],
  },
);

describe('a step of a ZooKeeper scenario', () => {
  const shows = (exhibit: Exhibit): string[] =>
    (loadText(scenario({}, { steps: [{ id: 'one', exhibit }] })).problems ?? []).map(
      ({ where, code }) => `${where} ${code}`,
    );

  it('shows the console of a client that is there', () => {
    expect(shows({ kind: 'zkcli', client: ALPHA })).toEqual([]);
    expect(shows({ kind: 'zkcli', client: 9 })).toEqual([
      'steps[0].exhibit.client scenario-no-such-server',
    ]);
  });

  it('shows a view that its lab has', () => {
    expect(shows({ kind: 'log' })).toEqual([]);
    expect(shows({ kind: 'certificate' })).toEqual(['steps[0].exhibit.kind scenario-no-such-view']);
  });
});

describe('a scenario file', () => {
  it('of ZooKeeper is read', () => {
    expect(loadText(JSON.stringify(silentOwner))).toEqual({ scenario: silentOwner });
  });

  it('plays its script, and its conditions mean what they say', () => {
    const { expectations, stuck, violations } = playAll(silentOwner);
    expect({ stuck, violations }).toEqual({ stuck: null, violations: [] });
    expect(expectations.filter(({ ok }) => !ok)).toEqual([]);
    expect(expectations).toHaveLength(8);
  });

  it('names what is wrong by its path', () => {
    expect(problemsOf({ servers: [] })).toEqual(['setup.servers scenario-no-servers']);
    expect(problemsOf({ servers: [{ sid: 1 }, { sid: 2 }] })).toEqual([
      'setup.servers scenario-one-server',
    ]);
    expect(problemsOf({ clients: [{ id: 101 }, { id: 101 }] })).toContain(
      'setup.clients[1].id scenario-sid-twice',
    );
    expect(problemsOf({ clients: [{ id: 101, program: 'emacs' }] })).toEqual([
      'setup.clients[0].program scenario-no-such-program',
    ]);
    expect(problemsOf({ clients: [{ id: 101, servers: [1, 2] }] })).toEqual([
      'setup.clients[0].servers[1] scenario-no-such-server',
    ]);
    expect(problemsOf({ clients: [{ id: 101, servers: [] }] })).toEqual([
      'setup.clients[0].servers scenario-value',
    ]);
    expect(problemsOf({ cfg: { minSessionTimeout: 50_000 } })).toEqual([
      'setup.cfg.minSessionTimeout scenario-session-bounds',
    ]);
    expect(
      problemsOf({ tree: [{ path: '/a/b' }, { path: '/c/' }, { path: '/zookeeper' }] }),
    ).toEqual([
      'setup.tree[0].path scenario-node-orphan',
      'setup.tree[1].path scenario-no-path',
      'setup.tree[2].path scenario-node-twice',
    ]);
    expect(problemsOf({ broken: ['no-such'] })).toEqual(['setup.broken[0] scenario-no-such-rule']);
    expect(problemsOf({ watch: ['Hope'] })).toEqual(['setup.watch[0] scenario-no-such-invariant']);
  });
});

describe('a condition', () => {
  const config = { path: '/config', data: 'v1' };
  const asked = (...conditions: Condition[]): (boolean | undefined)[] => {
    const { world } = playAll(
      scenario(
        {
          clients: [{ id: ALPHA }, { id: BETA, program: 'subscriber', timeoutMs: 1000 }],
          tree: [config],
        },
        {
          steps: [
            {
              id: 'follow',
              when: { all: [connected(ALPHA), connected(BETA)] },
              do: [typed(BETA, '/config')],
              until: { quiet: true },
            },
            { id: 'set', do: [typed(ALPHA, 'set /config v2')], until: { quiet: true } },
            // Long enough for pings, which are not counted.
            { id: 'wait', until: { elapsedMs: 9000 } },
          ],
        },
      ),
    );
    return conditions.map((condition) => zookeeper.holds(world, condition));
  };
  const typed = (pid: number, text: string) =>
    ({ kind: 'input', pid, name: 'LINE', data: { text } }) as const;

  it('counts messages without pings: two sessions, a read, a write, a notification, a read', () => {
    expect(asked({ messages: 11 }, { messages: 12 })).toEqual([true, false]);
  });

  it('knows what stands on a standard output, line by line', () => {
    const printed = (...lines: string[]): Condition => ({ printed: { pid: BETA, lines } });
    expect(
      asked(
        printed('/config = v1', '/config = v2'),
        printed('/config = v2', '/config = v1'),
        printed('/config = v1'),
        printed('/config = v1', '/config = v2', '/config = v3'),
      ),
    ).toEqual([true, false, false, false]);
  });

  it('knows the timeout that a session was granted', () => {
    const alive = (timeoutMs?: number): Condition => ({
      session: { pid: BETA, is: 'alive', ...(timeoutMs !== undefined && { timeoutMs }) },
    });
    expect(asked(alive(), alive(4000), alive(1000))).toEqual([true, true, false]);
    expect(asked({ session: { pid: BETA, is: 'over' } })).toEqual([false]);
  });
});

describe('a frame of the lab', () => {
  const { world } = playAll(silentOwner);
  const detail = zookeeper.detail(world) as ZooKeeperDetail;

  it('shows the server, its log and its sessions', () => {
    const [server] = detail.servers;
    expect(server).toMatchObject({ pid: 1, nodes: 5, logLength: 4, logFiles: 1 });
    expect(server?.log.map(({ type }) => type)).toEqual([
      'createSession',
      'createSession',
      'create',
      'closeSession',
    ]);
    expect(server?.log.every(({ durable, applied }) => durable && applied)).toBe(true);
    expect(server?.sessions.map(({ client, timeout }) => ({ client, timeout }))).toEqual([
      { client: ALPHA, timeout: 30_000 },
    ]);
  });

  it('comes back from its packed form as it was', () => {
    const out = new Writer();
    packed.write(out, detail);
    expect(packed.read(new Reader().open(out.take()))).toEqual(detail);
  });
});

describe('what is asked of a tree', () => {
  const asking = (that: Condition): ScenarioFile =>
    scenario({ tree: [{ path: '/app', data: 'hello' }] }, { expect: [{ text: 'so it is', that }] });
  const holds = (that: Condition): boolean => {
    const world = new World(zookeeper.model(asking(that)), 1);
    return zookeeper.holds(world, that) === true;
  };

  it('is asked of the server that it names, and of those that are there without a name', () => {
    expect(holds({ node: { path: '/app', exists: true } })).toBe(true);
    expect(holds({ node: { path: '/app', exists: true, server: 1 } })).toBe(true);
    expect(holds({ nodeData: { path: '/app', is: 'hello', server: 1 } })).toBe(true);
    expect(holds({ stat: { path: '/app', field: 'version', is: 0, server: 1 } })).toBe(true);
    // Of nobody's tree anything could be said.
    expect(holds({ node: { path: '/app', exists: true, server: 2 } })).toBe(false);
    expect(holds({ node: { path: '/app', exists: false, server: 2 } })).toBe(false);
  });

  it('names a process of the set-up, in any condition that its protocol understands', () => {
    const where = (that: Condition): string[] =>
      (loadText(asking(that)).problems ?? []).map((problem) => `${problem.where} ${problem.code}`);
    expect(where({ node: { path: '/app', exists: true, server: 2 } })).toEqual([
      'expect[0].that.node.server scenario-no-such-server',
    ]);
    expect(where({ serving: 7 })).toEqual(['expect[0].that.serving scenario-no-such-server']);
    expect(where({ not: { atStage: { stage: 'sync', server: 3 } } })).toEqual([
      'expect[0].that.not.atStage.server scenario-no-such-server',
    ]);
    expect(where({ session: { pid: 9, is: 'alive' } })).toEqual([
      'expect[0].that.session.pid scenario-no-such-server',
    ]);
  });

  it('is no condition that another protocol alone understands', () => {
    const { problems } = loadText(asking({ calls: { pid: 1, outcome: 'unknown', count: 0 } }));
    expect(problems).toMatchObject([{ where: 'expect[0].that', code: 'scenario-value' }]);
    expect(problems?.[0]?.text).toMatch(/one of state, .*nodeData, .*not, but/);
  });
});
