/**
 * Frames packed into one transferable ArrayBuffer of float64 numbers: taking one costs the page
 * next to nothing, and reading it costs no parsing (see ARCHITECTURE.md, "frames").
 *
 * A codec is built from small pieces that mirror the type: `record({ pid: num, label: str })`.
 * Strings go through a dictionary that both ends keep; new ones travel beside the buffer.
 */
export interface Codec<T> {
  write(out: Writer, value: T): void;
  read(from: Reader): T;
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
  private numbers = new Float64Array(0);
  private at = 0;
  private readonly strings: string[] = [];

  learn(strings: readonly string[]): void {
    for (const text of strings) this.strings.push(text);
  }

  /** @throws RangeError when the buffer is shorter than what is read from it. */
  open(buffer: ArrayBuffer): this {
    this.numbers = new Float64Array(buffer);
    this.at = 0;
    return this;
  }

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
  return {
    write: (out, value) => {
      for (const key of keys) fields[key].write(out, value[key]);
    },
    read: (from) => {
      const value: Partial<T> = {};
      for (const key of keys) value[key] = fields[key].read(from);
      return value as T;
    },
  };
};
