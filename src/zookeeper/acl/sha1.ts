import type { Bytes } from '../records/values.ts';

/**
 * SHA-1 [FIPS 180-4, 6.1]. The platform's own is asynchronous, and a step of the simulation cannot
 * wait.
 */
export function sha1(message: Bytes): Bytes {
  const h = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const words = padded(message);
  const w = new Int32Array(80);
  for (let block = 0; block < words.length; block += 16) {
    for (let t = 0; t < 80; t++) {
      w[t] =
        t < 16
          ? (words[block + t] ?? 0)
          : rotated((w[t - 3] ?? 0) ^ (w[t - 8] ?? 0) ^ (w[t - 14] ?? 0) ^ (w[t - 16] ?? 0), 1);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = h;
    for (let t = 0; t < 80; t++) {
      const next = (rotated(a, 5) + mixed(t, b, c, d) + e + (w[t] ?? 0)) | 0;
      [a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
    }
    [a, b, c, d, e].forEach((value, i) => (h[i] = ((h[i] ?? 0) + value) | 0));
  }
  return h
    .map((word) =>
      String.fromCharCode(word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255),
    )
    .join('');
}

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

function mixed(t: number, b: number, c: number, d: number): number {
  if (t < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (t < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

/** Big-endian words: the message, a one bit, zeros, the length in bits. */
function padded(message: Bytes): Int32Array {
  const blocks = Math.ceil((message.length + 9) / 64);
  const words = new Int32Array(blocks * 16);
  const put = (index: number, byte: number): void => {
    words[index >> 2] = (words[index >> 2] ?? 0) | (byte << (24 - 8 * (index & 3)));
  };
  for (let i = 0; i < message.length; i++) put(i, message.charCodeAt(i));
  put(message.length, 0x80);
  words[words.length - 2] = Math.floor(message.length / 2 ** 29);
  words[words.length - 1] = message.length << 3;
  return words;
}
