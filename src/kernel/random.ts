/**
 * The world's only source of chance: sfc32 (Chris Doty-Humphrey's small fast counter generator),
 * four 32-bit words, so that a checkpoint copies it for nothing.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter: number;

  constructor(seed: number) {
    this.a = 0x9e3779b9 ^ (seed | 0);
    this.b = 0x243f6a88 ^ Math.trunc(seed / 0x100000000);
    this.c = 0xb7e15162;
    this.counter = 1;
    for (let i = 0; i < 12; i++) this.word();
  }

  /** The next 32 bits, as an unsigned integer. */
  word(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return this.word() / 0x100000000;
  }

  /** A whole number, uniform in [0, below). */
  below(below: number): number {
    return Math.floor(this.unit() * below);
  }

  clone(): Random {
    const copy = new Random(0);
    copy.a = this.a;
    copy.b = this.b;
    copy.c = this.c;
    copy.counter = this.counter;
    return copy;
  }
}
