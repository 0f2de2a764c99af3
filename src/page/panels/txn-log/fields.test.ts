import { describe, expect, it } from 'vitest';
import { meaningOf, partOf } from './fields.ts';
import { hexLines } from './hex.ts';

const field = (name: string, type: string, value: string) => ({
  name,
  type,
  value,
  from: 0,
  to: 1,
});

describe('a field', () => {
  it('belongs to the frame, the header, the body or the digest', () => {
    const names = ['checksum', 'clientId', 'path', 'txns[0].type', 'treeDigest', 'mark'];
    expect(names.map((name) => partOf({ name }))).toEqual([
      'frame',
      'header',
      'body',
      'body',
      'digest',
      'frame',
    ]);
  });

  it('is said in other words where that helps', () => {
    const say = (name: string, type: string, value: string) =>
      meaningOf(field(name, type, value), (session) => (session === '0x1' ? 'α' : ''));
    expect(say('zxid', 'zxid', '0x100000005')).toBe('1·5');
    expect(say('zxid', 'zxid', '0x11')).toBe('0·17');
    expect(say('clientId', 'session', '0x1')).toBe('α');
    expect(say('time', 'long', '1795229040123')).toBe('2026-11-21 02:44:00.123Z');
    expect(say('acl[0].perms', 'int', '31')).toBe('cdrwa');
    expect(say('acl[0].perms', 'int', '1')).toBe('r');
    expect(say('version', 'int', '3')).toBe('');
  });
});

describe('bytes in hex', () => {
  it('stand in lines, cut where one field ends and the next begins', () => {
    const fields = [
      { from: 0, to: 3 },
      { from: 3, to: 4 },
    ];
    expect(hexLines('2f6100421f', fields, 4)).toEqual([
      {
        offset: 0,
        runs: [
          { field: 0, hex: '2f 61 00', text: '/a.' },
          { field: 1, hex: '42', text: 'B' },
        ],
      },
      { offset: 4, runs: [{ field: -1, hex: '1f', text: '.' }] },
    ]);
  });

  it('are all there, whatever the length of a line', () => {
    const bytes = '00112233445566778899aabbccddeeff0102';
    for (const perLine of [1, 4, 8, 16, 32]) {
      const all = hexLines(bytes, [{ from: 0, to: 18 }], perLine);
      const digits = all.flatMap(({ runs }) => runs.map(({ hex }) => hex.replaceAll(' ', '')));
      expect(digits.join('')).toBe(bytes);
    }
  });
});
