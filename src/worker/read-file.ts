/** Files that a person chose, read in parts: no more of them is in memory than may be. */
import { gzipSize, isGzip, plainName, unpacked } from '../runner/opened/unpack.ts';
import type { Unzipped } from '../runner/opened/unpack.ts';
import { Room } from '../runner/opened/room.ts';
import { isLog, LogReading } from '../runner/opened/read-log.ts';
import type { ReadLog, ReadNothing } from '../runner/opened/read-log.ts';
import { takenBy } from '../runner/opened/opened-files.ts';
import type { FileToOpen, Given } from '../runner/opened/opened-files.ts';
import { LIMITS } from '../view/limits.ts';

/**
 * Bytes that are unpacked at once: what comes of them, a thousand times as much at worst, is there
 * before anybody can say that it is too much.
 */
const PIECE = 4096;
/** Bytes of a file that is not packed that are read at once. */
const PART = 2_000_000;
const NOTHING = new Uint8Array(0);

/** Begins to read a log of transactions, which is then read while it comes. */
type Begin = (name: string) => LogReading;

/** How a file is read; `begin` null: whoever asks wants the bytes of each. */
interface Manner {
  /** Bytes that it may have. */
  readonly most: number;
  /** Hears how many bytes of it, as it is stored, have been read. */
  readonly tell: (done: number) => void;
  readonly begin: Begin | null;
}

/**
 * All bytes of these files; a packed one gives up as soon as it is too much.
 * @param tell hears how many bytes of the files as they are stored have been read
 * @throws DOMException when a file cannot be read
 */
export async function readFiles(
  files: readonly File[],
  tell: (done: number) => void,
): Promise<FileToOpen[]> {
  const read = await readEach(files, tell, null);
  return read.flatMap((one) => ('bytes' in one ? [one] : []));
}

/** The same of a server's files, whose logs of transactions are read while they come. */
export function readServerFiles(
  files: readonly File[],
  tell: (done: number) => void,
): Promise<Given[]> {
  const begun: LogReading[] = [];
  return readEach(files, tell, (name) => {
    const before = begun.reduce((sum, { records }) => sum + records, 0);
    const log = new LogReading(name, LIMITS.fileRecords - before);
    begun.push(log);
    return log;
  });
}

/** One after the other. */
async function readEach(
  files: readonly File[],
  tell: (done: number) => void,
  begin: Begin | null,
): Promise<Given[]> {
  const read: Given[] = [];
  let before = 0;
  let most: number = LIMITS.fileBytes;
  for (const file of files) {
    const so = before;
    const one = await readFile(file, { most, tell: (done) => tell(so + done), begin });
    most -= takenBy(one);
    before += file.size;
    read.push(one);
  }
  return read;
}

async function readFile(file: File, manner: Manner): Promise<Given> {
  const { name, size } = file;
  const { most, begin } = manner;
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (isGzip(head)) {
    const came = await unzipped(file, manner);
    return typeof came === 'string' || came instanceof Uint8Array
      ? unpacked({ name, bytes: NOTHING, size }, came, most)
      : came;
  }
  if (begin !== null && isLog(head)) {
    const log = begin(name);
    let came = 0;
    for await (const part of partsOf(file, manner)) {
      log.take(part, false);
      came += part.length;
      if (log.written > most) return tooLarge(file, most);
      // Behind that there are zeros, 64 MB of them as a server writes it.
      if (log.isOver) break;
    }
    log.skip(size - came);
    manner.tell(size);
    return ended(log);
  }
  if (size > most) return tooLarge(file, most);
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const part of partsOf(file, manner)) {
    bytes.set(part, at);
    at += part.length;
  }
  return unpacked({ name, bytes }, null, most);
}

const tooLarge = ({ name, size }: File, most: number): FileToOpen =>
  unpacked({ name, bytes: NOTHING, size }, 'too-large', most);

/** A log of which nothing more comes. */
function ended(log: LogReading): ReadLog | ReadNothing {
  log.take(NOTHING, true);
  return log.read;
}

/** In parts, so that nothing is held twice. */
async function* partsOf(file: File, { tell }: Manner): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += PART) {
    yield new Uint8Array(await file.slice(from, from + PART).arrayBuffer());
    tell(Math.min(from + PART, file.size));
  }
}

async function unzipped(file: File, manner: Manner): Promise<Unzipped | ReadLog | ReadNothing> {
  const said = gzipSize(new Uint8Array(await file.slice(-4).arrayBuffer()));
  const { most, tell, begin } = manner;
  try {
    const stream = file
      .stream()
      .pipeThrough(counting(tell))
      .pipeThrough(new DecompressionStream('gzip'));
    const named = begin === null ? null : () => begin(plainName(file.name));
    return (await collected(stream, Math.min(said, most), most, named)) ?? 'too-large';
  } catch (error) {
    // The file itself cannot be read: that is not about what is packed in it.
    if (error instanceof DOMException) throw error;
    return 'broken';
  }
}

function counting(
  tell: (done: number) => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let done = 0;
  return new TransformStream({
    transform(part, controller) {
      for (let from = 0; from < part.length; from += PIECE) {
        controller.enqueue(part.subarray(from, from + PIECE));
      }
      done += part.length;
      tell(done);
    },
  });
}

/**
 * All of a stream in one piece, or read as a log while it comes; null when it is more than `most` bytes,
 * of which it reads no more.
 * @param likely how many it probably has, so that they are copied once
 */
async function collected(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  likely: number,
  most: number,
  begin: (() => LogReading) | null,
): Promise<Uint8Array | ReadLog | ReadNothing | null> {
  let room: Room | null = null;
  let log: LogReading | null = null;
  let length = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return log === null ? (room ?? new Room(0, most)).bytes : ended(log);
    if (length + value.length > most) {
      // What its end would say is of no use.
      reader.cancel().catch(() => undefined);
      return null;
    }
    if (length === 0 && begin !== null && isLog(value)) log = begin();
    length += value.length;
    if (log !== null) log.take(value, false);
    else (room ??= new Room(likely, most)).take(value);
  }
}
