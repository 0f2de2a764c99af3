/** History variables: what invariants must know of the past. */
import type { Change, WorldState } from '../../kernel/model.ts';
import type { Pid } from '../../view/time.ts';
import type { Disk } from './disk.ts';
import { HEARD } from './electing.ts';
import type { Server } from './server.ts';
import * as Txns from './txn-log.ts';
import type { TxnLog } from './txn-log.ts';

export interface Ghost {
  /** Notifications that have arrived anywhere. */
  readonly notifications: number;
  /** Who reached SYNCHRONIZATION as leader of which epoch, in order. */
  readonly prospective: readonly { readonly epoch: number; readonly leader: Pid }[];
  /** Who was established, in order. */
  readonly established: readonly { readonly epoch: number; readonly leader: Pid }[];
  /** Everything that a leader has committed. */
  readonly committed: TxnLog;
}

export const noGhost: Ghost = {
  notifications: 0,
  prospective: [],
  established: [],
  committed: Txns.EMPTY,
};

type ElectionWorld = WorldState<Server, Disk, Ghost>;
type ElectionChange = Change<Server, Disk>;

export function remember(ghost: Ghost, _world: ElectionWorld, change: ElectionChange): Ghost {
  const { before, after, pid, did } = change;
  let next = ghost;
  for (const what of did) {
    if (what === HEARD) next = { ...next, notifications: next.notifications + 1 };
  }
  if (after === null || after === before) return next;
  if (after.leading === null || after.state !== 'LEADING') return next;
  if (after.phase !== before?.phase) {
    const entry = { epoch: after.leading.epoch, leader: pid };
    if (after.phase === 'SYNCHRONIZATION')
      next = { ...next, prospective: [...next.prospective, entry] };
    if (after.phase === 'BROADCAST') next = { ...next, established: [...next.established, entry] };
  }
  if (after.phase === 'BROADCAST' && after.processed !== before?.processed)
    next = { ...next, committed: mergeCommitted(next.committed, after) };
  return next;
}

function mergeCommitted(committed: TxnLog, leader: Server): TxnLog {
  const end = Txns.last(committed);
  const done = Txns.upTo(leader.history, leader.processed);
  return end === null ? done : Txns.concat(committed, Txns.after(done, end));
}
