import { useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';

const WAYS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** What a button of the row is given. */
interface Stop {
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
}

/**
 * Of a row of buttons one is a stop for Tab: `first`, or where the focus is. The arrows up and down lead
 * from one to the next; those to the left and right go through time, everywhere on the page.
 */
export const useOneStop = (
  count: number,
  first: number,
): {
  stop: (index: number) => Stop;
  /** Of what stands round them. */
  row: {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
} => {
  const [focused, setFocused] = useState<number | null>(null);
  const now = Math.max(0, Math.min(focused ?? first, count - 1));
  return {
    stop: (index) => ({
      tabIndex: index === now ? 0 : -1,
      onFocus: () => setFocused(index),
    }),
    row: {
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setFocused(null);
      },
      onKeyDown: (event) => {
        const by = WAYS[event.key];
        if (by === undefined) return;
        const all = [...event.currentTarget.querySelectorAll('button')];
        const at = all.findIndex((one) => one === event.target);
        if (at < 0) return;
        event.preventDefault();
        event.stopPropagation();
        all[(at + by + all.length) % all.length]?.focus();
      },
    },
  };
};
