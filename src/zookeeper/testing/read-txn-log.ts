import { TxnLogReader } from '../files/txn-log.ts';
import type { LogEnd, LogRecord } from '../files/txn-log.ts';

/**
 * The records of a log, one after the other, as they are asked for.
 * @throws BadFile where the file is broken; a real server then refuses to start
 */
export function* readTxnLog(bytes: Uint8Array): Generator<LogRecord, LogEnd> {
  const reader = new TxnLogReader();
  reader.take(bytes);
  const end = yield* reader.records(true);
  return end ?? { kind: 'end', offset: bytes.length };
}
