/** Files that a command is given: read, and unpacked where they are packed. */
import { gunzipSync } from 'node:zlib';
import { gzipSize, isGzip, plainName, unpacked } from '../runner/opened/unpack.ts';
import type { Unzipped } from '../runner/opened/unpack.ts';
import { takenBy } from '../runner/opened/opened-files.ts';
import type { FileToOpen, Given } from '../runner/opened/opened-files.ts';
import { Room } from '../runner/opened/room.ts';
import { isLog, LogReading } from '../runner/opened/read-log.ts';
import type { ReadLog, ReadNothing } from '../runner/opened/read-log.ts';
import { LIMITS } from '../view/limits.ts';
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
 * The same of a server's files, whose logs of transactions are read while they come.
 * @param tell hears how many bytes have been read
 * @throws Usage
 */
export function serverFilesAt(
  paths: readonly string[],
  terminal: Terminal,
  tell: (done: number) => void,
): Given[] {
  let bytes = 0;
  let records: number = LIMITS.fileRecords;
  return paths.map((name) => {
    const left = LIMITS.fileBytes - bytes;
    const one = serverFile({ name, left, records, terminal, tell: (done) => tell(bytes + done) });
    bytes += takenBy(one);
    if ('records' in one) records -= one.records;
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

function serverFile({ name, left, records, terminal, tell }: Wanted): Given {
  let log: LogReading | null = null;
  let room: Room | null = null;
  let length = 0;
  for (const part of terminal.parts(name, LIMITS.storedBytes)) {
    if (length === 0 && isLog(part)) log = new LogReading(name, records);
    length += part.length;
    if ((log?.written ?? length) > left) throw tooMuch(name);
    // A part holds only until the next comes.
    if (log?.isOver === true) log.skip(part.length);
    else if (log !== null) log.take(part.slice(), false);
    // Room that is not written to takes no memory.
    else (room ??= new Room(left, left)).take(part);
    tell(length);
  }
  if (log !== null) return ended(log);
  const file = fileOf(name, room?.bytes ?? new Uint8Array(0), left);
  if (file.problem !== undefined || !isLog(file.bytes)) return file;
  const unpackedLog = new LogReading(plainName(name), records);
  unpackedLog.take(file.bytes, false);
  return ended(unpackedLog);
}

/** A log of which nothing more comes. */
function ended(log: LogReading): ReadLog | ReadNothing {
  log.take(new Uint8Array(0), true);
  return log.read;
}

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
