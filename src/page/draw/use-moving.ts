import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import type { RefObject } from 'react';
import { arrange, emptyArrangement } from '../../stage/arrange.ts';
import type { Arrangement } from '../../stage/arrange.ts';
import { messagePlaces, trailPath } from '../../stage/lanes.ts';
import type { Layout } from '../../stage/layout.ts';
import { messageSizes } from '../../stage/messages.ts';
import type { MessageOptions } from '../../stage/messages.ts';
import { at } from '../../stage/shape.ts';
import type { Frame } from '../../view/frame.ts';
import { playhead } from '../sim/playhead.ts';

type Choice = Pick<
  MessageOptions,
  'selected' | 'selectedMessage' | 'framed' | 'veiledMessages' | 'routine'
>;

const byKey = (root: Element, key: string): Element | null =>
  root.querySelector(`[data-key="${key}"]`);

/**
 * Keeps the messages of a stage moving with the playhead by writing to their elements directly.
 * Gives the arrangement to draw with; React draws again only when a label changes its length.
 */
export const useMoving = (
  root: RefObject<Element | null>,
  frame: Frame | null,
  layout: Layout | null,
  choice: Choice,
): Arrangement => {
  const kept = useRef<Arrangement>(emptyArrangement());
  const places = useRef<Float64Array>(new Float64Array(0));
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const { selected, selectedMessage, framed, veiledMessages, routine } = choice;
  const sizes = useMemo(
    () =>
      frame === null
        ? []
        : messageSizes(frame, {
            selected: selected ?? null,
            selectedMessage: selectedMessage ?? null,
            framed: framed ?? null,
            ...(veiledMessages === undefined ? {} : { veiledMessages }),
            routine: routine ?? false,
          }),
    [frame, selected, selectedMessage, framed, veiledMessages, routine],
  );

  const place = (now: number): Arrangement => {
    if (frame === null || layout === null) return kept.current;
    places.current = messagePlaces(frame, layout, now, places.current);
    kept.current = arrange(places.current, sizes, layout, kept.current);
    return kept.current;
  };

  const write = (arranged: Arrangement, now: number): void => {
    const { current: element } = root;
    if (element === null || frame === null || layout === null) return;
    frame.messages.forEach((message, i) => {
      const x = arranged.places[i * 2];
      const y = arranged.places[i * 2 + 1];
      if (x === undefined || y === undefined || Number.isNaN(x)) return;
      byKey(element, `message-${message.id}`)?.setAttribute('transform', at(x, y));
      if (message.status !== 'flying' || message.routine) return;
      const trail = byKey(element, `trail-${message.id}`);
      trail?.setAttribute('d', trailPath(message, layout, now, arranged.nudges[i]));
    });
  };

  const move = (now: number): void => {
    const arranged = place(now);
    if (arranged.changed) drawAgain();
    else write(arranged, now);
  };
  const newest = useRef(move);

  // After a commit the elements stand where React last knew them: put them right at once.
  useLayoutEffect(() => {
    newest.current = move;
    write(kept.current, playhead.now());
  });
  useEffect(() => playhead.follow((now) => newest.current(now)), []);

  return place(playhead.now());
};
