/** Files that a command is given: read, and unpacked where they are packed. */
import { gunzipSync } from 'node:zlib';
import { gzipSize, isGzip, unpacked } from '../runner/opened/unpack.ts';
import type { Unzipped } from '../runner/opened/unpack.ts';
import type { FileToOpen } from '../runner/opened/opened-files.ts';
import { FileReading, readWhole, recordsOf, takenBy } from '../runner/opened/reading.ts';
import type { Read } from '../runner/opened/reading.ts';
import { Room } from '../runner/opened/room.ts';
import { LIMITS } from '../view/limits.ts';
import { isSnappy } from '../zookeeper/files/snappy.ts';
import { eachSecond } from './each-second.ts';
import { Usage } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** @throws Usage when one cannot be read, or all are too much together */
export function filesAt(paths: readonly string[], terminal: Terminal): FileToOpen[] {
  let left: number = LIMITS.fileBytes;
  return paths.map((name) => {
    const one = fileOf(name, terminal.read(name, left), left);
    left -= one.bytes.length;
    return one;
  });
}

/**
 * What a server's files hold, read while they come.
 * @param tell hears how many bytes have been read
 * @throws Usage
 */
export function serverFilesAt(
  paths: readonly string[],
  terminal: Terminal,
  tell: (done: number) => void,
): Read[] {
  let bytes = 0;
  let records: number = LIMITS.fileRecords;
  return paths.map((name) => {
    const left = LIMITS.fileBytes - bytes;
    const one = serverFile({ name, left, records, terminal, tell: (done) => tell(bytes + done) });
    bytes += takenBy(one);
    records -= recordsOf(one);
    return one;
  });
}

interface Wanted {
  readonly name: string;
  /** Bytes and records that it may have. */
  readonly left: number;
  readonly records: number;
  readonly terminal: Terminal;
  readonly tell: (done: number) => void;
}

function serverFile({ name, left, records, terminal, tell }: Wanted): Read {
  let reading: FileReading | null = null;
  let room: Room | null = null;
  let length = 0;
  for (const part of terminal.parts(name, LIMITS.storedBytes)) {
    if (length === 0 && !isPacked(part)) reading = new FileReading(name, records, Infinity);
    length += part.length;
    if (reading === null && length > left) throw tooMuch(name);
    if (reading?.isOver === true) reading.skip(part.length);
    else if (reading !== null) reading.take(part);
    // Room that is not written to takes no memory.
    else (room ??= new Room(left, left)).take(part);
    if (reading !== null && reading.written > left) throw tooMuch(name);
    tell(length);
  }
  if (reading !== null) return reading.read;
  const { name: plain, bytes, size, problem } = fileOf(name, room?.bytes ?? NOTHING, left);
  return problem === undefined
    ? readWhole(plain, bytes, records)
    : { kind: 'nothing', name, size: size ?? length, problem };
}

const NOTHING = new Uint8Array(0);

const isPacked = (head: Uint8Array): boolean => isGzip(head) || isSnappy(head);

const tooMuch = (name: string): Usage =>
  new Usage(
    `${name}: with it the files have more than ${LIMITS.fileBytes} bytes; give fewer or smaller files`,
  );

function fileOf(name: string, bytes: Uint8Array, left: number): FileToOpen {
  if (bytes.length > left) throw tooMuch(name);
  return unpacked({ name, bytes }, isGzip(bytes) ? unzip(bytes, left) : null, left);
}

function unzip(bytes: Uint8Array, most: number): Unzipped {
  // In one piece, if it has the size that it says: pieces would be copied together in the end.
  const chunkSize = Math.min(most, gzipSize(bytes.subarray(-4))) + 64;
  try {
    return gunzipSync(bytes, { maxOutputLength: most, chunkSize });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken';
  }
}

/** Says every second of work how far it is. */
export function progressOn(terminal: Terminal): (done: number, total: number) => void {
  const tell = eachSecond(terminal);
  return (done, total) => tell(() => `read ${Math.floor((100 * done) / total)} %`);
}

/** The same where nobody knows how much there is. */
export function megabytesOn(terminal: Terminal): (done: number) => void {
  const tell = eachSecond(terminal);
  return (done) => tell(() => `read ${Math.floor(done / 1e6)} MB`);
}
