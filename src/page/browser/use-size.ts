import { startTransition, use, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { OpeningContext } from './opening.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const UNKNOWN: Size = { width: 0, height: 0 };

const same = (one: Size, other: Size): boolean =>
  one.width === other.width && one.height === other.height;

/**
 * The size of an element in CSS px, kept up to date; 0 × 0 before it is known. Where nobody sees yet
 * what depends on it, that is drawn in short turns; otherwise before the next paint.
 */
export const useSize = (ref: RefObject<Element | null>): Size => {
  const [size, setSize] = useState(UNKNOWN);
  const opening = use(OpeningContext);
  const [unseen] = useState(opening);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    let last = UNKNOWN;
    const measure = (): void => {
      const now = { width: element.clientWidth, height: element.clientHeight };
      // The observer tells the first size once more: said at once, it would overtake the short turns.
      if (same(now, last)) return;
      const tell = (): void => setSize((old) => (same(old, now) ? old : now));
      if (unseen && last === UNKNOWN) startTransition(tell);
      else tell();
      last = now;
    };
    // To ask now has the browser lay out all that has just come, within this same long task.
    if (!unseen || document.hidden) measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, unseen]);
  return size;
};
