/** How a member without a leader begins to serve reads, and ends it; what it answers stands in `read-only.ts`. */
import type { Edit } from '../../kernel/edit.ts';
import type { Micros } from '../../view/time.ts';
import { nothingOutstanding } from '../prep/outstanding.ts';
import { firstSessionId } from '../sessions/session-id.ts';
import type { ServerEvent } from '../server/events.ts';
import { setExpiryTick } from '../server/expiry.ts';
import { elapsed } from '../server/server.ts';
import type { Server } from '../server/server.ts';
import { tell } from '../server/telling.ts';
import { unwatched } from '../watches/watches.ts';
import { readsOnly } from './place.ts';

const LEAST_WAIT: Micros = 2_000_000;

/** Two seconds, or one tick if that is longer, after it began to look. */
export function setReadOnlyWait({ settings }: Server, e: ServerEvent): void {
  const tick = settings.cfg.tickTime * 1000;
  if (settings.readOnlyMode === true) e.io.setTimer('READ_ONLY_WAIT', Math.max(LEAST_WAIT, tick));
}

export function clearReadOnlyWait({ settings }: Server, e: ServerEvent): void {
  if (settings.readOnlyMode === true) e.io.clearTimer('READ_ONLY_WAIT');
}

export function beginReadOnly(next: Edit<Server>, e: ServerEvent): void {
  next.role = { kind: 'read-only', uncounted: 0 };
  next.nextSession = firstSessionId(next.pid, elapsed(next, e.io.now));
  setExpiryTick(next, e);
  tell(next, e, { kind: 'read-only', begins: true });
}

/** Whoever is connected is sent away, and its session forgotten. */
export function endReadOnly(next: Edit<Server>, e: ServerEvent): void {
  if (!readsOnly(next)) return;
  for (const { id } of next.connections) e.io.close(id);
  next.role = null;
  next.connections = [];
  next.watches = unwatched;
  next.sessions = [];
  next.prep = [];
  next.final = [];
  next.outstanding = nothingOutstanding;
  e.io.clearTimer('EXPIRY_TICK');
  tell(next, e, { kind: 'read-only', begins: false });
}
