import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { PointerEvent, ReactNode, RefObject } from 'react';
import { createPortal } from 'react-dom';
import './tip.css';

/** Between the tip and what it is of, and at least to the edges of the window, px. */
const OFFSET = 6;
const MARGIN = 8;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Above what it is of and in its middle; below where there is no room, and never outside of the window. */
export const placeOfTip = (
  anchor: Box,
  tip: Pick<Box, 'width' | 'height'>,
  room: Pick<Box, 'width' | 'height'>,
): { readonly x: number; readonly y: number } => {
  const middle = anchor.left + anchor.width / 2 - tip.width / 2;
  const above = anchor.top - OFFSET - tip.height;
  return {
    x: Math.max(MARGIN, Math.min(middle, room.width - tip.width - MARGIN)),
    y: above >= MARGIN ? above : anchor.top + anchor.height + OFFSET,
  };
};

const Tip = (props: { id: string; of: RefObject<HTMLElement | null>; children: ReactNode }) => {
  const { id, of, children } = props;
  const tip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (tip.current === null || of.current === null) return;
    const { x, y } = placeOfTip(
      of.current.getBoundingClientRect(),
      tip.current.getBoundingClientRect(),
      {
        width: innerWidth,
        height: innerHeight,
      },
    );
    tip.current.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  }, [of, children]);
  return (
    <div ref={tip} id={id} role="tooltip" className="hint">
      {children}
    </div>
  );
};

/**
 * A sentence that is shown while a button has the pointer or the focus: what the button takes, and the
 * tip, to be drawn beside it. `wait`: how long the pointer rests on it before, ms.
 */
export const useTip = (text: string, wait: number) => {
  const id = useId();
  const ref = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);
  const hide = (): void => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open) return undefined;
    const close = (): void => setOpen(false);
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') close();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    // It would stay where the button has been.
    document.addEventListener('scroll', close, { capture: true });
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true });
      document.removeEventListener('scroll', close, { capture: true });
    };
  }, [open]);
  return {
    show: () => setOpen(true),
    button: {
      ref,
      'aria-describedby': open ? id : undefined,
      onPointerEnter: ({ pointerType }: PointerEvent): void => {
        // A finger has no place where it rests: it taps.
        if (pointerType !== 'touch') timer.current = setTimeout(() => setOpen(true), wait);
      },
      onPointerLeave: hide,
      onFocus: (): void => {
        if (ref.current?.matches(':focus-visible') === true) setOpen(true);
      },
      onBlur: hide,
    },
    tip: open
      ? createPortal(
          <Tip id={id} of={ref}>
            {text}
          </Tip>,
          document.body,
        )
      : null,
  };
};
