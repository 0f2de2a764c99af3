import { LEVEL, arrange, emptyArrangement } from '../../stage/arrange.ts';
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
  private texts: readonly Box[] = [];

  /** What moves from now on; while it plays, labels slide and none jumps. */
  show(
    frame: Moving | null,
    layout: Layout | null,
    sizes: readonly MessageSize[],
    playing: boolean,
  ): void {
    this.frame = frame;
    this.layout = layout;
    this.sizes = sizes;
    this.playing = playing;
  }

  /** The same round these texts, from now on. */
  placeRound(texts: readonly Box[], now: Micros): Arrangement {
    this.texts = texts;
    return this.place(now);
  }

  /** Places everything for virtual time `now`; `changed` tells whether to draw again. */
  place(now: Micros): Arrangement {
    const { frame, layout } = this;
    if (frame === null || layout === null) return this.arranged;
    this.places = messagePlaces(frame, layout, now, this.places);
    const { places, sizes, arranged, playing, texts } = this;
    this.arranged = arrange(places, sizes, layout, arranged, playing, texts);
    return this.arranged;
  }

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
