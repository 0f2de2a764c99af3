import type { Code } from './codes.ts';

/** Where the words differ from the code's name [KeeperException.getCodeMessage]. */
const TEXTS: Partial<Record<Code, string>> = {
  OK: 'ok',
  NotEmpty: 'Directory not empty',
  SessionExpired: 'Session expired',
  SessionMoved: 'Session moved',
  InvalidCallback: 'Invalid callback',
  NotReadOnly: 'Not a read-only call',
  EphemeralOnLocalSession: 'Ephemeral node on local session',
  NoWatcher: 'No such watcher',
  ReconfigDisabled: 'Reconfig is disabled',
  QuotaExceeded: 'Quota has exceeded',
  ThrottledOp: 'Op throttled due to high load',
};

/** `KeeperErrorCode = NoNode for /a`, as an exception of the Java client reads. */
export const keeperMessage = (code: Code, path = ''): string =>
  `KeeperErrorCode = ${TEXTS[code] ?? code}${path === '' ? '' : ` for ${path}`}`;
