/**
 * Writes that no client asks for: `CLIENT_WRITE` makes a server that serves take so many of them, as if
 * somebody were connected to it. They set the root's data, so that a history of them is as long as one
 * likes and its tree has one node.
 */
import type { Edit } from '../../kernel/edit.ts';
import { say } from '../../protocols/election/facts.ts';
import { NO_SESSION } from '../records/values.ts';
import type { ServerEvent } from '../server/events.ts';
import { submit } from '../server/jobs.ts';
import type { Server } from '../server/server.ts';

/** How many transactions the input asks for. */
function opsOf({ data }: ServerEvent): number {
  const { ops } = (data ?? {}) as { readonly ops?: unknown };
  return typeof ops === 'number' && Number.isSafeInteger(ops) && ops > 0 ? ops : 1;
}

/** Pids are below it. */
const MOST_PIDS = 65_536;

/** Each goes the way of any other write, which depends on the server's role. */
export function write(next: Edit<Server>, e: ServerEvent): void {
  const ops = opsOf(e);
  for (let count = 0; count < ops; count++) {
    // No two servers' own are the same: the stage that waits for a commit knows a write by it.
    const cxid = next.jobs * MOST_PIDS + next.pid;
    submit(next, e, null, NO_SESSION, cxid, { op: 'setData', path: '/', data: '', version: -1 });
  }
  if (!e.io.explaining) return;
  const leader = next.peer?.following?.leader ?? null;
  say(e, 'client-write', { ops, forwardedTo: leader });
}

export function refuseWrite(_s: Server, e: ServerEvent): void {
  if (e.io.explaining) say(e, 'client-refused', { ops: opsOf(e) });
}
