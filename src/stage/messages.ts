import type { Frame, MessageView } from '../view/frame.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Arrangement } from './arrange.ts';
import type { Layout } from './layout.ts';
import type { Shape } from './shape.ts';
import type { StageWords } from './words.ts';

export interface MessageOptions {
  readonly words: StageWords;
  /** With a server selected, messages to and from it carry the full label, others the short one. */
  readonly selected?: Pid | null;
  readonly selectedMessage?: number | null;
  /** The message that the open question is about: framed, full label, placed first. */
  readonly framed?: number | null;
  /** Pings and the like, as small dots. */
  readonly routine?: boolean;
  /** Answer of `arrange` for these messages; without it every label is full and in place. */
  readonly arranged?: Arrangement;
}

export interface MessageLayers {
  /** Below the servers. */
  readonly trails: readonly Shape[];
  /** Above them; each is a group with key `message-<id>` placed by its transform. */
  readonly slips: readonly Shape[];
}

/** Centre and direction of every message of the frame: x, y, dx, dy per message, in order. */
export const messagePlaces = (
  _frame: Pick<Frame, 'messages' | 'time'>,
  _layout: Layout,
  _now: Micros,
  _into?: Float64Array,
): Float64Array => {
  throw new Error('not drawn yet');
};

/** The taper behind a message, as path data; cheap enough for each animation frame. */
export const trailPath = (_message: MessageView, _layout: Layout, _now: Micros): string => '';

export const messageShapes = (
  _frame: Pick<Frame, 'messages' | 'time' | 'processes'>,
  _layout: Layout,
  _now: Micros,
  _options: MessageOptions,
): MessageLayers => {
  throw new Error('not drawn yet');
};
