/** Files that a person chose: all their bytes, or what is understood of them while they come. */
import { holdsMore, plainName } from '../runner/opened/unpack.ts';
import { Room } from '../runner/opened/room.ts';
import { problemOf } from '../runner/opened/read-log.ts';
import { FileReading, recordsOf, takenBy } from '../runner/opened/reading.ts';
import type { Read } from '../runner/opened/reading.ts';
import type { FileToOpen } from '../runner/opened/opened-files.ts';
import type { FileProblemView } from '../view/opened-files.ts';
import { LIMITS } from '../view/limits.ts';
import { piecesOf } from './pieces.ts';
import type { Pieces } from './pieces.ts';

const NOTHING = new Uint8Array(0);

/** What takes the pieces of one file, and what it makes of them. */
interface Taker<T> {
  /**
   * Whether it wants more.
   * @throws BadFile when that was too much
   */
  readonly take: (piece: Uint8Array) => boolean;
  /** There is more of the file, which need not be read. */
  readonly skip: (bytes: number) => void;
  /** With how many bytes that takes of those that may be read. */
  readonly done: () => readonly [T, number];
  /** What there is to say of a file that could not be unpacked. */
  readonly failed: (problem: FileProblemView) => T;
}

/**
 * All bytes of these files; a packed one gives up as soon as it is too much.
 * @param tell hears how many bytes of the files as they are stored have been read
 * @throws DOMException when a file cannot be read
 */
export const readFiles = (
  files: readonly File[],
  tell: (done: number) => void,
): Promise<FileToOpen[]> =>
  readEach<FileToOpen>(files, tell, ({ name, size }, { packed, likely }, most) => {
    const room = new Room(Math.min(likely, most), most);
    let length = 0;
    return {
      take: (piece) => {
        length += piece.length;
        if (length > most) throw holdsMore(most);
        room.take(piece);
        return true;
      },
      skip: () => {},
      done: () => [{ name: packed ? plainName(name) : name, bytes: room.bytes }, length],
      failed: (problem) => ({ name, bytes: NOTHING, size, problem }),
    };
  });

/** What a server's files hold, read while they come. */
export function readServerFiles(
  files: readonly File[],
  tell: (done: number) => void,
): Promise<Read[]> {
  let left: number = LIMITS.fileRecords;
  return readEach<Read>(files, tell, ({ name, size }, { packed }, most) => {
    const reading = new FileReading(
      packed ? plainName(name) : name,
      left,
      packed ? Infinity : size,
    );
    return {
      take: (piece) => {
        reading.take(piece);
        const least = packed || reading.isLog ? reading.written : size;
        if (least > most) throw holdsMore(most);
        // Behind that there are zeros, 64 MB of them as a server writes a log.
        return packed || !reading.isOver;
      },
      skip: (bytes) => reading.skip(bytes),
      done: () => {
        const { read } = reading;
        left -= recordsOf(read);
        return [read, takenBy(read)];
      },
      failed: (problem) => ({ kind: 'nothing', name, size, problem }),
    };
  });
}

/** One after the other. */
async function readEach<T>(
  files: readonly File[],
  tell: (done: number) => void,
  taker: (file: File, pieces: Pieces, most: number) => Taker<T>,
): Promise<T[]> {
  const read: T[] = [];
  let before = 0;
  let most: number = LIMITS.fileBytes;
  for (const file of files) {
    const so = before;
    const coming = await piecesOf(file, most, (done) => tell(so + done));
    const { take, skip, done, failed } = taker(file, coming, most);
    let came = 0;
    try {
      for await (const piece of coming.pieces) {
        came += piece.length;
        if (!take(piece)) break;
      }
      if (!coming.packed) skip(file.size - came);
      const [one, taken] = done();
      read.push(one);
      most -= taken;
    } catch (error) {
      read.push(failed(problemOf(error)));
    }
    before += file.size;
    tell(before);
  }
  return read;
}
