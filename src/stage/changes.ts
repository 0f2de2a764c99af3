import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Pid } from '../view/time.ts';
import { zxidText } from '../view/zxid.ts';

/** The one place that the last step changed: it glows once. */
export interface Change {
  readonly pid: Pid;
  readonly what: 'state' | 'vote' | 'log';
}

/** What differs most between two frames of one branch; null when nothing that is drawn does. */
export const whatChanged = (
  before: Frame<ElectionDetail> | null,
  after: Frame<ElectionDetail>,
): Change | null => {
  if (before === null || before.branch !== after.branch) return null;
  const was = new Map(before.processes.map((process) => [process.pid, process]));
  for (const process of after.processes) {
    const old = was.get(process.pid);
    if (old && (old.state !== process.state || old.liveness !== process.liveness)) {
      return { pid: process.pid, what: 'state' };
    }
  }
  const served = new Map(before.detail.servers.map((server) => [server.sid, server]));
  for (const server of after.detail.servers) {
    const vote = server.vote;
    const old = served.get(server.sid)?.vote;
    if (vote && old && (vote.leader !== old.leader || zxidText(vote.zxid) !== zxidText(old.zxid))) {
      return { pid: server.sid, what: 'vote' };
    }
  }
  for (const server of after.detail.servers) {
    const last = (cells: typeof server.log): string => {
      const cell = cells.at(-1);
      return cell ? `${zxidText(cell.zxid)} ${cell.committed}` : '';
    };
    const old = served.get(server.sid);
    if (old && last(old.log) !== last(server.log)) return { pid: server.sid, what: 'log' };
  }
  return null;
};
