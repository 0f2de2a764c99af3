import { describe, expect, it } from 'vitest';
import { ByteLines } from './byte-lines.ts';
import { Usage } from './terminal.ts';

const linesOf = (pieces: readonly Uint8Array[], most = 100): string[] => {
  const lines = new ByteLines('standard input', most);
  return [...pieces.flatMap((piece) => [...lines.take(piece)]), ...lines.end()];
};

describe('lines of bytes', () => {
  it('are the same however the bytes are cut', () => {
    const bytes = Buffer.from('\ufeffls /\r\ncreate /ä "€ 𝄞"\n\nget /x');
    for (let size = 1; size <= bytes.length; size++) {
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
      expect(linesOf(pieces)).toEqual(['ls /', 'create /ä "€ 𝄞"', '', 'get /x']);
    }
  });

  it('that are not UTF-8 are refused with the byte', () => {
    const bytes = Buffer.concat([Buffer.from('ls /\nls /ä'), Buffer.from([0xff, 0x0a])]);
    expect(() => linesOf([bytes])).toThrow(/standard input: not UTF-8 from byte 11 on/u);
  });

  it('beyond the limit are refused, a line without an end too', () => {
    const endless = Array.from({ length: 11 }, () => Buffer.alloc(10, 'a'));
    expect(() => linesOf(endless)).toThrow(Usage);
    expect(linesOf(endless.slice(1))).toEqual(['a'.repeat(100)]);
  });
});
