import { isLongList, itemsOf } from './long-list.ts';
import { isPages, ownPages } from './own-pages.ts';

/** So many values are mixed in some 30 ms. */
const PART = 200_000;

/**
 * A running 64-bit digest of all that happened (two 32-bit multiply-xor lanes). It is for
 * comparing runs of the same build, not for security.
 */
export class Digest {
  private high = 0x811c9dc5 | 0;
  private low = 0x2c1b3c6d | 0;

  mix(value: number): void {
    // Times exceed 32 bits: both halves count.
    const lower = value | 0;
    const upper = value > 0x7fffffff || value < -0x80000000 ? (value / 0x100000000) | 0 : 0;
    this.high = Math.imul(this.high ^ lower, 0x01000193) ^ (this.low >>> 15) ^ upper;
    this.low = (Math.imul(this.low ^ (lower >>> 7) ^ (lower << 11), 0x85ebca6b) + this.high) | 0;
  }

  /** Each of them, whole numbers of 32 bits. */
  small(values: readonly number[]): void {
    let { high, low } = this;
    for (let i = 0; i < values.length; i++) {
      const value = (values[i] as number) | 0;
      high = Math.imul(high ^ value, 0x01000193) ^ (low >>> 15);
      low = (Math.imul(low ^ (value >>> 7) ^ (value << 11), 0x85ebca6b) + high) | 0;
    }
    this.high = high;
    this.low = low;
  }

  text(value: string): void {
    for (let i = 0; i < value.length; i++) this.mix(value.charCodeAt(i));
    this.mix(value.length);
  }

  /**
   * Mixes a whole value, field by field in their own order: numbers, strings, arrays, sets, maps,
   * records. Without recursion: a tree of znodes may be thousands of levels deep.
   */
  value(value: unknown): void {
    if (typeof value !== 'object') {
      this.simple(value);
      return;
    }
    this.some([value], Infinity);
  }

  /** The same part by part: a large tree takes long. No step is taken for it, so 0 are told. */
  *parts(value: object): Generator<number, void, undefined> {
    for (const waiting: unknown[] = [value]; waiting.length > 0; yield 0) this.some(waiting, PART);
  }

  /** So many of what waits, and of what that consists of. */
  private some(waiting: unknown[], most: number): void {
    for (let done = 0; done < most && waiting.length > 0; done++) {
      const next = waiting.pop();
      if (typeof next !== 'object') this.simple(next);
      else this.open(next, waiting);
    }
  }

  private simple(value: unknown): void {
    switch (typeof value) {
      case 'number':
        this.mix(Number.isInteger(value) ? value : Math.round(value * 1e6));
        return;
      case 'boolean':
        this.mix(value ? 3 : 2);
        return;
      case 'string':
      case 'bigint':
        this.text(`${value}`);
        return;
      default:
        this.mix(1);
    }
  }

  /** Its parts wait on the stack, the first on top. */
  private open(value: object | null, waiting: unknown[]): void {
    if (value === null) return this.mix(5);
    const items = itemsIn(value);
    if (items !== null) {
      this.mix(value instanceof Map ? value.size : items.length);
      for (let i = items.length - 1; i >= 0; i--) waiting.push(items[i]);
      return;
    }
    if (isPages(value)) {
      waiting.push(ownPages(value), 'pages', value.length, 'length');
      return;
    }
    const keys = Object.keys(value) as (keyof typeof value)[];
    for (let i = keys.length - 1; i >= 0; i--) {
      const key = keys[i] as keyof typeof value;
      waiting.push(value[key], key);
    }
  }

  /** 16 hex digits. */
  hex(): string {
    const part = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
    return part(this.high) + part(this.low);
  }

  clone(): Digest {
    const copy = new Digest();
    copy.high = this.high;
    copy.low = this.low;
    return copy;
  }
}

/** Of a map keys and values in turn; null: it is a record. */
function itemsIn(value: object): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (value instanceof Set) return [...value];
  if (value instanceof Map) return [...value].flat();
  return isLongList(value) ? itemsOf(value) : null;
}
