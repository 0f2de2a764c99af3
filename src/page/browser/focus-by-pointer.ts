/**
 * Whether the pointer brought the focus to where it is. Browsers then mark it nowhere, so that
 * nobody can tell what Space would press again.
 */

let pressing = false;
let brought: EventTarget | null = null;

const down = ({ target }: Event): void => {
  pressing = true;
  const { activeElement } = document;
  // Pressed where the focus is already: no focus event will come.
  if (target instanceof Node && activeElement?.contains(target) === true) brought = activeElement;
};
const up = (): void => {
  pressing = false;
};
const moved = ({ target }: Event): void => {
  brought = pressing ? target : null;
};

/** Begins to follow the focus; returns how to stop. */
export const followFocus = (): (() => void) => {
  // A browser moves the focus after `mousedown`, on a touch screen too.
  window.addEventListener('mousedown', down, true);
  window.addEventListener('mouseup', up, true);
  window.addEventListener('focusin', moved, true);
  return () => {
    window.removeEventListener('mousedown', down, true);
    window.removeEventListener('mouseup', up, true);
    window.removeEventListener('focusin', moved, true);
  };
};

/** Gives the focus that an element had to another one, brought by the pointer if it was before. */
export const passFocus = (from: EventTarget, to: HTMLElement | SVGElement): void => {
  const byPointer = from === brought;
  to.focus({ preventScroll: true });
  if (byPointer) brought = to;
};

/** Whether this element has the focus because it was clicked. */
export const focusedByPointer = (target: EventTarget | null): boolean =>
  target !== null && target === brought && target === document.activeElement;
