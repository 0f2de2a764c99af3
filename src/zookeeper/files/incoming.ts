/**
 * Bytes of a file that come in parts. What has been read makes room for what comes, so that one piece of
 * memory, as large as a part and what was left of the one before, serves for all of the file; the parts
 * themselves are not kept.
 */
export class Incoming {
  private room = new Uint8Array(0);
  private from = 0;
  private to = 0;
  /** Where in the file what waits begins. */
  base = 0;

  /** What has come and has not been passed; holds until more comes. */
  get waiting(): Uint8Array {
    return this.room.subarray(this.from, this.to);
  }

  take(part: Uint8Array): void {
    if (this.to + part.length > this.room.length) this.makeRoom(part.length);
    this.room.set(part, this.to);
    this.to += part.length;
  }

  /** Nothing is needed any more of so many bytes. */
  pass(count: number): void {
    this.from += count;
    this.base += count;
  }

  private makeRoom(more: number): void {
    const waiting = this.to - this.from;
    const needed = waiting + more;
    const next =
      needed <= this.room.length
        ? this.room
        : new Uint8Array(this.room.length === 0 ? needed : Math.max(needed, 2 * this.room.length));
    next.set(this.waiting);
    this.room = next;
    this.from = 0;
    this.to = waiting;
  }
}
