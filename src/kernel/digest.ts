import { isLongList, itemsOf } from './long-list.ts';

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

  text(value: string): void {
    // What `mix` does, with the lanes at hand: a large tree has millions of characters.
    let { high, low } = this;
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      high = Math.imul(high ^ code, 0x01000193) ^ (low >>> 15);
      low = (Math.imul(low ^ (code >>> 7) ^ (code << 11), 0x85ebca6b) + high) | 0;
    }
    this.high = high;
    this.low = low;
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
    const waiting: unknown[] = [value];
    while (waiting.length > 0) {
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
      case 'string':
        this.text(value);
        return;
      case 'boolean':
        this.mix(value ? 3 : 2);
        return;
      case 'bigint':
        this.text(value.toString());
        return;
      default:
        this.mix(1);
    }
  }

  /** Its parts wait on the stack, the first on top. */
  private open(value: object | null, waiting: unknown[]): void {
    if (value === null) {
      this.mix(5);
    } else if (Array.isArray(value)) {
      this.mix(value.length);
      for (let i = value.length - 1; i >= 0; i--) waiting.push(value[i]);
    } else if (value instanceof Set) {
      this.mix(value.size);
      const items = [...value];
      for (let i = items.length - 1; i >= 0; i--) waiting.push(items[i]);
    } else if (value instanceof Map) {
      this.mix(value.size);
      const entries = [...value];
      for (let i = entries.length - 1; i >= 0; i--) waiting.push(entries[i]?.[1], entries[i]?.[0]);
    } else if (isLongList(value)) {
      this.open(itemsOf(value), waiting);
    } else {
      const keys = Object.keys(value) as (keyof typeof value)[];
      for (let i = keys.length - 1; i >= 0; i--) {
        const key = keys[i] as keyof typeof value;
        waiting.push(value[key], key);
      }
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
