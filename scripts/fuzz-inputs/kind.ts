import { LIMITS } from '../../src/view/limits.ts';
import { withoutControls } from '../../src/view/plain-text.ts';
import type { Dice } from '../../src/runner/fuzz/dice.ts';

/** One kind of input: how one is made, and what is done with it. */
export interface InputKind {
  /** As it would come from outside: bytes of a file, a text. */
  make(dice: Dice): Promise<Uint8Array | string> | Uint8Array | string;
  /** Gives it to its door. @throws whatever the door throws, and `Complaint` about its answer */
  take(input: Uint8Array | string): Promise<void> | void;
}

/** A door's answer is none. */
export class Complaint extends Error {}

/** A message is one line that can be shown anywhere, and not longer than anybody reads. */
export function readable(where: string, text: string): void {
  if (text === '') throw new Complaint('an empty message');
  const most = LIMITS.shownMessage + LIMITS.shownPath;
  if (where.length + text.length > most + 10)
    throw new Complaint(`a message of ${where.length + text.length} characters`);
  for (const each of [where, text]) {
    if (withoutControls(each) !== each)
      throw new Complaint(`control characters in ${JSON.stringify(each)}`);
  }
}

export const bytesOf = (input: Uint8Array | string): Uint8Array =>
  typeof input === 'string' ? new TextEncoder().encode(input) : input;

export const textOf = (input: Uint8Array | string): string =>
  typeof input === 'string' ? input : new TextDecoder().decode(input);
