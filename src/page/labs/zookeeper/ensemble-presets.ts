import type { Way } from '../../../view/command.ts';
import type { Condition } from '../../../view/condition.ts';
import type { Preset } from '../../../view/preset.ts';
import type { ScenarioFile } from '../../../view/scenario.ts';
import type { Pid } from '../../../view/time.ts';
import type { ZooKeeperSetup } from '../../../view/zookeeper-setup.ts';
import { SMALL_TREE } from './set-up/small-tree.ts';
import { types, wait } from './way.ts';

const ALPHA = 101;
const BETA = 102;
const LEADER = 3;
const SLOW = 2;

/** By then the ensemble serves: a client that comes earlier tries one server after the other. */
const SERVING = 1500;

/** A client with a console that goes to this server first, and to the others when it loses it. */
const client = (id: Pid, ...servers: readonly Pid[]) =>
  ({ id, program: 'zkcli-wait', servers, inOrder: true, startMs: SERVING }) as const;

/** As the lab's first run: messages, stages and disks slow enough to be followed. */
const ensemble = (
  setup: Pick<ZooKeeperSetup, 'servers' | 'clients' | 'broken'>,
  more: Pick<ScenarioFile, 'links' | 'breaks'> = {},
): ScenarioFile => ({
  format: 'zooscope-scenario',
  version: 2,
  model: 'zookeeper',
  seed: 1,
  setup: {
    ...setup,
    ensemble: {},
    clients: [
      ...setup.clients,
      ...[103, 104, 105, 106]
        .filter((id) => setup.clients.every((one) => one.id !== id))
        .map((id) => ({ id, program: 'zkcli-wait', spare: true })),
    ],
    tree: SMALL_TREE,
    stageMs: 1,
  },
  latency: { kind: 'uniform', min: 2000, max: 4000 },
  diskLatency: { kind: 'uniform', min: 3000, max: 6000 },
  pace: 3000,
  ...more,
});

const three: ZooKeeperSetup['servers'] = [{ sid: 1 }, { sid: 2 }, { sid: 3 }];
const clients = [client(ALPHA, 1, 2, 3), client(BETA, SLOW, 3, 1)];

const threeServers = ensemble({ servers: three, clients });

/** What the leader says comes late at these followers. */
const slowTo = (...followers: readonly Pid[]): ScenarioFile =>
  ensemble(
    { servers: three, clients },
    {
      links: followers.map((to) => ({
        from: LEADER,
        to,
        latency: { kind: 'fixed', us: 60_000 },
      })),
    },
  );

const withObservers = ensemble({
  servers: [...three, { sid: 4, observer: true }, { sid: 5, observer: true }],
  clients: [client(ALPHA, 4), client(BETA, 5), client(103, 1)],
});

const five = ensemble({
  servers: [1, 2, 3, 4, 5].map((sid) => ({ sid })),
  clients: [client(ALPHA, 1, 2), client(BETA, 4, 3)],
});

/**
 * A rule is off: an ACK does not wait for the disk. The leader's clients are α alone, and its proposals
 * come to S1 when all is over, so that S2 is the one that lies.
 */
const hasty = ensemble(
  {
    servers: three,
    clients: [client(ALPHA, LEADER, SLOW), client(BETA, SLOW)],
    broken: ['ack-before-sync'],
  },
  {
    links: [{ from: LEADER, to: 1, latency: { kind: 'fixed', us: 150_000 } }],
    breaks: ['Z-Commit', 'Z-Durable', 'Z-PrimaryIntegrity'],
  },
);

/** All of them serve, their clients are connected, and nothing is under way. */
const settled = (servers: readonly Pid[], asking: readonly Pid[] = [ALPHA, BETA]) =>
  wait(
    ...servers.map((serving): Condition => ({ serving })),
    ...asking.flatMap((pid): Condition[] => [
      { state: { pid, is: 'CONNECTED' } },
      { answered: pid },
    ]),
    { quiet: true },
  );

const writes = types(ALPHA, 'set /app/x 1');
const underWay = (kind: string, to: Pid, from: Pid = LEADER): Condition => ({
  underWay: { from, to, kind, count: 1 },
});

/** It stands in the logs on disk of these servers. */
const logged = (zxid: string, ...pids: readonly Pid[]): Condition[] =>
  pids.map((pid): Condition => ({ logged: { pid, zxid } }));

/** α is about to write, in an ensemble that is at rest. */
const before = (servers: readonly Pid[]): Way => [settled(servers), writes];

/** What an ensemble of servers offers to begin with. */
export const ensemblePresets: readonly [Preset, ...(readonly Preset[])] = [
  // The leader has given the write a zxid; it is on its way to both followers.
  {
    id: 'replicated',
    from: threeServers,
    way: [...before([1, 2, 3]), wait(underWay('PROPOSAL', 1), underWay('PROPOSAL', 2))],
    selected: LEADER,
  },
  // α has its OK from a majority; the commit is still on its way to the server that β asks.
  {
    id: 'stale-read',
    from: slowTo(SLOW),
    way: [...before([1, 2, 3]), wait({ answered: ALPHA }), types(BETA, 'get /app/x')],
    selected: SLOW,
  },
  // It has logged what it proposed, and nobody else has: whoever leads next does not know of it.
  {
    id: 'leader-dies',
    from: slowTo(1, SLOW),
    way: [...before([1, 2, 3]), wait(...logged('1·3', LEADER)), { kind: 'kill', pid: LEADER }],
    selected: LEADER,
  },
  // The leader is on the side of the few: there nothing can be committed any more.
  {
    id: 'minority',
    from: five,
    way: [
      settled([1, 2, 3, 4, 5]),
      {
        kind: 'partition',
        groups: [
          [1, 2, 3, ALPHA],
          [4, 5, BETA],
        ],
        oneWay: false,
      },
      types(BETA, 'set /app/x 2'),
      wait(...logged('1·3', 5)),
    ],
    selected: 5,
  },
  // Observers answer reads and pass writes on; their logs count for no majority.
  {
    id: 'observers',
    from: withObservers,
    way: [
      settled([1, 2, 3, 4, 5], [ALPHA, BETA, 103]),
      writes,
      wait(underWay('INFORM', 4), underWay('INFORM', 5)),
    ],
    selected: 4,
  },
  // Z-B5: S2 has said of a write that it has it on disk, and its power is cut before it has.
  {
    id: 'lying-server',
    from: hasty,
    way: [
      settled([1, 2, 3]),
      { kind: 'disk-latency', pid: SLOW, latency: { kind: 'fixed', us: 400_000 } },
      writes,
      wait({ violated: 'Z-Commit' }),
      wait({ answered: ALPHA }),
      { kind: 'power-off', pid: SLOW },
      { kind: 'kill', pid: LEADER },
      { kind: 'start', pids: [SLOW] },
      wait({ violated: 'Z-Durable' }),
    ],
    selected: SLOW,
  },
];
