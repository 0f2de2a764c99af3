import { adler32 } from '../files/adler32.ts';

/** Header of a file, checksum and length of a record, and what stands before its time. */
const RECORD = 16;
const PAYLOAD = RECORD + 12;
const TIME = PAYLOAD + 20;

/** The log with another time in its first transaction, its checksum right: a server would read it. */
export function retimedLog(log: Uint8Array, time: bigint): Uint8Array {
  const bytes = log.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setBigInt64(TIME, time);
  const length = view.getInt32(RECORD + 8);
  view.setBigInt64(RECORD, BigInt(adler32(bytes, PAYLOAD, PAYLOAD + length)));
  return bytes;
}
