/** A member without a leader serves reads, and says what a real 3.8.0 said in the same situation. */
import { beforeAll, describe, expect, it } from 'vitest';
import { Driver } from './testing/driver.ts';
import type { ZooKeeperClientSetup, ZooKeeperEnsembleSetup } from '../../view/zookeeper-setup.ts';
import { doneIn } from '../../ensemble/member.ts';

const ENSEMBLE = { localSessionsEnabled: true, readOnlyMode: true } as const;

const ensemble = (
  clients: readonly ZooKeeperClientSetup[],
  of: ZooKeeperEnsembleSetup = ENSEMBLE,
): Driver => {
  const zk = new Driver({
    servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
    ensemble: of,
    cfg: { '4lw.commands.whitelist': '*' },
    tree: [{ path: '/a', data: '1' }],
    clients: clients.map((each) => ({ program: 'zkcli-plain', startMs: null, ...each })),
  });
  expect(zk.until({ serving: 1 })).toBe(true);
  return zk;
};

/** Server 1 is left alone. */
const leaveAlone = (zk: Driver): void => {
  for (const pid of [2, 3]) zk.do({ kind: 'kill', pid });
};

/** What comes behind the line itself. */
const out = (zk: Driver, line: string): string[] =>
  zk
    .type(101, line)
    .slice(1)
    .map(({ text }) => text);

function ask(zk: Driver, word: string, pid = 1): string {
  zk.do({ kind: 'input', pid, name: 'FOUR_LETTER', data: { word } });
  let said = '';
  for (let steps = 0; said === '' && steps < 100 && zk.run.step(); steps++)
    for (const done of doneIn(zk.run.world)) if (done.kind === 'word') said = done.text;
  return said;
}

describe('zkCli -r at the one server that is left', () => {
  const reader = { id: 101, readOnly: true, servers: [1, 2, 3] };
  let zk: Driver;
  beforeAll(() => {
    zk = ensemble([reader]);
    leaveAlone(zk);
    zk.pass(10_000);
    zk.do({ kind: 'start', pids: [101] });
    zk.until({ state: { pid: 101, is: 'CONNECTEDREADONLY' } });
  });

  it('is told that it may read only', () => {
    expect(zk.printed(101).map(({ text }) => text)).toEqual([
      'Connecting to zk1:2181,zk2:2181,zk3:2181',
      'Welcome to ZooKeeper!',
      'JLine support is disabled',
      '',
      'WATCHER::',
      '',
      'WatchedEvent state:ConnectedReadOnly type:None path:null',
    ]);
  });

  // What a real one printed at the same lines.
  it.each([
    ['ls /', ['[a, zookeeper]']],
    ['get /a', ['1']],
    ['get -w /a', ['1']],
    ['set /a 2', ['Not a read-only call: /a']],
    ['sync /a', ['Sync has failed. rc=-119']],
    ['create /b 1', ['Not a read-only call: /b']],
    ['create -e /e 1', ['Not a read-only call: /e']],
    ['delete /a', ['Not a read-only call: /a']],
    ['setAcl /a world:anyone:r', ['Not a read-only call: /a']],
    ['getAcl /a', ["'world,'anyone", ': cdrwa']],
    ['whoami', ['Auth scheme: User', 'ip: 127.0.0.1']],
    ['addWatch /a', []],
    ['getEphemerals', ['[]']],
    ['ls /nope', ['Node does not exist: /nope']],
    ['reconfig -remove 3', ['Not a read-only call: ']],
  ])('%s', (line, printed) => {
    expect(out(zk, line)).toEqual(printed);
  });

  it('is answered four-letter words as such a server answers them', () => {
    // Its client goes on asking for a better server: that is waiting, and nothing to be seen.
    expect(zk.settle()).toBe(true);
    expect(ask(zk, 'isro')).toBe('ro');
    const [, ...srvr] = ask(zk, 'srvr').split('\n');
    expect(srvr[0]).toBe('READ-ONLY mode; serving only read-only clients');
    // Each refusal stays counted: set, sync, three creates and deletes, setAcl, reconfig.
    expect(srvr).toContain('Outstanding: 7');
    expect(srvr).toContain('Mode: read-only');
    expect(ask(zk, 'conf')).toMatch(/serverId=1\ninitLimit=10\n(?:.+\n){4}peerType=0\n$/u);
    expect(ask(zk, 'mntr')).toContain('zk_server_state\tread-only\n');
    expect(ask(zk, 'mntr')).toContain('zk_local_sessions\t1\n');
    expect(ask(zk, 'mntr')).not.toContain('zk_peer_state');
    const { session = '' } = zk.client(101).handle ?? {};
    expect(ask(zk, 'dump')).toMatch(
      new RegExp(
        `Local Session Sets \\(1\\)/\\(1\\):\n.*\n\t${session}\nGlobal Sessions\\(0\\):`,
        'u',
      ),
    );
  });

  it('gets another session from the first server that has a leader, and hears what it has missed', () => {
    const before = zk.client(101).handle?.session;
    const [from] = [zk.client(101).outputCount];
    zk.do({ kind: 'start', pids: [2] });
    expect(zk.until({ state: { pid: 101, is: 'CONNECTED' } })).toBe(true);
    expect(zk.client(101).handle?.session).not.toBe(before);
    expect(out(zk, 'set /a 3')).toEqual([
      '',
      'WATCHER::',
      '',
      'WatchedEvent state:SyncConnected type:NodeDataChanged path:/a',
    ]);
    const states = zk
      .printed(101, from)
      .map(({ text }) => /state:(\w+) type:None/u.exec(text)?.[1]);
    expect(states.filter((each) => each !== undefined)).toEqual(['Disconnected', 'SyncConnected']);
  });
});

