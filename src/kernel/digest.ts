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
    this.low = Math.imul(this.low ^ (lower >>> 7) ^ (lower << 11), 0x85ebca6b) + this.high;
    this.low |= 0;
  }

  text(value: string): void {
    for (let i = 0; i < value.length; i++) this.mix(value.charCodeAt(i));
    this.mix(value.length);
  }

  /** Mixes a whole value, field by field in their own order: numbers, strings,
   * arrays, sets, maps, records. */
  value(value: unknown): void {
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
      case 'object':
        this.object(value);
        return;
      default:
        this.mix(1);
    }
  }

  private object(value: object | null): void {
    if (value === null) {
      this.mix(5);
    } else if (Array.isArray(value)) {
      this.mix(value.length);
      for (const item of value) this.value(item);
    } else if (value instanceof Set) {
      this.mix(value.size);
      for (const item of value) this.value(item);
    } else if (value instanceof Map) {
      this.mix(value.size);
      for (const [key, item] of value) {
        this.value(key);
        this.value(item);
      }
    } else {
      for (const [key, item] of Object.entries(value)) {
        this.text(key);
        this.value(item);
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
