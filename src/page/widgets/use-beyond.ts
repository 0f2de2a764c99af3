import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** What of a row of things does not stand whole in it, by their `data-key`; '' where all do. */
function beyondOf(row: HTMLElement): string {
  const room = (row.parentElement ?? row).clientWidth;
  // What tells of them takes room itself: whether it is needed does not depend on it.
  if (row.scrollWidth <= room) return '';
  const { left, right } = row.getBoundingClientRect();
  return [...row.children]
    .filter((one) => {
      const box = one.getBoundingClientRect();
      return box.left < left - 1 || box.right > right + 1;
    })
    .map((one) => one.getAttribute('data-key') ?? '')
    .join(' ');
}

/** The keys of those children of a row that can be pushed along which are not seen whole now. */
export const useBeyond = (row: RefObject<HTMLElement | null>, what: string): readonly string[] => {
  const [beyond, setBeyond] = useState('');
  useLayoutEffect(() => {
    const one = row.current;
    if (one === null) return;
    const measure = (): void => setBeyond(beyondOf(one));
    measure();
    const size = new ResizeObserver(measure);
    size.observe(one);
    if (one.parentElement !== null) size.observe(one.parentElement);
    one.addEventListener('scroll', measure, { passive: true });
    return () => {
      size.disconnect();
      one.removeEventListener('scroll', measure);
    };
  }, [row, what]);
  return beyond === '' ? [] : beyond.split(' ');
};
