import type { Bytes } from './values.ts';

const ASCII = /^[\0-\x7f]*$/;

/** The UTF-8 of a text; a lone surrogate becomes U+FFFD, as in TextEncoder. */
export function utf8Of(text: string): Bytes {
  if (ASCII.test(text)) return text;
  let bytes = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += encoded(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
  }
  return bytes;
}

/** The text of UTF-8 bytes; what is not UTF-8 becomes U+FFFD, one for each byte. */
export function textOf(bytes: Bytes): string {
  if (ASCII.test(bytes)) return bytes;
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const { point, length } = decoded(bytes, i);
    text += String.fromCodePoint(point);
    i += length;
  }
  return text;
}

function encoded(point: number): Bytes {
  if (point < 0x80) return String.fromCharCode(point);
  const tail = (shift: number): number => 0x80 | ((point >> shift) & 0x3f);
  if (point < 0x800) return String.fromCharCode(0xc0 | (point >> 6), tail(0));
  if (point < 0x10000) return String.fromCharCode(0xe0 | (point >> 12), tail(6), tail(0));
  return String.fromCharCode(0xf0 | (point >> 18), tail(12), tail(6), tail(0));
}

/** Least code point of 1, 2, 3 and 4 bytes: a longer form of a smaller one is refused. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000];

function decoded(bytes: Bytes, start: number): { point: number; length: number } {
  const refused = { point: 0xfffd, length: 1 };
  const first = bytes.charCodeAt(start);
  if (first < 0x80) return { point: first, length: 1 };
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return refused;
  let point = first & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const next = bytes.charCodeAt(start + i);
    if ((next & 0xc0) !== 0x80) return refused; // NaN, past the end, too
    point = (point << 6) | (next & 0x3f);
  }
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  if (point < (LEAST[length] ?? 0) || point > 0x10ffff || surrogate) return refused;
  return { point, length };
}
