import { firstBadByte } from '../view/utf8-text.ts';
import { Usage } from './terminal.ts';

const LINE_FEED = 10;

/** Bytes that come in pieces, as the lines of a text. */
export class ByteLines {
  private readonly source: string;
  private readonly most: number;
  /** Pieces of a line whose end has not come. */
  private open: Uint8Array[] = [];
  /** Bytes that have come, and those of all lines that were given. */
  private come = 0;
  private given = 0;

  /**
   * @param source what a complaint calls it
   * @param most bytes that are read
   */
  constructor(source: string, most: number) {
    this.source = source;
    this.most = most;
  }

  /** The lines that end in this piece. @throws Usage when they are not UTF-8, or it is too much */
  *take(piece: Uint8Array): Generator<string> {
    this.come += piece.length;
    if (this.come > this.most) {
      throw new Usage(`${this.source}: at most ${this.most} bytes are read; give less at a time`);
    }
    let from = 0;
    for (;;) {
      const end = piece.indexOf(LINE_FEED, from);
      if (end < 0) break;
      this.open.push(piece.subarray(from, end));
      yield this.line(1);
      from = end + 1;
    }
    // Whoever gave the piece may fill it again.
    if (from < piece.length) this.open.push(piece.slice(from));
  }

  /** What stands behind the last end of a line. */
  *end(): Generator<string> {
    if (this.open.length > 0) yield this.line(0);
  }

  /** @param endBytes of the mark that ends it */
  private line(endBytes: number): string {
    const bytes = Buffer.concat(this.open);
    this.open = [];
    const bad = firstBadByte(bytes);
    if (bad !== null) {
      throw new Usage(
        `${this.source}: not UTF-8 from byte ${this.given + bad} on; give it as UTF-8`,
      );
    }
    // A byte-order mark means nothing.
    const text = new TextDecoder('utf-8', { ignoreBOM: this.given > 0 }).decode(bytes);
    this.given += bytes.length + endBytes;
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  }
}
