/** Whether what clients were told in a run is what ZooKeeper promises them. */
import { compareZxid, sameZxid, ZERO } from '../../../protocols/election/zxid.ts';
import { zxidText } from '../../../view/zxid.ts';
import type { Zxid } from '../../../view/zxid.ts';
import type { Stat } from '../../../zookeeper/records/stat.ts';
import { isWrite } from './history.ts';
import type { Fault, History, Reply } from './history.ts';
import { Past } from './past.ts';
import type { PastNode } from './past.ts';
import { watchFault } from './watch-order.ts';

/** The first rule that does not hold, in this order; null when all do. */
export function judge(history: History): Fault | null {
  const past = new Past(history);
  const replies = history.heard.filter((each): each is Reply => each.kind === 'reply');
  return (
    first(replies, (reply) => writeFault(reply, past)) ??
    sessionFault(replies) ??
    first(replies, (reply) => readFault(reply, past)) ??
    ephemeralFault(history, past) ??
    watchFault(history, past)
  );
}

function first(replies: readonly Reply[], fault: (reply: Reply) => Fault | null): Fault | null {
  for (const reply of replies) {
    const found = fault(reply);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Writes are linearizable: each took effect as one transaction, which comes after every write that
 * anybody knew to be done when this one was sent.
 */
function writeFault(
  { step, client, session, request, xid, result, floor }: Reply,
  past: Past,
): Fault | null {
  if (!isWrite(request) || result.err !== 'OK') return null;
  const fault = (text: string): Fault => ({ invariant: 'H-Writes-Linearizable', step, text });
  const { zxid, body } = result;
  if (compareZxid(zxid, floor) <= 0)
    return fault(`client ${client} wrote ${zxidText(zxid)} after it could know ${zxidText(floor)}`);
  const txn = past.txn(zxid);
  if (txn === null || txn.session !== session || txn.cxid !== xid)
    return fault(`client ${client} was told of ${zxidText(zxid)}, which is not its write`);
  const made = 'path' in txn.body ? txn.body.path : null;
  return body.kind === 'path' && body.path !== made
    ? fault(`client ${client} was told that ${zxidText(zxid)} made ${body.path}, and not ${made}`)
    : null;
}

/** What a session is told never goes back, whichever server tells it. */
function sessionFault(replies: readonly Reply[]): Fault | null {
  const newest = new Map<string, Zxid>();
  for (const { step, client, session, result } of replies) {
    const before = newest.get(session) ?? ZERO;
    if (compareZxid(result.zxid, before) < 0) {
      const text = `client ${client} was told of ${zxidText(before)}, and then of ${zxidText(result.zxid)}`;
      return { invariant: 'H-Session-Forward', step, text };
    }
    newest.set(session, result.zxid);
  }
  return null;
}

/** A read shows the tree as it was at the zxid of its reply. */
function readFault({ step, client, request, result, readOnly }: Reply, past: Past): Fault | null {
  if (!('watch' in request)) return null;
  const { err, body, zxid } = result;
  // What nobody has committed is in the tree of a server without a leader, and may be lost later.
  if (readOnly && zxid.counter > 0 && past.txn(zxid) === null) return null;
  if (err !== 'OK' && err !== 'NoNode') return null;
  const { op, path } = request;
  const fault = (what: string): Fault => ({
    invariant: 'H-Reads-Consistent',
    step,
    text: `client ${client}: ${op} ${path} at ${zxidText(zxid)} ${what}`,
  });
  const node = past.node(path, zxid);
  if ((node !== null) !== (err === 'OK')) return fault(err === 'OK' ? 'finds it' : 'misses it');
  if (node === null) return null;
  const children = past.childrenOf(path, zxid);
  if (body.kind === 'data' && node.data !== undefined && body.data !== node.data)
    return fault('shows other data');
  if (body.kind === 'children' && !isSame(body.children, children))
    return fault(`shows ${body.children.join(' ')}`);
  const stat = 'stat' in body ? body.stat : null;
  const wrong = stat === null ? null : wrongField(stat, node, children.size);
  return wrong === null ? null : fault(`shows another ${wrong}`);
}

const isSame = (names: readonly string[], set: ReadonlySet<string>): boolean =>
  names.length === set.size && names.every((name) => set.has(name));

function wrongField(stat: Stat, node: PastNode, children: number): keyof Stat | null {
  if (node.czxid !== null && !sameZxid(stat.czxid, node.czxid)) return 'czxid';
  if (node.mzxid !== null && !sameZxid(stat.mzxid, node.mzxid)) return 'mzxid';
  if (stat.version !== node.version) return 'version';
  if (stat.ephemeralOwner !== (node.owner ?? '0x0')) return 'ephemeralOwner';
  return stat.numChildren === children ? null : 'numChildren';
}

/** An ephemeral node is there from its creation until it is deleted or its session ends, and no longer. */
function ephemeralFault({ ephemerals }: History, past: Past): Fault | null {
  for (const { step, server, zxid, nodes } of ephemerals) {
    const expected = past.ephemerals(zxid);
    const odd =
      nodes.find((each) => !expected.includes(each)) ??
      expected.find((each) => !nodes.includes(each));
    if (odd === undefined) continue;
    const is = nodes.includes(odd) ? 'still has' : 'no longer has';
    const text = `S${server} ${is} the ephemeral of ${odd} at ${zxidText(zxid)}`;
    return { invariant: 'H-Ephemerals-With-Session', step, text };
  }
  return null;
}
