/**
 * The disks at the head of a case that says `"initialDisks": true`: what the servers begin with. A
 * head tells the ends of what is on a disk, not every transaction; {@link historyOf} says what is
 * made of them.
 */
import { pagesOf } from '../../kernel/pages.ts';
import { compareZxid, maxZxid, parseZxid, sameZxid, ZERO } from '../../protocols/election/zxid.ts';
import type { Pid } from '../../view/time.ts';
import { zxidHex } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { Txn } from '../../zookeeper/records/txns.ts';
import { NO_SESSION } from '../../zookeeper/records/values.ts';
import { blankDisk } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import { emptyTree } from '../../zookeeper/tree/data-tree.ts';
import { BadCase } from './json.ts';
import type { Field } from './json.ts';

/** By sid; who is missing begins with an empty disk. */
export type InitialDisks = ReadonlyMap<Pid, Disk>;

/** Transactions of one epoch that a head may claim: each of them stands in a text. */
const MOST = 100_000;

/** @param servers their sids are 1 … servers @throws BadCase */
export function readInitialDisks(file: Field, servers: number): InitialDisks {
  const mark = file.at('initialDisks');
  if (!mark.missing && typeof mark.value !== 'boolean')
    throw new BadCase(mark.path, 'true or false');
  const disks = new Map<Pid, Disk>();
  if (mark.value !== true) return disks;
  for (const server of file.at('servers').list()) {
    const sid = server.at('sid').number();
    if (sid < 1 || sid > servers)
      throw new BadCase(server.at('sid').path, `a server from 1 to ${servers}`);
    if (disks.has(sid)) throw new BadCase(server.at('sid').path, `server ${sid} is there twice`);
    disks.set(sid, readDisk(server));
  }
  return disks;
}

function readDisk(server: Field): Disk {
  const names = server.at('snapshots');
  const snapshots = names.missing ? null : names.list().map(readSnapshot);
  const last = readZxid(server.at('lastZxid'));
  // Older recordings say only `lastZxid`.
  const logged = server.at('lastLogged').missing ? last : readZxid(server.at('lastLogged'));
  const newest = (snapshots ?? []).reduce(maxZxid, ZERO);
  const largest = maxZxid(logged, newest);
  if (!sameZxid(last, largest) && !server.at('lastZxid').missing) {
    const both = 'the larger of lastLogged and the newest snapshot';
    throw new BadCase(server.at('lastZxid').path, `${both} (${zxidHex(largest)}) was expected`);
  }
  if (logged.counter > 0 && snapshots?.length === 0) {
    // [FileTxnSnapLog.restore]
    const why = 'a server with a log and no snapshot refuses to start';
    throw new BadCase(names.path, `${why}; name at least snapshot.0`);
  }
  const epochs = readEpochs(server, largest);
  const written = snapshots ?? (logged.counter > 0 ? [ZERO] : []);
  const history = historyOf([logged, ...written]);
  const begun = written.length > 0 || epochs.currentEpoch !== null || epochs.acceptedEpoch !== null;
  if (!begun) return blankDisk;
  const txns = history.filter(({ zxid }) => compareZxid(zxid, logged) <= 0);
  const [first] = txns;
  return {
    ...epochs,
    files: first === undefined ? [] : [{ name: first.zxid, txns: pagesOf(txns) }],
    snapshots: written
      .toSorted(compareZxid)
      .map((zxid) => ({ zxid, tree: { ...emptyTree, lastZxid: zxid } })),
  };
}

/** Null: no such file. @throws BadCase for what a server refuses to load [QuorumPeer.loadDataBase] */
function readEpochs(server: Field, last: Zxid): Pick<Disk, 'currentEpoch' | 'acceptedEpoch'> {
  const [current, accepted] = [server.at('currentEpoch'), server.at('acceptedEpoch')];
  const currentEpoch = current.missing ? null : current.number();
  const acceptedEpoch = accepted.missing ? null : accepted.number();
  const refused = (field: Field, wanted: string): BadCase =>
    new BadCase(field.path, `${wanted} was expected: with less, a server refuses to start`);
  if (currentEpoch !== null && currentEpoch < last.epoch)
    throw refused(current, `at least ${last.epoch}, the epoch of the last zxid`);
  const least = currentEpoch ?? last.epoch;
  if (acceptedEpoch !== null && acceptedEpoch < least)
    throw refused(accepted, `at least ${least}, the currentEpoch`);
  return { currentEpoch, acceptedEpoch };
}

/**
 * The transactions behind the zxids at which a disk is known to have stood: each epoch from its first
 * transaction to the largest of these zxids in it. An epoch that none of them names has left nothing.
 * What they did is not told: they change nothing.
 */
function historyOf(known: readonly Zxid[]): readonly Txn[] {
  const history: Txn[] = [];
  for (const { epoch, counter } of known.toSorted(compareZxid)) {
    const last = history[history.length - 1]?.zxid;
    for (let at = last?.epoch === epoch ? last.counter + 1 : 1; at <= counter; at++)
      history.push(emptyTxn({ epoch, counter: at }));
  }
  return history;
}

const emptyTxn = (zxid: Zxid): Txn => ({
  session: NO_SESSION,
  cxid: 0,
  zxid,
  time: 0,
  body: { type: 'error', code: 'NoNode' },
  digest: null,
});

/** `{zxid: "0x100000005", epoch: 1, counter: 5}`; the two numbers may be left out. @throws BadCase */
function readZxid(field: Field): Zxid {
  if (field.missing) return ZERO;
  const text = field.at('zxid');
  const zxid = sized(text, parsed(text, text.text()));
  for (const [half, number] of Object.entries(zxid)) {
    const said = field.at(half);
    if (!said.missing && said.number() !== number)
      throw new BadCase(said.path, `${number} was expected, as ${text.text()} says`);
  }
  return zxid;
}

/** `snapshot.100000005` @throws BadCase */
function readSnapshot(name: Field): Zxid {
  const hex = /^snapshot\.([0-9a-f]{1,16})$/u.exec(name.text())?.[1];
  if (hex === undefined)
    throw new BadCase(name.path, 'a name like snapshot.100000005 was expected');
  return sized(name, parsed(name, `0x${hex}`));
}

function parsed(field: Field, text: string): Zxid {
  if (!/^0x[0-9a-f]{1,16}$/u.test(text))
    throw new BadCase(field.path, 'a zxid like 0x100000005 was expected');
  return parseZxid(text);
}

function sized(field: Field, zxid: Zxid): Zxid {
  if (zxid.counter <= MOST) return zxid;
  throw new BadCase(field.path, `at most ${MOST} transactions of an epoch`);
}
