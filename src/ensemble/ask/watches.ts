/** The watches that stand, what became of those before, and what their clients have missed. */
import { at } from '../../kernel/pages.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import { MOST_ROWS } from '../../view/zookeeper-ask.ts';
import type {
  WatchGap,
  WatchMoment,
  ZooKeeperAnswer,
  ZooKeeperQuestion,
} from '../../view/zookeeper-ask.ts';
import type { Zxid } from '../../view/zxid.ts';
import { parentOf } from '../../zookeeper/records/paths.ts';
import type { TxnBody } from '../../zookeeper/records/txns.ts';
import { indexOf, logLength, txnAt } from '../../zookeeper/server/disk.ts';
import { watchesOf } from '../../zookeeper/watches/watch-table.ts';
import type { Asked } from './asked.ts';
import { peerOf } from './asked.ts';

/** Moments looked at for one answer. */
const STRETCH = 20_000;
/** Transactions looked at for one answer. */
const MOST_TXNS = 50_000;
/** Changes that are listed of one gap. */
const MOST_CHANGES = 10;

export function watches(
  asked: Asked,
  { path, most }: Extract<ZooKeeperQuestion, { readonly ask: 'watches' }>,
): ZooKeeperAnswer {
  const { s } = asked;
  const standing = [];
  for (const table of ['data', 'child'] as const) {
    if (s === null) break;
    for (const watch of watchesOf(s.watches[table])) {
      if (path !== null && watch.path !== path) continue;
      const { connection, mode, path: on } = watch;
      standing.push({ path: on, client: peerOf(s, connection), table, mode });
      if (standing.length >= MOST_ROWS) break;
    }
  }
  const moments = momentsOf(asked, path, Math.min(most, MOST_ROWS));
  return { ask: 'watches', standing, moments, gaps: gapsOf(asked, moments) };
}

/** The newest ones, oldest first. */
function momentsOf({ ghost }: Asked, path: string | null, most: number): readonly WatchMoment[] {
  const { watchMoments } = ghost;
  const end = watchMoments.length;
  const moments: WatchMoment[] = [];
  for (let index = end - 1; index >= Math.max(0, end - STRETCH); index--) {
    const moment = at(watchMoments, index);
    if (moment === null || (path !== null && moment.path !== path && moment.path !== '')) continue;
    moments.push(moment);
    if (moments.length >= most) break;
  }
  return moments.toReversed();
}

function gapsOf(asked: Asked, moments: readonly WatchMoment[]): readonly WatchGap[] {
  const gaps: WatchGap[] = [];
  let budget = MOST_TXNS;
  moments.forEach((moment, index) => {
    if (moment.kind !== 'fired' || moment.stays) return;
    const { step, client, path, table } = moment;
    const again = moments.find(
      (later, i) =>
        i > index &&
        later.kind === 'set' &&
        later.client === client &&
        later.path === path &&
        (later.table === table || later.table === 'both' || table === 'both'),
    );
    const until = again?.zxid ?? asked.tree.lastZxid;
    const { changes, count, looked } = changesBetween(asked, moment, until, budget);
    budget -= looked;
    gaps.push({ step, client, path, again: again?.step ?? null, changes, count });
  });
  return gaps;
}

/** What a watch that has fired would have told, had it still been there. */
function changesBetween(
  { s, kept }: Asked,
  { zxid, path, table }: WatchMoment,
  until: Zxid,
  budget: number,
): { changes: WatchGap['changes']; count: number; looked: number } {
  const disk = s?.disk ?? kept;
  const first = indexOf(disk, { epoch: zxid.epoch, counter: zxid.counter + 1 });
  const changes: { zxid: Zxid; type: string; path: string }[] = [];
  let count = 0;
  let looked = 0;
  for (let index = first; index < logLength(disk) && looked < budget; index++) {
    looked++;
    const txn = txnAt(disk, index);
    if (txn === null || compareZxid(txn.zxid, until) > 0) break;
    const { body } = txn;
    for (const part of body.type === 'multi' ? body.txns : [body]) {
      for (const about of touched(part, path, table)) {
        count++;
        if (count <= MOST_CHANGES) changes.push({ zxid: txn.zxid, type: part.type, path: about });
      }
    }
  }
  return { changes, count, looked };
}

/** The paths that such a watch would have told of. */
function touched(body: TxnBody, path: string, table: WatchMoment['table']): readonly string[] {
  const own = (about: string): boolean => table !== 'child' && about === path;
  const below = (about: string): boolean =>
    table !== 'data' && (parentOf(about) || '/') === path && about !== path;
  switch (body.type) {
    case 'setData':
      return own(body.path) ? [body.path] : [];
    case 'create':
    case 'create2':
    case 'createContainer':
    case 'createTTL':
    case 'delete':
    case 'deleteContainer':
      return own(body.path) || below(body.path) || (table === 'child' && body.path === path)
        ? [body.path]
        : [];
    case 'closeSession':
      return body.paths.filter((about) => own(about) || below(about));
    default:
      return [];
  }
}
