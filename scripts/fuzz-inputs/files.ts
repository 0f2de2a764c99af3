/** Logs and snapshots of a real server: most of them with their checksums right. */
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { OpenedFiles } from '../../src/runner/opened/opened-files.ts';
import { isGzip, unpacked } from '../../src/runner/opened/unpack.ts';
import type { Dice } from '../../src/runner/fuzz/dice.ts';
import { loadText } from '../../src/scenarios/load-text.ts';
import { LIMITS } from '../../src/view/limits.ts';
import { adler32 } from '../../src/zookeeper/files/adler32.ts';
import { bytesOf, Complaint, readable } from './kind.ts';
import type { InputKind } from './kind.ts';
import { mutatedBytes } from './mutate-bytes.ts';

const own = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(`fixtures/zookeeper-3.8/files/${name}`));

/** Header of a file; checksum and length before a record; the mark behind it. */
const HEADER = 16;
const FRAME = 12;

/** Changes what a log's records hold, or what stands around them, and mostly makes their checksums right. */
function mutatedLog(log: Uint8Array, dice: Dice): Uint8Array {
  const bytes = log.slice();
  if (dice.chance(0.1)) return mutatedBytes(bytes, dice);
  const view = new DataView(bytes.buffer);
  for (let at = HEADER; at + FRAME < bytes.length;) {
    const length = view.getInt32(at + 8);
    if (length <= 0 || at + FRAME + length > bytes.length) break;
    const body = bytes.subarray(at + FRAME, at + FRAME + length);
    if (dice.chance(0.2)) {
      // As long as it was: the next record stays where it is.
      const changed = mutatedBytes(body, dice);
      body.set(changed.subarray(0, length));
    }
    if (dice.chance(0.97))
      view.setBigInt64(at, BigInt(adler32(bytes, at + FRAME, at + FRAME + length)));
    at += FRAME + length + 1;
  }
  return bytes;
}

/** Asks for all that the page would show of them. */
function asked(name: string, input: Uint8Array): void {
  const gzip = isGzip(input);
  let plain: Uint8Array | 'broken' | null = null;
  if (gzip) {
    try {
      plain = new Uint8Array(gunzipSync(input, { maxOutputLength: 10_000_000 }));
    } catch {
      plain = 'broken';
    }
  }
  const file = unpacked({ name, bytes: input }, plain, LIMITS.fileBytes);
  const opened = new OpenedFiles([file]);
  for (const { problem } of opened.view.files) if (problem !== null) readable('', problem.text);
  opened.ask({ ask: 'log', server: 1, first: 0, most: 100 });
  for (let index = 0; index < opened.view.cells; index++) {
    opened.ask({ ask: 'txn', server: 1, index });
  }
  const run = opened.scenario();
  if (run === null) return;
  const { problems } = loadText(JSON.parse(JSON.stringify(run.scenario)));
  const [first] = problems ?? [];
  // What is offered as the beginning of a run must be one.
  if (first !== undefined) throw new Complaint(`no run: ${first.where}: ${first.text}`);
}

export const log: InputKind = {
  make: (dice) => mutatedLog(own('log.1'), dice),
  take: (input) => asked('log.1', bytesOf(input)),
};

const snapshots = ['snapshot.0', 'snapshot.11', 'snapshot.0.snappy', 'snapshot.1b.gz'];

/** Makes the checksums right: each is of all before it, and a text `/` stands behind it. */
function sealed(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = HEADER; at + 13 <= bytes.length; at++) {
    const seal = view.getInt32(at) === 0 && view.getInt32(at + 8) === 1 && bytes[at + 12] === 0x2f;
    if (seal) view.setBigInt64(at, BigInt(adler32(bytes, 0, at)));
  }
  return bytes;
}

export const snapshot: InputKind = {
  make(dice) {
    const name = dice.pick(snapshots);
    const bytes = own(name);
    if (name.endsWith('.snappy')) return mutatedBytes(bytes, dice);
    const plain = isGzip(bytes) ? new Uint8Array(gunzipSync(bytes)) : bytes;
    const changed = sealed(mutatedBytes(plain, dice).slice());
    if (!isGzip(bytes)) return changed;
    const packed = new Uint8Array(gzipSync(changed));
    return dice.chance(0.2) ? mutatedBytes(packed, dice) : packed;
  },
  take: (input) => asked('snapshot.11', bytesOf(input)),
};
