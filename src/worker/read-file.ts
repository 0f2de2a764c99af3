/** Files that a person chose, read in parts: no more of them is in memory than may be. */
import { gzipSize, isGzip, unpacked } from '../runner/opened/unpack.ts';
import type { Unzipped } from '../runner/opened/unpack.ts';
import type { FileToOpen } from '../runner/opened/opened-files.ts';
import { LIMITS } from '../view/limits.ts';

const FIRST_ROOM = 65_536;
/**
 * Bytes that are unpacked at once: what comes of them, a thousand times as much at worst, is there
 * before anybody can say that it is too much.
 */
const PIECE = 4096;

/**
 * Reads files one after the other; a packed one gives up as soon as it is too much.
 * @param tell hears how many bytes of the files as they are stored have been read
 * @throws DOMException when a file cannot be read
 */
export async function readFiles(
  files: readonly File[],
  tell: (done: number) => void,
): Promise<FileToOpen[]> {
  const read: FileToOpen[] = [];
  let before = 0;
  let left: number = LIMITS.fileBytes;
  for (const file of files) {
    const so = before;
    const one = await readFile(file, left, (done) => tell(so + done));
    left -= one.bytes.length;
    before += file.size;
    read.push(one);
  }
  return read;
}

async function readFile(
  file: File,
  most: number,
  tell: (done: number) => void,
): Promise<FileToOpen> {
  const { name, size } = file;
  const gzip = isGzip(new Uint8Array(await file.slice(0, 2).arrayBuffer()));
  if (gzip) return unpacked({ name, bytes: NOTHING, size }, await unzipped(file, most, tell), most);
  return unpacked({ name, bytes: await whole(file, tell) }, null, most);
}

/** In parts, so that nothing is held twice. */
async function whole(file: File, tell: (done: number) => void): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  for (let from = 0; from < file.size; from += PART) {
    bytes.set(new Uint8Array(await file.slice(from, from + PART).arrayBuffer()), from);
    tell(Math.min(from + PART, file.size));
  }
  return bytes;
}

/** Bytes of a file that is not packed that are read at once. */
const PART = 2_000_000;
const NOTHING = new Uint8Array(0);

async function unzipped(file: File, most: number, tell: (done: number) => void): Promise<Unzipped> {
  const said = gzipSize(new Uint8Array(await file.slice(-4).arrayBuffer()));
  try {
    const stream = file
      .stream()
      .pipeThrough(counting(tell))
      .pipeThrough(new DecompressionStream('gzip'));
    return (await collected(stream, Math.min(said, most), most)) ?? 'too-large';
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
 * All of a stream in one piece; null when it is more than `most` bytes, of which it reads no more.
 * @param likely how many it probably has, so that they are copied once
 */
async function collected(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  likely: number,
  most: number,
): Promise<Uint8Array | null> {
  let bytes = new Uint8Array(Math.max(likely, Math.min(FIRST_ROOM, most)));
  let length = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    if (length + value.length > most) {
      // What its end would say is of no use.
      reader.cancel().catch(() => undefined);
      return null;
    }
    if (length + value.length > bytes.length) {
      const room = Math.min(most, Math.max(2 * bytes.length, length + value.length));
      const larger = new Uint8Array(room);
      larger.set(bytes.subarray(0, length));
      bytes = larger;
    }
    bytes.set(value, length);
    length += value.length;
  }
}
