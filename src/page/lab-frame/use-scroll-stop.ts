import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** A text longer than its box scrolls there: then the keyboard must reach it. */
export const useScrollStop = (box: RefObject<HTMLElement | null>, text: string): void => {
  useLayoutEffect(() => {
    const one = box.current;
    if (one === null) return;
    if (one.scrollHeight > one.clientHeight) one.setAttribute('tabindex', '0');
    else one.removeAttribute('tabindex');
  }, [box, text]);
};
