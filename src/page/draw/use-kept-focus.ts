import { useLayoutEffect, useRef } from 'react';
import type { FocusEvent } from 'react';
import type { Frame } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';
import { passFocus } from '../browser/focus-by-pointer.ts';
import { useSim } from '../sim/store.ts';

/** What has the focus and goes when its message has arrived, and who receives that. */
interface Held {
  readonly element: Element;
  readonly to: Pid;
}

const KEY = /^message-(\d+)$/u;

/** The message that an element on the stage is of: its mark, or what stands beside the selected one. */
const messageOf = (element: Element): number | null => {
  const key = element.closest('[data-key^="message-"]')?.getAttribute('data-key') ?? '';
  const found = KEY.exec(key)?.[1];
  if (found !== undefined) return Number(found);
  const { selection } = useSim.getState();
  const beside = element.closest('.in-place-card') !== null;
  return beside && selection?.kind === 'message' ? selection.id : null;
};

/**
 * A message leaves the stage when it arrives, also with the focus on it: that goes to its receiver,
 * so that the keys have a place to go on from. Gives the handler of what stands round the stage.
 */
export const useKeptFocus = (
  frame: Frame,
): { onFocus: (event: FocusEvent<HTMLElement>) => void; onBlur: () => void } => {
  const held = useRef<Held | null>(null);
  const place = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const { current: had } = held;
    if (had === null || had.element.isConnected) return;
    held.current = null;
    // Somebody has taken it elsewhere meanwhile.
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const receiver = place.current?.querySelector(`[data-action='{"select":${had.to}}']`);
    if (receiver instanceof SVGElement) passFocus(had.element, receiver);
  });
  return {
    onFocus: ({ target, currentTarget }) => {
      place.current = currentTarget;
      const id = messageOf(target);
      const message = id === null ? undefined : frame.messages.find((one) => one.id === id);
      held.current = message === undefined ? null : { element: target, to: message.to };
    },
    onBlur: () => {
      const { current: had } = held;
      // An element that is taken away loses the focus just before: that is not somebody leaving it.
      queueMicrotask(() => {
        if (had?.element.isConnected === true && held.current === had) held.current = null;
      });
    },
  };
};
