/**
 * Snapshots packed with `snapshot.compression.method=snappy`: the frames of snappy-java, and in each of
 * them a block of Snappy's own format [SnappyInputStream; google/snappy, format_description.txt].
 *
 * No library reads both in a browser. snappyjs 0.7.0, which reads blocks, takes a block that unpacks
 * to fewer bytes than it declares and gives zeros for the rest, refuses some that are right (a length
 * of its own behind a text at the block's end), and names no byte: a damaged snapshot would be shown
 * as a good one.
 */
import { BadFile } from './bad-file.ts';
import { Incoming } from './incoming.ts';

/** Behind it: version and least compatible version, each 4 bytes. */
const MAGIC = [0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00];
const HEADER_BYTES = MAGIC.length + 8;
/** In front of each block. */
const LENGTH_BYTES = 4;

export const isSnappy = (bytes: Uint8Array): boolean =>
  MAGIC.every((byte, at) => bytes[at] === byte);

/** A packed file that comes in parts. */
export class Unsnappier {
  private readonly incoming = new Incoming();
  private left: number;
  private begun = false;

  /** @param most bytes that come of it */
  constructor(most: number) {
    this.left = most;
  }

  /**
   * What comes of it, block by block.
   * @param whole nothing more comes
   * @throws BadFile when a frame or a block is broken, or more would come of it
   */
  *take(part: Uint8Array, whole: boolean): Generator<Uint8Array> {
    const { incoming } = this;
    incoming.take(part);
    if (!this.begun && incoming.waiting.length < HEADER_BYTES) return;
    if (!this.begun) incoming.pass(HEADER_BYTES);
    this.begun = true;
    for (;;) {
      const { base, waiting } = incoming;
      if (waiting.length === 0) return;
      if (waiting.length < LENGTH_BYTES) {
        if (whole) throw broken(base, 'it ends in the length of a block');
        return;
      }
      const length = new DataView(waiting.buffer, waiting.byteOffset).getInt32(0);
      const end = LENGTH_BYTES + length;
      if (length < 0 || (whole && end > waiting.length))
        throw broken(base, `a block of ${length} bytes`);
      if (end > waiting.length) return;
      const packed = waiting.subarray(LENGTH_BYTES, end);
      const block = blockOf(packed, base + LENGTH_BYTES, this.left);
      this.left -= block.length;
      incoming.pass(end);
      yield block;
    }
  }
}

/**
 * All that comes of a file that is here whole.
 * @throws BadFile
 */
export function unsnappied(bytes: Uint8Array, most: number): Uint8Array {
  const blocks = [...new Unsnappier(most).take(bytes, true)];
  const whole = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const block of blocks) {
    whole.set(block, to);
    to += block.length;
  }
  return whole;
}

const broken = (offset: number, text: string): BadFile =>
  new BadFile('bad-packing', offset, `packed with Snappy, but broken: ${text}`);

/** @param place of the block in the file */
function blockOf(bytes: Uint8Array, place: number, most: number): Uint8Array {
  let at = 0;
  const wrong = (text: string): BadFile => broken(place + at, text);
  const little = (count: number): number => {
    if (at + count > bytes.length) throw wrong('a block ends too early');
    let value = 0;
    for (let i = 0; i < count; i++) value += (bytes[at + i] ?? 0) * 2 ** (8 * i);
    at += count;
    return value;
  };

  let size = 0;
  for (let shift = 0; ; shift += 7) {
    if (shift > 28) throw wrong('a length of more than 32 bits');
    const byte = little(1);
    size += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  if (size > most) throw new BadFile('too-large', place, `it unpacks to more than can be read`);
  const out = new Uint8Array(size);
  let to = 0;
  while (at < bytes.length) {
    const tag = little(1);
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >>> 2;
      const length = (short < 60 ? short : little(short - 59)) + 1;
      if (at + length > bytes.length || to + length > size) throw wrong('a text beyond the end');
      out.set(bytes.subarray(at, at + length), to);
      at += length;
      to += length;
      continue;
    }
    const length = kind === 1 ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1;
    const back = kind === 1 ? (tag >>> 5) * 256 + little(1) : little(kind === 2 ? 2 : 4);
    if (back === 0 || back > to || to + length > size) throw wrong('a repetition of nothing');
    // It may reach into what it writes itself: byte by byte.
    for (let i = 0; i < length; i++, to++) out[to] = out[to - back] ?? 0;
  }
  if (to !== size) throw wrong(`${to} bytes of ${size}`);
  return out;
}
