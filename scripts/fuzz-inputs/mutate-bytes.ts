/** Bytes with some places changed, without a thought for what they mean. */
import type { Dice } from '../../src/runner/fuzz/dice.ts';
import { TEXTS } from './values.ts';

const EDGES = [0, 1, 0x7f, 0x80, 0xff];

export function mutatedBytes(bytes: Uint8Array, dice: Dice): Uint8Array {
  let now: Uint8Array = bytes.slice();
  for (let left = dice.between(1, 4); left > 0; left--) now = change(now, dice);
  return now;
}

export const mutatedText = (text: string, dice: Dice): string =>
  new TextDecoder().decode(mutatedBytes(new TextEncoder().encode(text), dice));

function change(bytes: Uint8Array, dice: Dice): Uint8Array {
  const at = dice.between(0, bytes.length);
  const length = Math.min(dice.magnitude(1, 200), bytes.length - at);
  switch (dice.between(0, 6)) {
    case 0:
      if (at < bytes.length) bytes[at] = dice.chance(0.5) ? dice.between(0, 255) : dice.pick(EDGES);
      return bytes;
    case 1:
      if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.between(0, 7));
      return bytes;
    case 2:
      return joined(bytes.subarray(0, at), bytes.subarray(at + length));
    case 3:
      return joined(bytes.subarray(0, at + length), bytes.subarray(at));
    case 4:
      return joined(
        bytes.subarray(0, at),
        new TextEncoder().encode(dice.pick(TEXTS)),
        bytes.subarray(at),
      );
    case 5:
      return dice.chance(0.2) ? bytes.slice(0, at) : bytes;
    default:
      // Four bytes are often a length or a count.
      for (let i = at; i < Math.min(at + 4, bytes.length); i++) bytes[i] = dice.pick(EDGES);
      return bytes;
  }
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const part of parts) {
    whole.set(part, to);
    to += part.length;
  }
  return whole;
}
