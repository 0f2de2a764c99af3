import { readFileSync } from 'node:fs';
import { assert, integer, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Incoming } from '../../zookeeper/files/incoming.ts';
import { Unsnappier, unsnappied } from '../../zookeeper/files/snappy.ts';
import { writeSnapshot } from '../../zookeeper/files/snapshot.ts';
import { blankStat } from '../../zookeeper/tree/data-tree.ts';
import { FileReading, readWhole } from './reading.ts';
import type { Read } from './reading.ts';

const MOST = 1000;

const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(`fixtures/zookeeper-3.8/files/${name}`));

function inParts(name: string, bytes: Uint8Array, length: number, size = bytes.length): Read {
  const reading = new FileReading(name, MOST, size);
  for (let from = 0; from < bytes.length; from += length) {
    // Whoever gives a part may use its memory for the next one.
    const part = bytes.slice(from, from + length);
    reading.take(part);
    part.fill(0xff);
  }
  return reading.read;
}

const FILES = ['log.1', 'snapshot.0', 'snapshot.11'];

describe('a file that comes in parts', () => {
  it('is what it is when it comes at once, however long the parts are', () => {
    for (const name of FILES) {
      const bytes = bytesOf(name);
      const whole = readWhole(name, bytes, MOST);
      expect('kind' in whole).toBe(false);
      for (const length of [1, 2, 3, 17, 100, 999, bytes.length])
        expect(inParts(name, bytes, length)).toEqual(whole);
      expect(inParts(name, bytes, 17, Infinity)).toEqual(whole);
    }
  });

  it('is broken at the same byte, and in the same words', () => {
    for (const name of FILES) {
      const bytes = bytesOf(name);
      assert(
        property(
          integer({ min: 0, max: bytes.length - 1 }),
          integer({ min: 1, max: 255 }),
          integer({ min: 1, max: 200 }),
          (at, xor, length) => {
            const changed = bytes.slice();
            changed[at] = (changed[at] ?? 0) ^ xor;
            const whole = readWhole(name, changed, MOST);
            expect(inParts(name, changed, length)).toEqual(whole);
            const cut = bytes.slice(0, at);
            expect(inParts(name, cut, length)).toEqual(readWhole(name, cut, MOST));
          },
        ),
      );
    }
  });

  it('may have something behind it, which is counted and not kept', () => {
    const bytes = new Uint8Array([...bytesOf('snapshot.11'), ...new Uint8Array(500)]);
    expect(inParts('snapshot.11', bytes, 50)).toMatchObject({
      problem: { code: 'too-long', text: expect.stringContaining('500 bytes') as string },
    });
  });

  it('has no data that a real server would call unreasonably long', () => {
    const node = (length: number) =>
      writeSnapshot({
        sessions: [],
        acls: [],
        nodes: [{ path: '', data: 'x'.repeat(length), acl: -1, stat: blankStat }],
        digest: null,
      });
    expect(inParts('snapshot.1', node(2 * 0xfffff), 100_000)).toMatchObject({ nodes: 1 });
    expect(inParts('snapshot.1', node(2 * 0xfffff + 1), 100_000)).toMatchObject({
      problem: { code: 'bad-length', text: expect.stringContaining('Unreasonable') as string },
    });
  });
});

describe('what waits of a file', () => {
  it('takes the memory of a part and what was left, and no more with each part', () => {
    const incoming = new Incoming();
    const part = new Uint8Array(1000);
    for (let i = 0; i < 1000; i++) {
      incoming.take(part);
      incoming.pass(incoming.waiting.length - 10);
      expect(incoming.waiting.buffer.byteLength).toBeLessThanOrEqual(4000);
    }
    expect(incoming.base).toBe(1_000_000 - 10);
  });

  it('is what has come and was not passed', () => {
    assert(
      property(uint8Array({ maxLength: 300 }), integer({ min: 1, max: 40 }), (bytes, length) => {
        const incoming = new Incoming();
        let passed = 0;
        for (let from = 0; from < bytes.length; from += length) {
          incoming.take(bytes.subarray(from, from + length));
          const some = Math.floor(incoming.waiting.length / 2);
          incoming.pass(some);
          passed += some;
          expect(incoming.base).toBe(passed);
          expect([...incoming.waiting]).toEqual([...bytes.subarray(passed, from + length)]);
        }
      }),
    );
  });
});

describe('what Snappy has packed', () => {
  it('gives the same in parts', () => {
    const packed = bytesOf('snapshot.0.snappy');
    for (const length of [1, 7, 100]) {
      const unsnappier = new Unsnappier(10_000);
      const bytes: number[] = [];
      for (let from = 0; from < packed.length; from += length)
        for (const block of unsnappier.take(packed.subarray(from, from + length), false))
          bytes.push(...block);
      expect([...unsnappier.take(new Uint8Array(0), true)]).toEqual([]);
      expect(bytes).toEqual([...unsnappied(packed, 10_000)]);
    }
  });
});
