/** A file that a person chose, unpacked and in pieces: of each, no more is in memory than the piece. */
import { brokenGzip, gzipSize, holdsMore, isGzip } from '../runner/opened/unpack.ts';
import { isSnappy, Unsnappier } from '../zookeeper/files/snappy.ts';

/**
 * Bytes that are unpacked at once: what comes of them, a thousand times as much at worst, is there
 * before anybody can say that it is too much.
 */
const PIECE = 4096;
/** Bytes of a file that are read at once. */
const PART = 1_000_000;
/** Bytes that say how a file is packed. */
const HEAD = 8;
const NOTHING = new Uint8Array(0);

/** What is read of a file. */
export interface Pieces {
  readonly packed: boolean;
  /** Bytes that come, as far as it says; Infinity when nobody knows. */
  readonly likely: number;
  /**
   * A piece holds until the next is asked for.
   * @throws BadFile when what is packed is broken, or too much
   * @throws DOMException when the file cannot be read
   */
  readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * @param most bytes that it may unpack to
 * @param tell hears how many bytes of the file, as it is stored, have been read
 * @throws DOMException when the file cannot be read
 */
export async function piecesOf(
  file: File,
  most: number,
  tell: (done: number) => void,
): Promise<Pieces> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  if (isGzip(head)) {
    const says = gzipSize(new Uint8Array(await file.slice(-4).arrayBuffer()));
    return { packed: true, likely: Math.min(says, most), pieces: unzipped(file, most, tell) };
  }
  const parts = partsOf(file, tell);
  return isSnappy(head)
    ? { packed: true, likely: 0, pieces: unsnapped(parts, most) }
    : { packed: false, likely: file.size, pieces: parts };
}

async function* partsOf(file: File, tell: (done: number) => void): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const part of readsOf(file)) {
    yield part;
    done += part.length;
    tell(done);
  }
}

/**
 * A part of a file after the other, in one and the same memory where the browser can: parts of their
 * own are collected so late that they would add up to half of the file.
 */
async function* readsOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = byteReader(file);
  if (reader === null) {
    for (let from = 0; from < file.size; from += PART)
      yield new Uint8Array(await file.slice(from, from + PART).arrayBuffer());
    return;
  }
  try {
    let room = new Uint8Array(PART);
    for (;;) {
      const { done, value } = await reader.read(room);
      if (done) return;
      yield value;
      room = new Uint8Array(value.buffer);
    }
  } finally {
    // Whoever asks no more does not want its end.
    reader.cancel().catch(() => undefined);
  }
}

/** Null where a file is no stream of bytes [File API, 3.3]. */
function byteReader(file: File): ReadableStreamBYOBReader | null {
  try {
    return file.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}

async function* unsnapped(
  parts: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  const unsnappier = new Unsnappier(most);
  for await (const part of parts) yield* unsnappier.take(part, false);
  yield* unsnappier.take(NOTHING, true);
}

async function* unzipped(
  file: File,
  most: number,
  tell: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  const stream = file
    .stream()
    .pipeThrough(inPieces(tell))
    .pipeThrough(new DecompressionStream('gzip'));
  let length = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      // The file itself cannot be read: that is not about what is packed in it.
      throw error instanceof DOMException ? error : brokenGzip();
    });
    if (done) return;
    length += value.length;
    if (length > most) {
      // What its end would say is of no use.
      reader.cancel().catch(() => undefined);
      throw holdsMore(most);
    }
    yield value;
    letGo(value);
  }
}

/** A door behind which nobody is. */
const nobody = closedDoor();

function closedDoor(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
}

/** Hands a piece's memory to nobody: pieces are collected so late that they would add up to the file. */
function letGo({ buffer, length }: Uint8Array<ArrayBuffer>): void {
  if (buffer.byteLength === length) nobody.postMessage(null, [buffer]);
}

function inPieces(
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
