/** What must come true when nothing stands in its way: seen from how long nothing has happened. */
import type { Micros, Pid } from '../../view/time.ts';
import { nodeAt } from '../../zookeeper/tree/data-tree.ts';
import { clientIn } from '../member.ts';
import type { MemberProcess } from '../member.ts';
import { isTrue } from './claims.ts';
import type { Draft } from './draft.ts';
import type { ClientGhost } from './ghost.ts';

/** Longer than anything that is under way lasts, in a network that delivers within seconds. */
const LONG: Micros = 60_000_000;
const MS = 1000;

/** Of those that nothing has happened to for long. */
export function lookAtWaiting(draft: Draft, processes: readonly MemberProcess[]): void {
  for (const process of processes) {
    const ghost = draft.ghost.clients.get(process.pid);
    if (ghost === undefined || (ghost.waits === null && ghost.knows.size === 0)) continue;
    if (draft.now - ghost.movedAt < LONG) continue;
    const client = clientIn(process.s);
    if (client === null || process.liveness !== 'up' || !ghost.connected) continue;
    const { handle } = client;
    if (handle === null || handle.pending.length + handle.outgoing.length > 0) continue;
    // Two thirds of its timeout without a word, and it would have lost its server.
    const calm = LONG + 2 * handle.timeout * MS;
    if (draft.now - ghost.movedAt < calm) continue;
    lostWakeUp(draft, process.pid, ghost, calm);
    stale(draft, process.pid, ghost, calm);
  }
}

/** Since when the tree has been as it is, as far as this path is concerned. */
const changedBefore = ({ ghost, now }: Draft, path: string, calm: Micros): boolean =>
  now - (ghost.changedAt.get(path) ?? 0) >= calm;

function lostWakeUp(draft: Draft, pid: Pid, { waits, believes }: ClientGhost, calm: Micros): void {
  if (waits === null) return;
  const { tree, held, open } = draft.ghost;
  const turn = held.find(
    ({ owner, what }) => owner === pid && believes.every((each) => each.what !== what),
  );
  const since = open.find((span) => span.pid === pid && span.kind === 'holds')?.from ?? draft.now;
  if (turn !== undefined && draft.now - since >= calm)
    draft.wrong(
      'R-NoLostWakeUp',
      `it is the turn of ${draft.name(pid)}, which waits and is not told`,
    );
  if (waits.path === '' || !changedBefore(draft, waits.path, calm)) return;
  const isThere = nodeAt(tree, waits.path) !== undefined;
  const gone = waits.of === 'NodeDeleted' && !isThere;
  const come = waits.of === 'NodeCreated' && isThere;
  if (gone || come)
    draft.wrong(
      'R-NoLostWakeUp',
      `${draft.name(pid)} waits for ${waits.of} of ${waits.path}, which is past`,
    );
}

function stale(draft: Draft, pid: Pid, { knows }: ClientGhost, calm: Micros): void {
  for (const [path, known] of knows) {
    if (!changedBefore(draft, path, calm) || isTrue(draft.ghost.tree, path, known)) continue;
    draft.wrong(
      'R-LastValue',
      `${draft.name(pid)} takes ${known.is === '' ? 'nothing' : known.is} for what stands in ${path}, which it is no longer`,
    );
  }
}
