/** Files as `snapshot.compression.method` packs them: gzip by the platform, Snappy by ourselves. */
import { LIMITS } from '../../view/limits.ts';
import { BadFile } from '../../zookeeper/files/bad-file.ts';
import { isSnappy, unsnappied } from '../../zookeeper/files/snappy.ts';
import type { FileToOpen } from './opened-files.ts';
import { problemOf } from './read-log.ts';

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** What came of gzip: the bytes, or why there are none. */
export type Unzipped = Uint8Array | 'broken' | 'too-large';

/** @param unzipped null when it is no gzip */
export function unpacked({ name, bytes }: FileToOpen, unzipped: Unzipped | null): FileToOpen {
  const plain = name.replace(/\.(?:gz|snappy)$/u, '');
  try {
    if (unzipped instanceof Uint8Array) return { name: plain, bytes: unzipped };
    if (unzipped === 'broken') {
      throw new BadFile('bad-packing', 0, 'packed with gzip, but broken');
    }
    if (unzipped === 'too-large') {
      throw new BadFile('too-large', 0, 'it unpacks to more than can be read');
    }
    if (!isSnappy(bytes)) return { name, bytes };
    return { name: plain, bytes: unsnappied(bytes, LIMITS.unpackedBytes) };
  } catch (error) {
    return { name, bytes, problem: problemOf(error) };
  }
}
