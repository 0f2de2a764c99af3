import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Move } from '../../stage/shape.ts';
import type { Micros } from '../../view/time.ts';
import { playhead } from '../sim/playhead.ts';
import { Elements } from './elements.ts';

/** Keeps what time alone changes in a drawing with the playhead, by writing to its elements directly. */
export const useMoves = (
  root: RefObject<Element | null>,
  moves: ((now: Micros) => readonly Move[]) | null,
): void => {
  const [elements] = useState(() => new Elements());
  const write = (now: Micros): void => {
    const { current } = root;
    if (current === null || moves === null) return;
    for (const move of moves(now)) elements.move(current, move);
  };
  const writeNow = useEffectEvent(write);
  // After a commit the elements stand where React last knew them: put them right at once.
  useLayoutEffect(() => {
    elements.drawn();
    write(playhead.now());
  });
  useEffect(() => playhead.follow((now) => writeNow(now)), []);
};
