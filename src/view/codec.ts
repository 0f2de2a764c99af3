import type { Cursor, Part, Writer } from './packing.ts';

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
