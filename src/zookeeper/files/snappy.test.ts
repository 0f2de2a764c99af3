import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BadFile } from './bad-file.ts';
import { isSnappy, unsnappied } from './snappy.ts';
import { readSnapshot } from './snapshot-reader.ts';

const recorded = new Uint8Array(
  readFileSync(new URL('../../../fixtures/zookeeper-3.8/files/snapshot.0.snappy', import.meta.url)),
);
const HEADER = [...recorded.subarray(0, 16)];
const framed = (...block: number[]): Uint8Array =>
  new Uint8Array([...HEADER, 0, 0, 0, block.length, ...block]);
const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

describe('Snappy', () => {
  it('unpacks the snapshot of a real server', () => {
    expect(isSnappy(recorded)).toBe(true);
    expect(readSnapshot(unsnappied(recorded, 1000)).nodes.map(({ path }) => path)).toEqual([
      '',
      '/zookeeper',
      '/zookeeper/config',
      '/zookeeper/quota',
    ]);
  });

  it('reads texts and repetitions of each form, also one that runs into itself', () => {
    // "ab", then 4 from 1 back; then 3 from 5 back with two bytes, then with four.
    const block = [12, 4, 97, 98, 1, 1, 10, 5, 0, 11, 6, 0, 0, 0];
    expect(text(unsnappied(framed(...block), 100))).toBe('abbbbbbbbbbb');
    expect(text(unsnappied(framed(3, 240, 2, 97, 98, 99), 100))).toBe('abc');
    const two = new Uint8Array([...framed(1, 0, 97), 0, 0, 0, 3, 1, 0, 98]);
    expect(text(unsnappied(two, 100))).toBe('ab');
  });

  it('refuses what is broken or too large, with the byte', () => {
    const fault = (bytes: Uint8Array, most = 100): string => {
      try {
        return text(unsnappied(bytes, most));
      } catch (error) {
        return error instanceof BadFile ? `${error.problem} ${error.offset}` : String(error);
      }
    };
    expect(fault(recorded.subarray(0, 100))).toBe('bad-packing 16');
    expect(fault(framed(4, 1, 1))).toBe('bad-packing 23');
    expect(fault(framed(5, 0, 97))).toBe('bad-packing 23');
    expect(fault(framed(255, 255, 255, 255, 255, 1))).toBe('bad-packing 25');
    expect(fault(framed(200, 1, 0))).toBe('too-large 20');
    for (let at = 16; at < recorded.length; at++) {
      const other = recorded.slice();
      other[at] = (other[at] ?? 0) ^ 0xff;
      expect(fault(other, 1000)).not.toContain('RangeError');
    }
  });
});
