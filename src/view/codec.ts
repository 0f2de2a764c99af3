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

/** The reading end; give it each message's strings before reading its buffer. */
export class Reader {
  private readonly strings: string[] = [];

  learn(strings: readonly string[]): void {
    for (const text of strings) this.strings.push(text);
  }

  /** A place to read from; it stays good when later buffers are opened. */
  open(buffer: ArrayBuffer): Cursor {
    return new Cursor(new Float64Array(buffer), this.strings, 0);
  }
}

/** A place in a packed buffer. Reading moves it on. */
export class Cursor {
  private readonly numbers: Float64Array;
  private readonly strings: readonly string[];
  private at: number;

  constructor(numbers: Float64Array, strings: readonly string[], at: number) {
    this.numbers = numbers;
    this.strings = strings;
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

  /** Passes over a part whose length stands before it, and says where it is. */
  skip(): number {
    const length = this.number();
    const at = this.at;
    this.at += length;
    if (this.at > this.numbers.length) throw new RangeError('packed frame ends too early');
    return at;
  }

  /** Another cursor in the same buffer. */
  from(at: number): Cursor {
    return new Cursor(this.numbers, this.strings, at);
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
        const at = from.skip();
        Object.defineProperty(value, key, {
          configurable: true,
          enumerable: true,
          get: () => {
            const read = later[key].read(from.from(at));
            Object.defineProperty(value, key, { value: read, enumerable: true });
            return read;
          },
        });
      }
      return value;
    },
  };
};
