/**
 * The strings of packed frames. Each has a number, by which frames name it once it has travelled. No
 * number is ever given twice in the life of a connection: what names a string of another dictionary is
 * an error and never another word, and parts with the same numbers say the same.
 *
 * New words keep coming as long as somebody plays (zxids, values, sentences). So past a size the writer
 * begins a dictionary anew, and the strings still in use travel again. Each frame says which dictionary
 * it is written in and how far that had come: a reader needs no other sign.
 */

/** How large a dictionary may grow before another one is begun. */
export interface DictionaryLimits {
  readonly strings: number;
  /** Of all its strings together, UTF-16 units. */
  readonly characters: number;
}

/** An ensemble with a thousand writes a second fills one in 15 s and then sends its 140 strings in use again: nothing beside a frame. */
export const DICTIONARY_LIMITS: DictionaryLimits = { strings: 5000, characters: 250_000 };

/** What a frame says of the dictionary that it is written in. */
export interface DictionaryState {
  /** The number of the dictionary's first string. */
  readonly first: number;
  /** The number that the next string gets, before those that the frame brings. */
  readonly next: number;
}

/** The writing end. */
export class WrittenStrings {
  private readonly limits: DictionaryLimits;
  private known = new Map<string, number>();
  private characters = 0;
  private first = 0;
  private fresh: string[] = [];
  /** What the first frame of this dictionary needed by itself. */
  private needed: DictionaryLimits | null = null;

  constructor(limits: DictionaryLimits) {
    this.limits = limits;
  }

  /** How much is known now. */
  get size(): DictionaryLimits {
    return { strings: this.known.size, characters: this.characters };
  }

  numberOf(text: string): number {
    let number = this.known.get(text);
    if (number === undefined) {
      number = this.first + this.known.size;
      this.known.set(text, number);
      this.characters += text.length;
      this.fresh.push(text);
    }
    return number;
  }

  /**
   * Ends a frame: the strings that it brings, and the dictionary as it was before them. The next frame
   * is written in another one if this has become too large.
   */
  endFrame(): DictionaryState & { readonly strings: string[] } {
    const { first, fresh } = this;
    const end = first + this.known.size;
    this.fresh = [];
    this.needed ??= this.size;
    if (this.isFull(this.needed)) {
      this.known = new Map();
      this.characters = 0;
      this.first = end;
      this.needed = null;
    }
    return { first, next: end - fresh.length, strings: fresh };
  }

  /** A frame may need more than the limits by itself: then twice that is allowed, or each would bring all of it. */
  private isFull(needed: DictionaryLimits): boolean {
    return (
      this.known.size > Math.max(this.limits.strings, 2 * needed.strings) ||
      this.characters > Math.max(this.limits.characters, 2 * needed.characters)
    );
  }
}

/** One dictionary at the reading end; frames read later hold on to the one that they are written in. */
export class ReadStrings {
  private readonly first: number;
  private readonly texts: string[] = [];

  private constructor(first: number) {
    this.first = first;
  }

  /**
   * Learns what a frame brings.
   * @param before the dictionary of the frame before; null at the first
   * @returns the one that the frame is written in
   * @throws RangeError when strings have been missed on the way
   */
  static after(
    before: ReadStrings | null,
    { first, next }: DictionaryState,
    fresh: readonly string[],
  ): ReadStrings {
    const strings = before?.first === first ? before : new ReadStrings(first);
    const missed = next - first - strings.texts.length;
    if (missed !== 0) throw new RangeError(`packed frame follows ${missed} strings never seen`);
    for (const text of fresh) strings.texts.push(text);
    return strings;
  }

  get size(): number {
    return this.texts.length;
  }

  /** @throws RangeError when it is a string of another dictionary, or of none */
  text(number: number): string {
    const text = this.texts[number - this.first];
    if (text === undefined) throw new RangeError(`packed frame names unknown string ${number}`);
    return text;
  }
}
