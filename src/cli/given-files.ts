/** Files that a command is given: read, and unpacked where they are packed. */
import { gunzipSync } from 'node:zlib';
import { gzipSize, isGzip, unpacked } from '../runner/opened/unpack.ts';
import type { Unzipped } from '../runner/opened/unpack.ts';
import type { FileToOpen } from '../runner/opened/opened-files.ts';
import { LIMITS } from '../view/limits.ts';
import { Usage } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** @throws Usage when one cannot be read, or all are too much together */
export function filesAt(paths: readonly string[], terminal: Terminal): FileToOpen[] {
  let left: number = LIMITS.fileBytes;
  return paths.map((name) => {
    const bytes = terminal.read(name, left);
    if (bytes.length > left) {
      throw new Usage(
        `${name}: with it the files have more than ${LIMITS.fileBytes} bytes; give fewer or smaller files`,
      );
    }
    const one = unpacked({ name, bytes }, isGzip(bytes) ? unzip(bytes, left) : null, left);
    left -= one.bytes.length;
    return one;
  });
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
  let told = terminal.cpu();
  return (done, total) => {
    const now = terminal.cpu();
    if (now - told < 1) return;
    told = now;
    terminal.err(`read ${Math.floor((100 * done) / total)} %`);
  };
}
