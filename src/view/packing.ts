import { DICTIONARY_LIMITS, ReadStrings, WrittenStrings } from './dictionary.ts';
import type { DictionaryLimits } from './dictionary.ts';

/** The two ends of packed frames, which codecs write to and read from. */

/** A frame on its way: its numbers, and the strings that no frame before it in its dictionary named. */
export interface Packed {
  /** Of float64; the first two say which dictionary the frame is written in. */
  readonly buffer: ArrayBuffer;
  readonly strings: readonly string[];
}

/** Numbers that stand before a frame's own: the state of its dictionary. */
const HEADER = 2;

const ENDS_EARLY = 'packed frame ends too early';

/** The packing end; keep one for the life of a connection. */
export class Writer {
  private numbers = new Float64Array(1024);
  private length = HEADER;
  private readonly dictionary: WrittenStrings;

  constructor(limits: DictionaryLimits = DICTIONARY_LIMITS) {
    this.dictionary = new WrittenStrings(limits);
  }

  /** How much the dictionary holds. */
  get known(): DictionaryLimits {
    return this.dictionary.size;
  }

  number(value: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Float64Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = value;
  }

  string(value: string): void {
    this.number(this.dictionary.numberOf(value));
  }

  /** Writes a part with its length before it, so that a reader can pass over it. */
  part(write: () => void): void {
    const at = this.length;
    this.number(0);
    write();
    this.numbers[at] = this.length - at - 1;
  }

  /** Takes what was written, as a buffer of its own, and the strings that are new. */
  take(): Packed {
    const { first, next, strings } = this.dictionary.endFrame();
    this.numbers[0] = first;
    this.numbers[1] = next;
    const buffer = this.numbers.slice(0, this.length).buffer;
    this.length = HEADER;
    return { buffer, strings };
  }
}

/** What reads a part. */
interface Readable<T> {
  read(from: Cursor): T;
}

/** A part that was read, and numbers from which the same is read: those of the last frame that had them. */
export interface Part<T> {
  numbers: Float64Array;
  at: number;
  readonly length: number;
  readonly value: T;
}

/** The parts read last, by the codec that stands at one place of a frame. */
type Memory = Map<object, readonly Part<unknown>[]>;

/** The reading end. Open each frame in the order they came: whether one is then read is free. */
export class Reader {
  private strings: ReadStrings | null = null;
  private readonly memory: Memory = new Map();

  /** How many strings the dictionary holds. */
  get known(): number {
    return this.strings?.size ?? 0;
  }

  /**
   * Learns a frame's strings.
   * @returns a place to read it from; it stays good when later frames are opened
   * @throws RangeError when a frame before it never came
   */
  open({ buffer, strings: fresh }: Packed): Cursor {
    const numbers = new Float64Array(buffer);
    const [first, next] = numbers;
    if (first === undefined || next === undefined) throw new RangeError(ENDS_EARLY);
    const strings = ReadStrings.after(this.strings, { first, next }, fresh);
    this.strings = strings;
    return new Cursor(numbers, strings, this.memory, HEADER);
  }
}

/** An item is looked for among so many that stood near its place. */
const REACH = 16;

function isSame(
  { numbers, at: start, length }: Part<unknown>,
  other: Float64Array,
  at: number,
): boolean {
  for (let i = 0; i < length; i++) if (!Object.is(numbers[start + i], other[at + i])) return false;
  return true;
}

/** A place in a packed buffer. Reading moves it on. */
export class Cursor {
  private readonly numbers: Float64Array;
  private readonly strings: ReadStrings;
  private readonly memory: Memory;
  private at: number;

  constructor(numbers: Float64Array, strings: ReadStrings, memory: Memory, at: number) {
    this.numbers = numbers;
    this.strings = strings;
    this.memory = memory;
    this.at = at;
  }

  /** @throws RangeError when the buffer is shorter than what is read from it. */
  number(): number {
    const value = this.numbers[this.at++];
    if (value === undefined) throw new RangeError(ENDS_EARLY);
    return value;
  }

  string(): string {
    return this.strings.text(this.number());
  }

  /** Passes over a part, and says where its length stands. */
  pass(): number {
    const { at } = this;
    const length = this.number();
    this.at = at + 1 + length;
    if (this.at > this.numbers.length) throw new RangeError(ENDS_EARLY);
    return at;
  }

  /** Another cursor in the same buffer. */
  from(at: number): Cursor {
    return new Cursor(this.numbers, this.strings, this.memory, at);
  }

  /** The parts that were read last at this place. */
  kept<T>(place: object): readonly Part<T>[] {
    // A place is one codec, which reads nothing but T.
    return (this.memory.get(place) as readonly Part<T>[] | undefined) ?? [];
  }

  keep<T>(place: object, parts: readonly Part<T>[]): void {
    this.memory.set(place, parts);
  }

  /**
   * Reads the part whose length stands here, or takes it from those: what has the same numbers is the
   * same, since no string ever gets another's.
   * @param from the first of them that is looked at
   * @returns the part, and where among those it was; -1 when it is new
   */
  part<T>(codec: Readable<T>, parts: readonly Part<T>[], from = 0): readonly [Part<T>, number] {
    const length = this.number();
    const { at, numbers } = this;
    this.at += length;
    if (this.at > numbers.length) throw new RangeError(ENDS_EARLY);
    const end = Math.min(parts.length, from + REACH);
    for (let i = from; i < end; i++) {
      const part = parts[i] as Part<T>;
      if (part.length !== length || !isSame(part, numbers, at)) continue;
      // Else each item would hold the whole frame that brought it.
      part.numbers = numbers;
      part.at = at;
      return [part, i];
    }
    return [{ numbers, at, length, value: codec.read(this.from(at)) }, -1];
  }
}
