/** Files as `snapshot.compression.method` packs them: gzip by the platform, Snappy by ourselves. */
import { LIMITS } from '../../view/limits.ts';
import { BadFile } from '../../zookeeper/files/bad-file.ts';
import { isSnappy, unsnappied } from '../../zookeeper/files/snappy.ts';
import type { FileToOpen } from './opened-files.ts';
import { problemOf } from './read-log.ts';

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** A packed file's name without what says so. */
export const plainName = (name: string): string => name.replace(/\.(?:gz|snappy)$/u, '');

/** How many bytes a file packed with gzip says, in its last four, that it unpacks to [RFC 1952]. */
export const gzipSize = (tail: Uint8Array): number =>
  tail.reduceRight((size, byte) => size * 256 + byte, 0);

/** What came of gzip: the bytes, or why there are none. */
export type Unzipped = Uint8Array | 'broken' | 'too-large';

export const brokenGzip = (): BadFile =>
  new BadFile('bad-packing', 0, 'packed with gzip, but broken');

/** @param most bytes that it may hold */
export const holdsMore = (most: number): BadFile =>
  new BadFile(
    'too-large',
    0,
    `it holds more than the ${most} bytes that are left of ${LIMITS.fileBytes}; open fewer or smaller files`,
  );

/**
 * @param unzipped null when it is no gzip
 * @param most bytes that it may unpack to
 */
export function unpacked(
  { name, bytes, size = bytes.length }: FileToOpen,
  unzipped: Unzipped | null,
  most: number,
): FileToOpen {
  const plain = plainName(name);
  try {
    if (unzipped instanceof Uint8Array) return { name: plain, bytes: unzipped };
    if (unzipped === 'broken') throw brokenGzip();
    if (unzipped === 'too-large') throw holdsMore(most);
    if (!isSnappy(bytes)) return { name, bytes };
    return { name: plain, bytes: unsnappied(bytes, most) };
  } catch (error) {
    return { name, bytes, size, problem: problemOf(error) };
  }
}
