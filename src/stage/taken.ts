/** Kept between two labels. */
const GAP = 2;
/** How many frames are looked ahead, and in which steps: nobody gets by unseen between two. */
const FORESIGHT = 16;
const EVERY = 4;
/** Centre, half size, and way in a frame. */
const FIELDS = 6;

/** The boxes of labels that have their place, and where they are going. */
export class Taken {
  private readonly boxes: Float64Array;
  private length = 0;

  constructor(most: number) {
    this.boxes = new Float64Array(most * FIELDS);
  }

  /** @param vx how far it goes in a frame */
  add(x: number, y: number, width: number, height: number, vx: number, vy: number): void {
    const { boxes } = this;
    boxes[this.length++] = x;
    boxes[this.length++] = y;
    boxes[this.length++] = width / 2 + GAP;
    boxes[this.length++] = height / 2 + GAP;
    boxes[this.length++] = vx;
    boxes[this.length++] = vy;
  }

  /** Whether a label here would cover another. */
  hits(x: number, y: number, width: number, height: number): boolean {
    const { boxes } = this;
    for (let i = 0; i < this.length; i += FIELDS) {
      if (
        Math.abs(x - (boxes[i] ?? 0)) < width / 2 + (boxes[i + 2] ?? 0) &&
        Math.abs(y - (boxes[i + 1] ?? 0)) < height / 2 + (boxes[i + 3] ?? 0)
      ) {
        return true;
      }
    }
    return false;
  }

  /**
   * How near it is that a label that goes on like this covers another that goes on too: nearly 1 in
   * the next frames, 0 if not within the foresight.
   */
  ahead(x: number, y: number, width: number, height: number, vx: number, vy: number): number {
    const { boxes } = this;
    let first = FORESIGHT + EVERY;
    for (let i = 0; i < this.length; i += FIELDS) {
      const wide = width / 2 + (boxes[i + 2] ?? 0);
      const high = height / 2 + (boxes[i + 3] ?? 0);
      const rx = x - (boxes[i] ?? 0);
      const ry = y - (boxes[i + 1] ?? 0);
      const rvx = vx - (boxes[i + 4] ?? 0);
      const rvy = vy - (boxes[i + 5] ?? 0);
      for (let k = EVERY; k < first && k <= FORESIGHT; k += EVERY) {
        if (Math.abs(rx + k * rvx) < wide && Math.abs(ry + k * rvy) < high) first = k;
      }
    }
    return first > FORESIGHT ? 0 : 1 - (first - EVERY) / FORESIGHT;
  }
}
