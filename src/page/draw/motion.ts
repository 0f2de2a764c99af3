import { BARE, LEVEL, arrange, emptyArrangement } from '../../stage/arrange.ts';
import type { Arrangement, MessageSize } from '../../stage/arrange.ts';
import { messagePlaces, trailPath } from '../../stage/lanes.ts';
import type { Box } from '../../stage/geometry.ts';
import type { Layout } from '../../stage/layout.ts';
import { at } from '../../stage/shape.ts';
import type { Move } from '../../stage/shape.ts';
import type { Frame } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';

/** What of a frame moves. */
type Moving = Pick<Frame, 'messages' | 'time'>;

/** Where the messages of a stage stand; kept between animation frames so that labels are steady. */
export class Motion {
  private arranged: Arrangement = emptyArrangement();
  private places: Float64Array = new Float64Array(0);
  private frame: Moving | null = null;
  private layout: Layout | null = null;
  private sizes: readonly MessageSize[] = [];
  private playing = false;
  /** Round which it was drawn last. */
  texts: readonly Box[] = [];
  /** The level of each message as it was drawn last, in the frame's order. */
  private drawn: Uint8Array = new Uint8Array(0);
  /** Whether something other than the time is new since everything was placed. */
  private stale = true;

  /** What moves from now on; while it plays, labels slide and none jumps. */
  show(
    frame: Moving | null,
    layout: Layout | null,
    sizes: readonly MessageSize[],
    playing: boolean,
  ): void {
    this.stale ||=
      frame !== this.frame ||
      layout !== this.layout ||
      sizes !== this.sizes ||
      playing !== this.playing;
    this.frame = frame;
    this.layout = layout;
    this.sizes = sizes;
    this.playing = playing;
  }

  /**
   * What to draw, round these texts from now on. If nothing but time went on since everything was
   * placed, that is drawn which the last frame of the animation found: another look at almost the same
   * moment would let each label slide once more.
   */
  drawRound(texts: readonly Box[], now: Micros): Arrangement {
    if (!sameBoxes(texts, this.texts)) {
      this.texts = texts;
      this.stale = true;
    }
    if (this.stale) this.arrange(now);
    this.stale = false;
    this.drawn = this.arranged.levels.slice();
    return this.arranged;
  }

  /** Places everything for virtual time `now`; tells whether a label has to be drawn again. */
  place(now: Micros): boolean {
    this.arrange(now);
    // Labels that slide make room for one that gave way too early: it need not blink.
    if (this.arranged.changed) this.arrange(now);
    const { levels } = this.arranged;
    return (
      levels.length !== this.drawn.length || levels.some((level, i) => level !== this.drawn[i])
    );
  }

  private arrange(now: Micros): void {
    const { frame, layout, places, sizes, arranged, playing, texts } = this;
    if (frame === null || layout === null) return;
    this.places = messagePlaces(frame, layout, now, places);
    this.arranged = arrange(this.places, sizes, layout, arranged, playing, texts);
  }

  /** What the messages take on the stage, with their labels, as they were last placed. */
  readonly boxes = (): readonly Box[] => {
    const { levels, places } = this.arranged;
    return this.sizes.flatMap((size, i): Box[] => {
      const level = levels[i] ?? LEVEL.hidden;
      const [x = Number.NaN, y = Number.NaN] = places.subarray(i * 2, i * 2 + 2);
      if (level === LEVEL.hidden || Number.isNaN(x)) return [];
      const bare = level === LEVEL.shape;
      const width = bare ? BARE.width : level === LEVEL.full ? size.full : size.short;
      const height = bare ? BARE.height : size.height;
      const middle = bare ? y : y + size.shift;
      return [{ x: x - width / 2, y: middle - height / 2, width, height }];
    });
  };

  /** Where the elements of messages and trails stand, as they were last placed. */
  moves(now: Micros): readonly Move[] {
    const { frame, layout, arranged } = this;
    if (frame === null || layout === null) return [];
    const moves: Move[] = [];
    frame.messages.forEach((message, i) => {
      const x = arranged.places[i * 2];
      const y = arranged.places[i * 2 + 1];
      if (x === undefined || y === undefined || Number.isNaN(x)) return;
      if (arranged.levels[i] === LEVEL.hidden) return;
      moves.push({ key: `message-${message.id}`, transform: at(x, y) });
      if (message.status !== 'flying' || message.routine) return;
      const d = trailPath(message, layout, now, arranged.nudges[i]);
      moves.push({ key: `trail-${message.id}`, d });
    });
    return moves;
  }
}

const sameBoxes = (one: readonly Box[], other: readonly Box[]): boolean =>
  one.length === other.length &&
  one.every(({ x, y, width, height }, i) => {
    const as = other[i];
    return as?.x === x && as.y === y && as.width === width && as.height === height;
  });
