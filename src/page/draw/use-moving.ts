import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useReducer, useState } from 'react';
import type { RefObject } from 'react';
import type { Arrangement } from '../../stage/arrange.ts';
import { slipped } from '../../stage/crowd.ts';
import type { Box } from '../../stage/geometry.ts';
import type { Layout } from '../../stage/layout.ts';
import { messageSizes } from '../../stage/messages.ts';
import type { MessageOptions } from '../../stage/messages.ts';
import type { Move } from '../../stage/shape.ts';
import type { Frame } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import { playhead } from '../sim/playhead.ts';
import { useSim } from '../sim/store.ts';
import { Elements } from './elements.ts';
import { Motion } from './motion.ts';

type Choice = Pick<MessageOptions, 'selected' | 'selectedMessage' | 'framed' | 'routine'>;

/**
 * Keeps the messages of a stage moving with the playhead by writing to their elements directly.
 * What else time changes comes from `moves`. Gives the
 * arrangement to draw with, round what stands there to be read; React draws again only when a label
 * changes its length.
 */
export const useMoving = (
  root: RefObject<Element | null>,
  frame: Frame | null,
  layout: Layout | null,
  choice: Choice,
  moves?: (now: Micros) => readonly Move[],
): {
  readonly arranged: (texts: readonly Box[]) => Arrangement;
  /** Round which texts it was drawn last. */
  readonly texts: () => readonly Box[];
  /** What the messages took there. */
  readonly slips: () => readonly Box[];
} => {
  const playing = useSim((s) => s.playing);
  const [motion] = useState(() => new Motion());
  const [elements] = useState(() => new Elements());
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const { selected = null, selectedMessage = null, framed = null, routine = false } = choice;
  const shown = useMemo(
    () =>
      frame === null || layout === null
        ? null
        : {
            messages: slipped(frame.messages, { selectedMessage, framed, routine }, layout),
            time: frame.time,
          },
    [frame, layout, selectedMessage, framed, routine],
  );
  const sizes = useMemo(
    () =>
      shown === null
        ? []
        : messageSizes(shown.messages, { selected, selectedMessage, framed, routine }),
    [shown, selected, selectedMessage, framed, routine],
  );
  motion.show(shown, layout, sizes, playing);

  const write = (element: Element, now: Micros): void => {
    for (const move of motion.moves(now)) elements.move(element, move);
    for (const move of moves?.(now) ?? []) elements.move(element, move);
  };
  const writeNow = useEffectEvent(write);

  // After a commit the elements stand where React last knew them: put them right at once.
  useLayoutEffect(() => {
    elements.drawn();
    if (root.current !== null) write(root.current, playhead.now());
  });
  useEffect(
    () =>
      playhead.follow((now) => {
        if (motion.place(now)) drawAgain();
        else if (root.current !== null) writeNow(root.current, now);
      }),
    [motion, root],
  );

  return {
    arranged: (texts) => motion.drawRound(texts, playhead.now()),
    texts: () => motion.texts,
    slips: motion.boxes,
  };
};
