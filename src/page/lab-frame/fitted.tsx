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

function fit(box: HTMLElement): void {
  for (const { size, tight } of ATTEMPTS) {
    box.style.setProperty('--fit', String(size));
    box.toggleAttribute('data-tight', tight);
    if (box.scrollHeight <= box.clientHeight + 1) return;
  }
}

/**
 * In a box of a size that its place gives it, whatever does not fit is set smaller, so that nothing
 * round it moves. Sizes in it follow `--fit`. With a new `text` it fits before anything else looks.
 */
export const useFitted = (box: RefObject<HTMLElement | null>, text = ''): void => {
  const texts = useRef<MutationObserver | null>(null);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    const again = (): void => fit(current);
    // Its texts change without it: they are written further down, or by nobody that React knows.
    const observer = new MutationObserver(again);
    observer.observe(current, { subtree: true, childList: true, characterData: true });
    texts.current = observer;
    const size = new ResizeObserver(again);
    size.observe(current);
    return () => {
      observer.disconnect();
      size.disconnect();
    };
  }, [box]);
  useLayoutEffect(() => {
    if (box.current !== null) fit(box.current);
    // This text is told of, too, and fits already; to ask once more has the browser lay out once more.
    texts.current?.takeRecords();
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
