import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Move } from '../../../stage/shape.ts';
import type { Seen } from '../../../stage/spacetime-axis.ts';
import type { EventPlace } from '../../../stage/spacetime-events.ts';
import { followed } from '../../../stage/spacetime-room.ts';
import type { SpacetimeRoom } from '../../../stage/spacetime-room.ts';
import type { Micros } from '../../../view/time.ts';
import { Elements } from '../../draw/elements.ts';
import { playhead } from '../../sim/playhead.ts';

/** What is drawn changes in steps of this part of what is seen. */
const PIECE = 0.5;

/**
 * Keeps the lanes scrolled to the playhead, and what moves with it where it belongs, without React.
 * A person may scroll elsewhere; when the playhead moves again, the lanes follow it.
 */
export const useScroll = (
  room: SpacetimeRoom | null,
  moves: (now: Micros, visible: Seen) => readonly Move[],
  /** The wait that lasts has become a pleat: the axis is another one. */
  onFold: (now: Micros) => void,
): {
  readonly seen: Seen;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Scrolls to an event if need be, and gives it the focus once it is drawn. */
  readonly showStep: (event: EventPlace) => void;
  readonly onScroll: () => void;
} => {
  const scroller = useRef<HTMLDivElement>(null);
  const [piece, setPiece] = useState(0);
  const [elements] = useState(() => new Elements());
  const wanted = useRef<number | null>(null);
  const width = room?.seen ?? 1;
  const step = width * PIECE;

  const read = (): void => {
    const now = Math.floor((scroller.current?.scrollLeft ?? 0) / step);
    // Telling React what it knows already may still make it draw.
    if (now !== piece) setPiece(now);
  };
  const write = (now: Micros): void => {
    const root = scroller.current;
    if (root === null) return;
    const { scrollLeft } = root;
    for (const move of moves(now, [scrollLeft, scrollLeft + width])) elements.move(root, move);
  };
  const follow = (now: Micros): void => {
    if (scroller.current !== null && room !== null)
      scroller.current.scrollLeft = followed(room, now);
  };
  const onPlayhead = useEffectEvent((now: Micros): void => {
    if (room === null) return;
    if (now > room.axis.foldsAt && room.now <= room.axis.foldsAt) onFold(now);
    follow(now);
    write(now);
  });
  useEffect(() => playhead.follow(onPlayhead), []);

  // After a commit the elements stand where React last knew them: put them right at once.
  useLayoutEffect(() => {
    elements.drawn();
    write(playhead.now());
    if (wanted.current === null) return;
    const element = scroller.current?.querySelector(`[data-key="step-${wanted.current}"]`);
    if (!(element instanceof SVGElement)) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  });
  const onRoom = useEffectEvent((): void => {
    onPlayhead(playhead.now());
    read();
  });
  useLayoutEffect(() => {
    onRoom();
  }, [room]);

  const showStep = ({ step: event, x }: EventPlace): void => {
    wanted.current = event;
    const root = scroller.current;
    if (root === null) return;
    if (x < root.scrollLeft + 40) root.scrollLeft = x - width * 0.3;
    else if (x > root.scrollLeft + width - 40) root.scrollLeft = x - width * 0.7;
    read();
  };
  const seen = useMemo<Seen>(
    () => [(piece - 1) * width * PIECE, (piece + 2) * width * PIECE + width],
    [piece, width],
  );
  return {
    seen,
    scroller,
    showStep,
    onScroll: () => {
      read();
      write(playhead.now());
    },
  };
};
