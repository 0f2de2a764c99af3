import { readFileSync } from 'node:fs';
import { createGzip, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../view/limits.ts';
import { OpenedFiles } from '../runner/opened/opened-files.ts';
import { readFiles, readServerFiles } from './read-file.ts';

const log = readFileSync(new URL('../../fixtures/zookeeper-3.8/files/log.1', import.meta.url));

const read = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
  const told: number[] = [];
  const [one] = await readFiles([new File([bytes], name)], (done) => told.push(done));
  if (one === undefined) throw new Error('no file');
  return { ...one, told };
};

/** Zeros that unpack to `megabytes`, in one or more members. */
async function bomb(megabytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const zip = createGzip({ level: 9 });
  const parts: Uint8Array[] = [];
  zip.on('data', (part: Uint8Array) => parts.push(part));
  const block = Buffer.alloc(1_000_000);
  for (let i = 0; i < megabytes; i++) {
    if (!zip.write(block)) await new Promise((resolve) => zip.once('drain', resolve));
  }
  zip.end();
  await new Promise((resolve) => zip.once('end', resolve));
  return Buffer.concat(parts);
}

describe('a file that was chosen', () => {
  it('is read to its last byte, and says how far', async () => {
    const { bytes, told } = await read('log.1', log);
    expect(Buffer.compare(bytes, log)).toBe(0);
    expect(told.at(-1)).toBe(log.length);
  });

  it('packed with gzip, in several members too, gives what was packed', async () => {
    const half = log.length >> 1;
    const two = Buffer.concat([gzipSync(log.subarray(0, half)), gzipSync(log.subarray(half))]);
    for (const packed of [gzipSync(log), two]) {
      const { name, bytes, problem } = await read('log.1.gz', packed);
      expect(problem).toBeUndefined();
      expect([name, Buffer.compare(bytes, log)]).toEqual(['log.1', 0]);
    }
  });

  it('that unpacks to more than is read is given up, whatever size it says', async () => {
    const large = await bomb(LIMITS.fileBytes / 1_000_000 + 1);
    const lying = Buffer.from(large);
    lying.writeUInt32LE(5, lying.length - 4);
    for (const packed of [large, lying]) {
      const { bytes, size, problem } = await read('snapshot.1.gz', packed);
      expect(problem).toMatchObject({ code: 'too-large' });
      expect([bytes.length, size]).toEqual([0, packed.length]);
    }
  });

  it('that is cut or changed is said to be broken', async () => {
    const packed = gzipSync(log);
    for (const bytes of [
      packed.subarray(0, -9),
      packed.map((byte, i) => (i === 40 ? ~byte : byte)),
    ]) {
      const { problem } = await read('log.1.gz', Buffer.from(bytes));
      expect(problem).toMatchObject({ code: 'bad-packing' });
    }
  });

  it('leaves room for those after it', async () => {
    const half = await bomb(LIMITS.fileBytes / 2_000_000 + 1);
    const files = ['snapshot.1.gz', 'snapshot.2.gz'].map((name) => new File([half], name));
    const [first, second] = await readFiles(files, () => undefined);
    expect(first?.problem).toBeUndefined();
    expect(second?.problem).toMatchObject({ code: 'too-large' });
  });
});

describe('files of a server', () => {
  const own = (name: string): File =>
    new File(
      [readFileSync(new URL(`../../fixtures/zookeeper-3.8/files/${name}`, import.meta.url))],
      name,
    );

  it('are read while they come, packed or not', async () => {
    const names = ['log.1', 'snapshot.11', 'snapshot.1b.gz', 'snapshot.0.snappy'];
    const packed = new File([gzipSync(log)], 'log.1.gz');
    const told: number[] = [];
    const files = [...names.map(own), packed];
    const read = await readServerFiles(files, (done) => told.push(done));
    expect(told.at(-1)).toBe(files.reduce((sum, { size }) => sum + size, 0));
    const { view } = new OpenedFiles(read);
    expect(view.files.map(({ kind, name, problem }) => [kind, name, problem])).toEqual([
      ['log', 'log.1', null],
      ['snapshot', 'snapshot.11', null],
      ['snapshot', 'snapshot.1b', null],
      ['snapshot', 'snapshot.0', null],
      ['log', 'log.1', null],
    ]);
  });

  it('that cannot be unpacked say so, and the others are read', async () => {
    const cut = new File([gzipSync(log).subarray(0, -9)], 'log.1.gz');
    const large = new File([await bomb(LIMITS.fileBytes / 1_000_000 + 1)], 'snapshot.5.gz');
    const none = new File([], 'empty');
    const read = await readServerFiles([cut, large, none, own('log.1')], () => undefined);
    const { view } = new OpenedFiles(read);
    expect(view.files.map(({ problem }) => problem?.code ?? null)).toEqual([
      'bad-packing',
      'too-large',
      'bad-magic',
      null,
    ]);
  });
});

describe('a server’s log', () => {
  /** As the real one writes it: 64 MiB of zeros behind what it says. */
  const padded = (name: string): File => {
    const file = new File([log, new Uint8Array(67_108_880 - log.length)], name);
    return file;
  };

  it('counts as what stands in it: those of a whole data folder are opened together', async () => {
    const files = ['log.1', 'log.2', 'log.3'].map(padded);
    const told: number[] = [];
    const read = await readServerFiles(files, (done) => told.push(done));
    const first = await readServerFiles([new File([log], 'log.1')], () => {});
    const txns = read.map((one) => ('txns' in one ? one.txns.length : -1));
    expect(new Set(txns)).toEqual(new Set(first.map((one) => 'txns' in one && one.txns.length)));
    expect(read.map((one) => 'txns' in one && one.size)).toEqual(files.map(({ size }) => size));
    // What is behind the zeros’ beginning is not read.
    expect(told).toEqual([1, 2, 3].map((count) => count * 67_108_880));
  });

  it('of more than may be read is refused, and so is another file', async () => {
    const full = new Uint8Array(LIMITS.fileBytes + 1_000_000).fill(1);
    const large = new File([full], 'snapshot.1');
    const [one] = await readServerFiles([large], () => {});
    expect(one).toMatchObject({ size: full.length, problem: { code: 'too-large' } });
  });
});
