import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zxidHex, zxidText } from '../view/zxid.ts';
import { compareZxids, reachesZxid, readLog, readZxid } from './notation.ts';

describe('a zxid', () => {
  it('is read in each of its notations', () => {
    for (const text of ['1·8', '1:8', '1.8', ' 1·8 ', '0x100000008', '0X100000008']) {
      expect(readZxid(text)).toEqual({ epoch: 1, counter: 8 });
    }
    expect(readZxid('0x8')).toEqual({ epoch: 0, counter: 8 });
  });

  it('is nothing else', () => {
    for (const text of [
      '',
      '8',
      '1·',
      '·8',
      '1-8',
      '0x',
      '0xg',
      '-1·8',
      '1·4294967296',
      '2147483648·1',
    ]) {
      expect(readZxid(text)).toBeNull();
    }
  });

  it('is read back as it is written, and compared by epoch first', () => {
    const zxid = fc.record({
      epoch: fc.integer({ min: 0, max: 0x7fffffff }),
      counter: fc.integer({ min: 0, max: 0xffffffff }),
    });
    fc.assert(
      fc.property(zxid, zxid, (a, b) => {
        expect(readZxid(zxidText(a))).toEqual(a);
        expect(readZxid(zxidHex(a))).toEqual(a);
        expect(reachesZxid(a, zxidText(b))).toBe(compareZxids(a, b) >= 0);
        expect(Math.sign(compareZxids(a, b))).toBe(
          BigInt(zxidHex(a)) < BigInt(zxidHex(b))
            ? -1
            : BigInt(zxidHex(a)) > BigInt(zxidHex(b))
              ? 1
              : 0,
        );
      }),
    );
  });
});

describe('a log', () => {
  const ends = (text: string) => {
    const ranges = readLog(text);
    return 'fault' in ranges
      ? ranges.fault
      : ranges.map(({ from, to }) => `${zxidText(from)}-${zxidText(to)}`);
  };

  it('is ranges that follow each other', () => {
    expect(ends('')).toEqual([]);
    expect(ends('1·1-1·8 2·1')).toEqual(['1·1-1·8', '2·1-2·1']);
    expect(ends('1·1 1·2-1·3  3:1-3:9')).toEqual(['1·1-1·1', '1·2-1·3', '3·1-3·9']);
    expect(ends('0x100000001-0x100000003')).toEqual(['1·1-1·3']);
  });

  it('has no gap, no step back, and no range over two epochs', () => {
    expect(ends('1·2')).toBe('gap');
    expect(ends('1·1 1·3')).toBe('gap');
    expect(ends('1·1-1·3 1·3')).toBe('order');
    expect(ends('2·1 1·1')).toBe('order');
    expect(ends('1·1-2·3')).toBe('notation');
    expect(ends('1·3-1·1')).toBe('notation');
    expect(ends('1·1-')).toBe('notation');
  });
});