it('serves reads two seconds after it has begun to look, and no sooner', () => {
  const zk = ensemble([]);
  leaveAlone(zk);
  const begun = zk.run.world.time;
  const mode = (): string | undefined => zk.server(1).role?.kind;
  while (zk.server(1).peer?.state !== 'LOOKING') zk.run.step();
  const looking = zk.run.world.time;
  expect(looking - begun).toBeLessThan(1_000_000);
  expect(ask(zk, 'isro')).toBe('null');
  const shown = (): string => zk.run.protocol.stateWord(zk.run.world, 1);
  expect(shown()).toBe('LOOKING');
  while (mode() !== 'read-only') zk.run.step();
  expect(zk.run.world.time - looking).toBe(2_000_000);
  // It votes on: only what is shown of it has another word.
  expect(shown()).toBe('READ-ONLY');
  expect(zk.server(1).peer?.state).toBe('LOOKING');
});

it('expires the local session of before, which nobody knows any more', () => {
  const zk = ensemble([{ id: 101, readOnly: true, servers: [1], startMs: 0 }]);
  expect(zk.until({ state: { pid: 101, is: 'CONNECTED' } })).toBe(true);
  expect(out(zk, 'create -e /e 1')).toEqual([
    'Unable to create ephemeral node on a local session',
    'KeeperErrorCode = Ephemeral node on local session for /e',
  ]);
  leaveAlone(zk);
  expect(zk.until({ state: { pid: 101, is: 'EXPIRED' } })).toBe(true);
});

it('sends away who does not read only, and who has a session that all know', () => {
  const zk = ensemble(
    [
      { id: 101, servers: [1], startMs: 0 },
      { id: 102, readOnly: true, servers: [1], startMs: 0 },
      { id: 103, readOnly: true, servers: [1] },
    ],
    { readOnlyMode: true },
  );
  for (const pid of [101, 102]) expect(zk.until({ state: { pid, is: 'CONNECTED' } })).toBe(true);
  leaveAlone(zk);
  zk.pass(5000);
  zk.do({ kind: 'start', pids: [103] });
  zk.pass(20_000);
  // Without local sessions a new one cannot be given either: its answer is none that a client can read.
  for (const pid of [101, 102, 103]) expect(zk.client(pid).handle?.state).toBe('CONNECTING');
  expect(ask(zk, 'isro')).toBe('ro');
  zk.do({ kind: 'start', pids: [2] });
  for (const pid of [101, 102, 103])
    expect(zk.until({ state: { pid, is: 'CONNECTED' } })).toBe(true);
});
