import type { Bytes } from './values.ts';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** [RFC 4648, 4] */
export function base64Of(bytes: Bytes): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const at = (k: number): number => (i + k < bytes.length ? bytes.charCodeAt(i + k) : 0);
    const bits = (at(0) << 16) | (at(1) << 8) | at(2);
    const digit = (shift: number): string => DIGITS.charAt((bits >> shift) & 63);
    text += digit(18) + digit(12);
    text += i + 1 < bytes.length ? digit(6) : '=';
    text += i + 2 < bytes.length ? digit(0) : '=';
  }
  return text;
}
