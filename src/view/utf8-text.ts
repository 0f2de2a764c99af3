/** The offset of the first byte of what is no UTF-8 [RFC 3629]; null when all of it is. */
export function firstBadByte(bytes: Uint8Array): number | null {
  for (let i = 0; i < bytes.length;) {
    const length = lengthOf(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return null;
}

/** Bytes of the character that begins here; 0 when none does. */
function lengthOf(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (first < 0xc2 || first > 0xf4) return 0;
  if (first < 0xe0) return isMore(second) ? 2 : 0;
  // Neither longer than needed, nor a surrogate, nor beyond the last character.
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most || !isMore(bytes[at + 2] ?? 0)) return 0;
  if (first < 0xf0) return 3;
  return isMore(bytes[at + 3] ?? 0) ? 4 : 0;
}

const isMore = (byte: number): boolean => byte >= 0x80 && byte <= 0xbf;

/** Of bytes that are UTF-8. Written out, since the simulation knows of no platform's decoder. */
export function textOfUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let i = 0; i < bytes.length;) {
    const length = lengthOf(bytes, i) || 1;
    const first = bytes[i] ?? 0;
    let point = length === 1 ? first : first & (0x7f >> length);
    for (let k = 1; k < length; k++) point = (point << 6) | ((bytes[i + k] ?? 0) & 0x3f);
    i += length;
    if (point < 0x10000) units.push(point);
    else units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
    if (units.length < 8192) continue;
    parts.push(String.fromCharCode(...units));
    units = [];
  }
  return parts.join('') + String.fromCharCode(...units);
}
