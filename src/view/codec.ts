/**
 * Frames packed into one transferable ArrayBuffer of float64 numbers: taking one costs the page
 * next to nothing, and reading it costs no parsing (see ARCHITECTURE.md, "frames").
 *
 * A codec is built from small pieces that mirror the type: `record({ pid: num, label: str })`.
 * Strings go through a dictionary that both ends keep; new ones travel beside the buffer.
 */
export interface Codec<T> {
  write(out: Writer, value: T): void;
  read(from: Cursor): T;
}

/** The packing end; keep one for the life of a connection. */
export class Writer {
  private numbers = new Float64Array(1024);
  private length = 0;
  private readonly known = new Map<string, number>();
  private fresh: string[] = [];

  number(value: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Float64Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = value;
  }

  string(value: string): void {
    let index = this.known.get(value);
    if (index === undefined) {
      index = this.known.size;
      this.known.set(value, index);
      this.fresh.push(value);
    }
    this.number(index);
  }

  /** Writes a part with its length before it, so that a reader can pass over it. */
  part(write: () => void): void {
    const at = this.length;
    this.number(0);
    write();
    this.numbers[at] = this.length - at - 1;
  }

  /** Takes what was written, as a buffer of its own, and the strings met for the first time. */
  take(): { buffer: ArrayBuffer; strings: string[] } {
    const buffer = this.numbers.slice(0, this.length).buffer;
    const strings = this.fresh;
    this.length = 0;
    this.fresh = [];
    return { buffer, strings };
  }
}

/** A part that was read, and the numbers that it was read from. */
interface Part<T> {
  readonly numbers: Float64Array;
  readonly at: number;
  readonly length: number;
  readonly value: T;
}

/** The parts read last, by the codec that stands at one place of a frame. */
type Memory = Map<object, readonly Part<unknown>[]>;

/** The reading end; give it each message's strings before reading its buffer. */
export class Reader {
  private readonly strings: string[] = [];
  private readonly memory: Memory = new Map();

  learn(strings: readonly string[]): void {
    for (const text of strings) this.strings.push(text);
  }

  /** A place to read from; it stays good when later buffers are opened. */
  open(buffer: ArrayBuffer): Cursor {
    return new Cursor(new Float64Array(buffer), this.strings, this.memory, 0);
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
  private readonly strings: readonly string[];
  private readonly memory: Memory;
  private at: number;

  constructor(numbers: Float64Array, strings: readonly string[], memory: Memory, at: number) {
    this.numbers = numbers;
    this.strings = strings;
    this.memory = memory;
    this.at = at;
  }

  /** @throws RangeError when the buffer is shorter than what is read from it. */
  number(): number {
    const value = this.numbers[this.at++];
    if (value === undefined) throw new RangeError('packed frame ends too early');
    return value;
  }

  string(): string {
    const index = this.number();
    const text = this.strings[index];
    if (text === undefined) throw new RangeError(`packed frame names unknown string ${index}`);
    return text;
  }

  /** Passes over a part, and says where its length stands. */
  pass(): number {
    const { at } = this;
    const length = this.number();
    this.at = at + 1 + length;
    if (this.at > this.numbers.length) throw new RangeError('packed frame ends too early');
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
   * same, since strings keep theirs.
   * @param from the first of them that is looked at
   * @returns the part, and where among those it was; -1 when it is new
   */
  part<T>(codec: Codec<T>, parts: readonly Part<T>[], from = 0): readonly [Part<T>, number] {
    const length = this.number();
    const { at, numbers } = this;
    this.at += length;
    if (this.at > numbers.length) throw new RangeError('packed frame ends too early');
    const end = Math.min(parts.length, from + REACH);
    for (let i = from; i < end; i++) {
      const part = parts[i] as Part<T>;
      if (part.length === length && isSame(part, numbers, at)) return [part, i];
    }
    return [{ numbers, at, length, value: codec.read(this.from(at)) }, -1];
  }
}

export const num: Codec<number> = {
  write: (out, value) => out.number(value),
  read: (from) => from.number(),
};

export const bool: Codec<boolean> = {
  write: (out, value) => out.number(value ? 1 : 0),
  read: (from) => from.number() === 1,
};

/** Any string, or a union of literals: `str<'up' | 'paused'>()`. */
export const str = <T extends string = string>(): Codec<T> => ({
  write: (out, value) => out.string(value),
  // The writer only ever put a T there.
  read: (from) => from.string() as T,
});

export const nullable = <T>(inner: Codec<T>): Codec<T | null> => ({
  write: (out, value) => {
    out.number(value === null ? 0 : 1);
    if (value !== null) inner.write(out, value);
  },
  read: (from) => (from.number() === 0 ? null : inner.read(from)),
});

export const list = <T>(inner: Codec<T>): Codec<readonly T[]> => ({
  write: (out, value) => {
    out.number(value.length);
    for (const item of value) inner.write(out, item);
  },
  read: (from) => {
    const length = from.number();
    const items: T[] = [];
    for (let i = 0; i < length; i++) items.push(inner.read(from));
    return items;
  },
});

/**
 * A list of which an item that did not change is not read again: it is the object that it was. For
 * one place in a frame, with many items.
 */
export const keptList = <T>(inner: Codec<T>): Codec<readonly T[]> => {
  return {
    write: (out, value) => {
      out.number(value.length);
      for (const item of value) out.part(() => inner.write(out, item));
    },
    read: (from) => {
      const length = from.number();
      const before = from.kept<T>(inner);
      const parts: Part<T>[] = [];
      let next = 0;
      for (let i = 0; i < length; i++) {
        const [part, at] = from.part(inner, before, next);
        if (at !== -1) next = at + 1;
        parts.push(part);
      }
      from.keep(inner, parts);
      return parts.map(({ value }) => value);
    },
  };
};

/** A record whose fields are written in the order given. */
export const record = <T extends object>(fields: { [K in keyof T]-?: Codec<T[K]> }): Codec<T> => {
  const keys = Object.keys(fields) as (keyof T)[];
  const codecs = keys.map((key) => fields[key]) as Codec<T[keyof T]>[];
  return {
    write: (out, value) => {
      for (const key of keys) fields[key].write(out, value[key]);
    },
    read: (from) => {
      const value: Partial<T> = {};
      for (let i = 0; i < keys.length; i++) {
        value[keys[i] as keyof T] = (codecs[i] as Codec<T[keyof T]>).read(from);
      }
      return value as T;
    },
  };
};

/**
 * A record of which only `now` is read at once; each field of `later` is read when it is first
 * looked at. Taking it costs the same however much it holds.
 */
export const lazyRecord = <N extends object, L extends object>(
  now: { [K in keyof N]-?: Codec<N[K]> },
  later: { [K in keyof L]-?: Codec<L[K]> },
): Codec<N & L> => {
  const nowCodec = record<N>(now);
  const laterKeys = Object.keys(later) as (keyof L)[];
  return {
    write: (out, value) => {
      nowCodec.write(out, value);
      for (const key of laterKeys) out.part(() => later[key].write(out, value[key]));
    },
    read: (from) => {
      const value = nowCodec.read(from) as N & L;
      for (const key of laterKeys) {
        const at = from.pass();
        Object.defineProperty(value, key, {
          configurable: true,
          enumerable: true,
          get: () => {
            const place = later[key];
            const [part] = from.from(at).part(place, from.kept<L[keyof L]>(place));
            from.keep(place, [part]);
            Object.defineProperty(value, key, { value: part.value, enumerable: true });
            return part.value;
          },
        });
      }
      return value;
    },
  };
};
