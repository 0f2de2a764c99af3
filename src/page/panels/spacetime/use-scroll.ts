import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Move } from '../../../stage/shape.ts';
import type { Seen } from '../../../stage/time/spacetime-axis.ts';
import type { EventPlace } from '../../../stage/time/spacetime-events.ts';
import { followed } from '../../../stage/time/spacetime-room.ts';
import type { SpacetimeRoom } from '../../../stage/time/spacetime-room.ts';
import type { Micros } from '../../../view/time.ts';
import { Elements } from '../../draw/elements.ts';
import { playhead } from '../../sim/playhead.ts';
import { sweep } from '../../sim/sweep.ts';

/** To scroll by less, px, is not worth a layout. */
const LEAST = 0.5;
/** What is drawn changes in steps of this part of what is seen. */
const PIECE = 0.5;

/**
 * Keeps the lanes scrolled to the playhead, and what moves with it where it belongs, without React; where
 * a person sweeps through the run, at the moment that is drawn.
 * A person may scroll elsewhere; when the playhead moves again, the lanes follow it.
 */
export const useScroll = (
  room: SpacetimeRoom | null,
  /** It stands at its own moment until another is drawn. */
  stands: boolean,
  moves: (now: Micros, visible: Seen) => readonly Move[],
  /** The wait that lasts has become a pleat: the axis is another one. */
  onFold: (now: Micros) => void,
): {
  readonly seen: Seen;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Scrolls to an event if need be, and gives it the focus once it is drawn. */
  readonly showStep: (event: EventPlace) => void;
  readonly onScroll: () => void;
  /** To be called when it has been drawn anew: then elements stand where their shapes are, not the playhead. */
  readonly drawn: () => void;
} => {
  const scroller = useRef<HTMLDivElement>(null);
  const [piece, setPiece] = useState(0);
  const [elements] = useState(() => new Elements());
  const wanted = useRef<number | null>(null);
  const width = room?.seen ?? 1;
  const step = width * PIECE;

  /** Where the lanes are scrolled to: to ask the browser would make it lay out the page. */
  const scrolled = useRef(0);
  const asked = useRef(Number.NaN);
  const read = (): void => {
    const now = Math.floor(scrolled.current / step);
    // Telling React what it knows already may still make it draw.
    if (now !== piece) setPiece(now);
  };
  const write = (now: Micros): void => {
    const root = scroller.current;
    if (root === null || room === null) return;
    const left = scrolled.current;
    for (const move of moves(stands || sweep.lasts() ? room.now : now, [left, left + width]))
      elements.move(root, move);
  };
  const scrollTo = (left: number): void => {
    const root = scroller.current;
    if (root === null || left === asked.current) return;
    if (Math.abs(left - scrolled.current) < LEAST) return;
    asked.current = left;
    root.scrollLeft = left;
    // Further than there is something it does not scroll.
    scrolled.current = root.scrollLeft;
  };
  const follow = useEffectEvent((now: Micros): void => {
    if (room !== null && !sweep.lasts()) scrollTo(followed(room, stands ? room.now : now));
  });
  const fold = (now: Micros): void => {
    if (room === null || stands || sweep.lasts()) return;
    if (now > room.axis.foldsAt && room.now <= room.axis.foldsAt) onFold(now);
  };
  const onPlayhead = useEffectEvent((now: Micros): void => {
    if (stands || sweep.lasts()) return;
    fold(now);
    write(now);
  });
  useEffect(() => {
    const stops = [
      playhead.scroll((now) => follow(now)),
      playhead.follow((now) => onPlayhead(now)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  const drawn = (): void => {
    elements.drawn();
    write(playhead.now());
    if (wanted.current === null) return;
    const element = scroller.current?.querySelector(`[data-key="step-${wanted.current}"]`);
    if (!(element instanceof SVGElement)) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  };
  const onRoom = useEffectEvent((): void => {
    asked.current = Number.NaN;
    follow(playhead.now());
    fold(playhead.now());
    read();
  });
  useLayoutEffect(() => {
    onRoom();
  }, [room]);

  const showStep = ({ step: event, x }: EventPlace): void => {
    wanted.current = event;
    const root = scroller.current;
    if (root === null) return;
    if (x < scrolled.current + 40) scrollTo(x - width * 0.3);
    else if (x > scrolled.current + width - 40) scrollTo(x - width * 0.7);
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
    drawn,
    onScroll: () => {
      scrolled.current = scroller.current?.scrollLeft ?? 0;
      asked.current = Number.NaN;
      read();
      write(playhead.now());
    },
  };
};
