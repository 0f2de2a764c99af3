import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { at } from '../../kernel/pages.ts';
import { zxidText } from '../../view/zxid.ts';
import { conform } from './conform.ts';
import { readInitialDisks } from './initial-disks.ts';
import { Field } from './json.ts';

const EPOCH_BEATS_ZXID = join(
  import.meta.dirname,
  '../../../fixtures/zookeeper-3.8/election/11-epoch-beats-zxid.case.json',
);

interface Head {
  sid: number;
  currentEpoch: number | null;
  acceptedEpoch: number | null;
  lastLogged?: { zxid: string; epoch?: number; counter?: number };
  lastZxid: { zxid: string };
  snapshots?: string[];
}

const head = (change: Partial<Head> = {}): Head => ({
  sid: 1,
  currentEpoch: 2,
  acceptedEpoch: 2,
  lastLogged: { zxid: '0x100000005', epoch: 1, counter: 5 },
  lastZxid: { zxid: '0x100000005' },
  snapshots: ['snapshot.0'],
  ...change,
});

const disksOf = (...servers: Head[]) =>
  readInitialDisks(new Field({ initialDisks: true, servers }), 3);

describe('disks that a case begins with', () => {
  it('decide the election, as they decided it among real servers', () => {
    const real = JSON.parse(readFileSync(EPOCH_BEATS_ZXID, 'utf8')) as { servers: Head[] };
    expect(conform(real)).toMatchObject({ ok: true, difference: null });
    // With the same epoch on every disk the larger zxid of server 3 wins, which the real one's did not.
    const servers = real.servers.map((server) => ({
      ...server,
      currentEpoch: 2,
      acceptedEpoch: 2,
    }));
    expect(conform({ ...real, servers }).difference).toBe(
      'script[3] wait [1,3]: leader: recorded 1, simulated 3',
    );
  });

  it('hold the transactions up to every zxid that the head names', () => {
    const disk = disksOf(
      head({
        currentEpoch: 3,
        acceptedEpoch: 4,
        lastLogged: { zxid: '0x300000002' },
        lastZxid: { zxid: '0x300000002' },
        snapshots: ['snapshot.0', 'snapshot.100000004', 'snapshot.300000000'],
      }),
    ).get(1);
    const logged = (disk?.files ?? []).flatMap(({ txns }) =>
      Array.from({ length: txns.length }, (_, index) => at(txns, index)?.zxid),
    );
    expect(logged.map((zxid) => zxid && zxidText(zxid))).toEqual([
      '1·1',
      '1·2',
      '1·3',
      '1·4',
      '3·1',
      '3·2',
    ]);
    expect(disk?.snapshots.map(({ zxid }) => zxidText(zxid))).toEqual(['0·0', '1·4', '3·0']);
    expect([disk?.currentEpoch, disk?.acceptedEpoch]).toEqual([3, 4]);
  });

  it('are empty for who is not named, and for who has nothing', () => {
    const nothing = head({
      sid: 2,
      currentEpoch: null,
      acceptedEpoch: null,
      lastLogged: { zxid: '0x0' },
      lastZxid: { zxid: '0x0' },
      snapshots: [],
    });
    const disks = disksOf(nothing);
    expect(disks.get(1)).toBeUndefined();
    expect(disks.get(2)?.snapshots).toEqual([]);
  });

  it('are what the mark says, and nothing else', () => {
    const read = (file: object) => readInitialDisks(new Field(file), 3);
    expect(read({ servers: [head()] }).size).toBe(0);
    expect(read({ initialDisks: false, servers: [head()] }).size).toBe(0);
    expect(() => read({ initialDisks: 'yes', servers: [head()] })).toThrow(
      'initialDisks: true or false',
    );
  });

  it.each([
    [{ sid: 4 }, 'servers[0].sid: a server from 1 to 3'],
    [{ lastLogged: { zxid: '1·5' } }, 'servers[0].lastLogged.zxid: a zxid like 0x100000005'],
    [
      { lastLogged: { zxid: '0x100000005', counter: 6 } },
      'servers[0].lastLogged.counter: 5 was expected, as 0x100000005 says',
    ],
    [
      { lastZxid: { zxid: '0x100000006' } },
      'servers[0].lastZxid: the larger of lastLogged and the newest snapshot (0x100000005) was expected',
    ],
    [{ snapshots: ['snap.0'] }, 'servers[0].snapshots[0]: a name like snapshot.100000005'],
    [{ snapshots: [] }, 'servers[0].snapshots: a server with a log and no snapshot refuses'],
    [{ currentEpoch: 0 }, 'servers[0].currentEpoch: at least 1, the epoch of the last zxid'],
    [{ acceptedEpoch: 1 }, 'servers[0].acceptedEpoch: at least 2, the currentEpoch'],
    [{ currentEpoch: -1 }, 'servers[0].currentEpoch: a whole number'],
    [
      { lastLogged: { zxid: '0x1ffffffff' }, lastZxid: { zxid: '0x1ffffffff' } },
      'servers[0].lastZxid.zxid: at most 100000 transactions of an epoch',
    ],
  ])('with %j are refused by name', (change, message) => {
    expect(() => disksOf(head(change as Partial<Head>))).toThrow(message);
  });

  it('name no server twice', () => {
    expect(() => disksOf(head(), head())).toThrow('servers[1].sid: server 1 is there twice');
  });
});

describe('of a disk that was there before', () => {
  const real = JSON.parse(readFileSync(EPOCH_BEATS_ZXID, 'utf8')) as {
    txnLogs: Record<string, { file: string; txns: { zxid: string }[] }[]>;
  };
  const changed = (edit: (logs: typeof real.txnLogs) => void): string | null => {
    const copy = structuredClone(real);
    edit(copy.txnLogs);
    return conform(copy).difference;
  };

  it('what was truncated, and what came later, is compared', () => {
    expect(changed((logs) => logs['3']?.[0]?.txns.push({ zxid: '0x100000006' }))).toBe(
      'log files of server 3: recorded 0x100000006 0x300000001 0x300000002 0x300000003, ' +
        'simulated 0x100000005 0x300000001 0x300000002 0x300000003',
    );
    expect(changed((logs) => logs['3']?.[1]?.txns.pop())).toContain('log files of server 3');
  });
});
