/** Bytes that come part by part, in one piece. */
export class Room {
  private all: Uint8Array;
  private length = 0;
  private readonly most: number;

  /** @param likely how many there will be, so that they are copied once @param most there can be */
  constructor(likely: number, most: number) {
    this.all = new Uint8Array(Math.max(likely, Math.min(FIRST_ROOM, most)));
    this.most = most;
  }

  take(part: Uint8Array): void {
    const length = this.length + part.length;
    if (length > this.all.length) {
      const larger = new Uint8Array(Math.min(this.most, Math.max(2 * this.all.length, length)));
      larger.set(this.all.subarray(0, this.length));
      this.all = larger;
    }
    this.all.set(part, this.length);
    this.length = length;
  }

  /** All that has come; room that was not needed is given back. */
  get bytes(): Uint8Array {
    const { all, length } = this;
    return 2 * length < all.length ? all.slice(0, length) : all.subarray(0, length);
  }
}

const FIRST_ROOM = 65_536;
