import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { createPortal } from 'react-dom';

/** Kept free between the event and its sentence, px. */
const GAP = 12;

/** What an event of the diagram was, beside it. It is the event's accessible name, too. */
export const EventTip = (props: {
  /** Where the event is drawn. */
  place: RefObject<Element | null>;
  step: number;
  time: string;
  text: string;
}) => {
  const { place, step } = props;
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const event = place.current?.querySelector(`[data-key="step-${step}"]`);
    const own = box.current?.getBoundingClientRect();
    if (event === null || event === undefined || own === undefined) return;
    const dot = event.getBoundingClientRect();
    const right = document.documentElement.clientWidth - own.width - GAP;
    const left = Math.max(GAP, Math.min(right, dot.left + dot.width / 2 - own.width / 2));
    const above = dot.top - own.height - GAP / 2;
    setAt({ left, top: above >= GAP ? above : dot.bottom + GAP / 2 });
  }, [place, step, props.text]);
  return createPortal(
    <div
      ref={box}
      className="event-tip"
      aria-hidden="true"
      style={at === null ? { visibility: 'hidden' } : { left: at.left, top: at.top }}
    >
      <b>{props.time}</b> {props.text}
    </div>,
    document.body,
  );
};
