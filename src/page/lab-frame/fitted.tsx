import { useLayoutEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';

/**
 * What is tried, one after the other: sizes as parts of the full one, then the same set closer (the
 * styles of `data-tight`), then smaller still.
 */
const SIZES = [1, 0.96, 0.92, 0.88, 0.84, 0.8];
const ATTEMPTS = [
  ...SIZES.map((size) => ({ size, tight: false })),
  ...[...SIZES, 0.76, 0.72, 0.68, 0.64, 0.6].map((size) => ({ size, tight: true })),
];

/**
 * In a box of a size that its place gives it, whatever does not fit is set smaller, so that nothing
 * round it moves. Sizes in it follow `--fit`. With a new `text` it fits before anything else looks.
 */
export const useFitted = (box: RefObject<HTMLElement | null>, text = ''): void => {
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    const fit = (): void => {
      for (const { size, tight } of ATTEMPTS) {
        current.style.setProperty('--fit', String(size));
        current.toggleAttribute('data-tight', tight);
        if (current.scrollHeight <= current.clientHeight + 1) return;
      }
    };
    fit();
    // Its texts change without it: they are written further down, or by nobody that React knows.
    const texts = new MutationObserver(fit);
    texts.observe(current, { subtree: true, childList: true, characterData: true });
    const size = new ResizeObserver(fit);
    size.observe(current);
    return () => {
      texts.disconnect();
      size.disconnect();
    };
  }, [box, text]);
};

export const Fitted = (props: { className: string; children: ReactNode }) => {
  const box = useRef<HTMLDivElement>(null);
  useFitted(box);
  return (
    <div className={props.className} ref={box}>
      {props.children}
    </div>
  );
};
