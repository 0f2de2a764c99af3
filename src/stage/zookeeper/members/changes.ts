import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import type { ZooKeeperDetail, ZooKeeperServerView } from '../../../view/zookeeper.ts';
import { zxidText } from '../../../view/zxid.ts';
import type { Change } from '../../changes.ts';
import { compareZxid } from './columns.ts';

/** The one place that the last step changed: it glows once. */
export type MembersChange =
  | Change
  | { readonly what: 'client'; readonly pid: Pid }
  | { readonly what: 'cell'; readonly pid: Pid; readonly zxid: string };

/** What each cell of a server says: written, on disk, committed, taken. */
function cellsOf({ log, member }: ZooKeeperServerView): ReadonlyMap<string, string> {
  const committed = member?.committed ?? { epoch: 0, counter: 0 };
  const cells = new Map<string, string>();
  for (const { zxid, durable } of log) {
    const known = compareZxid(zxid, committed) <= 0;
    cells.set(zxidText(zxid), known ? 'committed' : durable ? 'logged' : 'appended');
  }
  for (const { zxid } of member?.truncated ?? []) cells.set(zxidText(zxid), 'taken');
  return cells;
}

/** What differs most between two frames of one branch; null when nothing that is drawn does. */
export function membersChange(
  before: Frame<ZooKeeperDetail> | null,
  after: Frame<ZooKeeperDetail>,
): MembersChange | null {
  if (before === null || before.branch !== after.branch) return null;
  const states = new Map(before.processes.map((one) => [one.pid, `${one.liveness} ${one.state}`]));
  const turned = after.processes.find(
    (one) => states.get(one.pid) !== `${one.liveness} ${one.state}`,
  );
  if (turned !== undefined) return { what: 'state', pid: turned.pid };
  const was = new Map(before.detail.servers.map((server) => [server.pid, server]));
  for (const server of after.detail.servers) {
    const old = was.get(server.pid);
    if (old === undefined || old === server) continue;
    const [vote, voted] = [server.member?.vote, old.member?.vote];
    if (vote && voted && (vote.leader !== voted.leader || compareZxid(vote.zxid, voted.zxid) !== 0))
      return { what: 'vote', pid: server.pid };
    const had = cellsOf(old);
    const changed = [...cellsOf(server)].findLast(([zxid, how]) => had.get(zxid) !== how);
    if (changed !== undefined) return { what: 'cell', pid: server.pid, zxid: changed[0] };
  }
  const answers = new Map(before.detail.clients.map(({ pid, asked }) => [pid, asked]));
  const told = after.detail.clients.find(({ pid, asked }) => {
    const old = answers.get(pid);
    return asked !== null && (old?.at !== asked.at || old.answer?.at !== asked.answer?.at);
  });
  return told === undefined ? null : { what: 'client', pid: told.pid };
}
