/** Whether watch events came in the order of the changes, and before any reply that shows their change. */
import { compareZxid } from '../../../protocols/election/zxid.ts';
import { zxidText } from '../../../view/zxid.ts';
import type { Fault, HeardEvent, History, Reply } from './history.ts';
import type { ChangeType, Past, PathChange } from './past.ts';

/** What a watch that a read has set tells of. */
const TELLS: Readonly<Record<string, ReadonlySet<ChangeType>>> = {
  exists: new Set(['NodeCreated', 'NodeDeleted', 'NodeDataChanged']),
  getData: new Set(['NodeDeleted', 'NodeDataChanged']),
  getChildren: new Set(['NodeDeleted', 'NodeChildrenChanged']),
  getChildren2: new Set(['NodeDeleted', 'NodeChildrenChanged']),
};

/** One watcher of several is taken away with `checkWatches`. */
const ENDS: ReadonlySet<string> = new Set(['removeWatches', 'checkWatches', 'closeSession']);

/** A watch that has not fired; what it will tell of, if anything. */
interface Armed {
  readonly connection: number;
  readonly path: string;
  readonly due: PathChange;
}

export function watchFault({ heard }: History, past: Past): Fault | null {
  const armed = new Map<number, Armed[]>();
  for (const each of heard) {
    const mine = (armed.get(each.client) ?? []).filter(
      // What it hears through another connection is said of the watches that it has set anew there.
      ({ connection }) => connection === each.connection,
    );
    const fault = each.kind === 'event' ? eventFault(each, mine) : replyFault(each, mine);
    if (fault !== null) return fault;
    armed.set(each.client, each.kind === 'event' ? rest(each, mine) : more(each, mine, past));
  }
  return null;
}

const isOf = ({ event }: HeardEvent, { path, due }: Armed): boolean =>
  event.path === path && event.type === due.type;

/** Whatever changed before has been told before. */
function eventFault(heard: HeardEvent, armed: readonly Armed[]): Fault | null {
  const fired = armed.filter((watch) => isOf(heard, watch));
  const [earliest] = fired.toSorted((a, b) => compareZxid(a.due.zxid, b.due.zxid));
  if (earliest === undefined) return null;
  const missed = armed.find(({ due }) => compareZxid(due.zxid, earliest.due.zxid) < 0);
  if (missed === undefined) return null;
  const text = `client ${heard.client} hears of ${earliest.path} at ${zxidText(earliest.due.zxid)} before ${missed.path} at ${zxidText(missed.due.zxid)}`;
  return { invariant: 'H-Watches-Ordered', step: heard.step, text };
}

/** What fired is over, and so is what its client took away. */
const rest = (heard: HeardEvent, armed: readonly Armed[]): Armed[] =>
  armed.filter(
    (watch) =>
      !isOf(heard, watch) &&
      !(heard.event.type.endsWith('WatchRemoved') && heard.event.path === watch.path),
  );

function replyFault({ step, client, result }: Reply, armed: readonly Armed[]): Fault | null {
  const late = armed.find(({ due }) => compareZxid(due.zxid, result.zxid) <= 0);
  if (late === undefined) return null;
  const text = `client ${client} was told of ${zxidText(result.zxid)} before the change of ${late.path} at ${zxidText(late.due.zxid)}, which it watches`;
  return { invariant: 'H-Watch-Before-Reply', step, text };
}

/** The watches after a reply: a read may have set one. */
function more(reply: Reply, armed: readonly Armed[], past: Past): Armed[] {
  const { request, result, connection } = reply;
  // Whoever takes watches away, or closes, hears of them no more.
  if (ENDS.has(request.op)) return [];
  // A connection has one mode of watch for each path: a recursive one takes the place of one that told of
  // children, which it does not do (ZOOKEEPER-4466).
  if (request.op === 'addWatch' && request.mode === 'PERSISTENT_RECURSIVE')
    return armed.filter(
      ({ path: of, due }) => of !== request.path || due.type !== 'NodeChildrenChanged',
    );
  if (!('watch' in request) || !request.watch) return [...armed];
  const { op, path } = request;
  if (result.err !== 'OK' && !(op === 'exists' && result.err === 'NoNode')) return [...armed];
  const types = TELLS[op];
  const due = types === undefined ? null : past.firstChange(path, result.zxid, types);
  return due === null || !due.open ? [...armed] : [...armed, { connection, path, due }];
}
