/** A session of one server that is to own an ephemeral node: what a real 3.8.0 did and printed, line by line. */
import { describe, expect, it } from 'vitest';
import { doneIn } from '../../ensemble/member.ts';
import type { Pid } from '../../view/time.ts';
import type { ZooKeeperEnsembleSetup } from '../../view/zookeeper-setup.ts';
import { Driver } from './testing/driver.ts';

const CLIENT = 101;
const UPGRADING = { localSessionsEnabled: true, localSessionsUpgradingEnabled: true } as const;

/** Three servers, of which 3 leads, and one client, which is connected. */
function begun(servers: readonly Pid[], ensemble: ZooKeeperEnsembleSetup = UPGRADING): Driver {
  const zk = new Driver({
    servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
    ensemble,
    cfg: { '4lw.commands.whitelist': '*' },
    clients: [{ id: CLIENT, program: 'zkcli-plain', servers, inOrder: true, startMs: null }],
  });
  for (const pid of [1, 2, 3]) expect(zk.until({ serving: pid })).toBe(true);
  zk.do({ kind: 'start', pids: [CLIENT] });
  expect(zk.until({ state: { pid: CLIENT, is: 'CONNECTED' } })).toBe(true);
  return zk;
}

const out = (zk: Driver, line: string): string[] =>
  zk
    .type(CLIENT, line)
    .slice(1)
    .map(({ text }) => text);

const sessionOf = (zk: Driver): string => zk.client(CLIENT).handle?.session ?? '';
const zxidOf = (zk: Driver, pid: Pid): string => {
  const { epoch, counter } = zk.server(pid).tree.lastZxid;
  return `${epoch}:${counter}`;
};

function ask(zk: Driver, word: string, pid: Pid): string {
  zk.do({ kind: 'input', pid, name: 'FOUR_LETTER', data: { word } });
  let said = '';
  for (let steps = 0; said === '' && steps < 100 && zk.run.step(); steps++)
    for (const done of doneIn(zk.run.world)) if (done.kind === 'word') said = done.text;
  return said;
}
/** How many sessions a server has for itself, and how many it knows to be everybody's. */
function known(zk: Driver, pid: Pid): readonly (number | null)[] {
  const dump = ask(zk, 'dump', pid);
  const number = (pattern: RegExp): number | null => {
    const [, found] = pattern.exec(dump) ?? [];
    return found === undefined ? null : Number(found);
  };
  const global = /Global Sessions\((\d+)\)|Global Session Sets \(\d+\)\/\((\d+)\)/u.exec(dump);
  return [number(/Local Session Sets \(\d+\)\/\((\d+)\)/u), Number(global?.[1] ?? global?.[2])];
}

describe.each([
  [1, 'a follower'],
  [3, 'the leader'],
])('at server %i, %s', (sid) => {
  it('becomes known to all by a transaction, right before the create', () => {
    const zk = begun([sid]);
    const session = sessionOf(zk);
    expect(out(zk, 'create /p 1')).toEqual(['Created /p']);
    // Neither its beginning nor what it makes besides needs a session that others know.
    expect(zxidOf(zk, 2)).toBe('1:1');
    expect([known(zk, sid), known(zk, 2)]).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect(out(zk, 'create -e /e 1')).toEqual(['Created /e']);
    expect(zxidOf(zk, 2)).toBe('1:3');
    expect(out(zk, 'stat /e')).toEqual(
      expect.arrayContaining(['cZxid = 0x100000003', `ephemeralOwner = ${session}`]),
    );
    expect([known(zk, sid), known(zk, 2)]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    // Once is enough.
    expect(out(zk, 'create -e /f 1')).toEqual(['Created /f']);
    expect(zxidOf(zk, 2)).toBe('1:4');
    expect(sessionOf(zk)).toBe(session);
    // Its end is one that all hear of.
    zk.enter(CLIENT, 'quit');
    expect(zk.settle()).toBe(true);
    expect(zxidOf(zk, 2)).toBe('1:5');
    expect(known(zk, 2)).toEqual([0, 0]);
    expect(zk.run.world.violations).toEqual([]);
  });

  it('stays one of this server where upgrading is off', () => {
    const zk = begun([sid], { localSessionsEnabled: true });
    expect(out(zk, 'create -e /e 1')).toEqual([
      'Unable to create ephemeral node on a local session',
      'KeeperErrorCode = Ephemeral node on local session for /e',
    ]);
    expect(known(zk, sid)).toEqual([1, 0]);
  });
});

it('lives on at another server, with its ephemeral node, when its own is gone', () => {
  const zk = begun([1, 2]);
  const session = sessionOf(zk);
  expect(out(zk, 'create -e /e 1')).toEqual(['Created /e']);
  zk.do({ kind: 'kill', pid: 1 });
  expect(zk.until({ state: { pid: CLIENT, is: 'CONNECTING' } })).toBe(true);
  expect(zk.until({ state: { pid: CLIENT, is: 'CONNECTED' } })).toBe(true);
  expect(sessionOf(zk)).toBe(session);
  expect(zk.server(2).connections).toHaveLength(1);
  expect(out(zk, 'get /e')).toEqual(['1']);
  // One that owns nothing is its server's, and is over with it.
  const other = begun([1, 2]);
  other.do({ kind: 'kill', pid: 1 });
  expect(other.until({ state: { pid: CLIENT, is: 'EXPIRED' } })).toBe(true);
});

it('expires at the leader, which its server tells of it from then on', () => {
  const zk = begun([1]);
  expect(out(zk, 'create -e /e 1')).toEqual(['Created /e']);
  // Longer than its timeout: it pings, and is heard of.
  zk.pass(60_000);
  expect(known(zk, 3)).toEqual([0, 1]);
  zk.do({ kind: 'kill', pid: CLIENT });
  zk.pass(60_000);
  expect(known(zk, 3)).toEqual([0, 0]);
  expect(zxidOf(zk, 2)).toBe('1:3');
  expect(zk.run.world.violations).toEqual([]);
});

it('is said in the file of a member, and obeyed at the next start', () => {
  const zk = begun([1], { localSessionsEnabled: true });
  const text = zk.server(1).settings.cfgFile;
  expect(text).not.toContain('Upgrading');
  zk.do({ kind: 'kill', pid: 1 });
  zk.do({ kind: 'configure', pid: 1, text: `${text}localSessionsUpgradingEnabled=true\n` });
  zk.do({ kind: 'start', pids: [1] });
  expect(zk.until({ serving: 1 })).toBe(true);
  expect(zk.server(1).settings.upgradesLocal).toBe(true);
  expect(begun([1]).server(1).settings.cfgFile).toContain('localSessionsUpgradingEnabled=true\n');
});
