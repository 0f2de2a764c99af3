import type { KeyboardEvent, MouseEvent } from 'react';
import type { Action } from '../../stage/shape.ts';
import { focusedByPointer } from '../browser/focus-by-pointer.ts';

/** What the shape under this stands for. */
export const actionAt = (target: EventTarget): Action | null => {
  const element = target instanceof Element ? target.closest('[data-action]') : null;
  const text = element?.getAttribute('data-action');
  // Written by `Drawn` from an Action.
  return text === null || text === undefined ? null : (JSON.parse(text) as Action);
};

/** What kind of thing an element stands for, as it is written at its beginning. */
const KIND = /^\{"(?:message|link|select)":/u;

/** From one thing to the next of its kind, as they lie in the drawing: by the arrows up and down. */
const goToNext = (target: EventTarget, by: 1 | -1): boolean => {
  const one = target instanceof Element ? target.closest('[data-action]') : null;
  const kind = KIND.exec(one?.getAttribute('data-action') ?? '')?.[0];
  const drawing = one instanceof SVGElement ? one.ownerSVGElement : null;
  if (one === null || kind === undefined || drawing === null) return false;
  const all = [...drawing.querySelectorAll(`[role="button"][data-action^='${kind}']`)];
  const next = all[(all.indexOf(one) + by + all.length) % all.length];
  if (next instanceof SVGElement) next.focus();
  return true;
};

/** Handlers for a drawing's root: a click, Enter or Space on a shape does its action. */
export const pressHandlers = (
  onAction: (action: Action) => void,
  /** Every other key. */
  onKey?: (event: KeyboardEvent) => void,
): {
  onClick: (event: MouseEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
} => ({
  onClick: (event) => {
    const action = actionAt(event.target);
    if (action !== null) onAction(action);
  },
  onKeyDown: (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (goToNext(event.target, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
      return;
    }
    if (event.key === 'm') {
      const thing = event.target instanceof Element ? event.target : null;
      const asked = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
      if (thing !== null && !thing.dispatchEvent(asked)) event.preventDefault();
      return;
    }
    if (event.key !== 'Enter' && event.key !== ' ') {
      onKey?.(event);
      return;
    }
    // What was clicked does not show the focus: there Space is the page's.
    if (event.key === ' ' && focusedByPointer(document.activeElement)) return;
    const action = actionAt(event.target);
    if (action === null) return;
    event.preventDefault();
    // Space on a server selects it; the page's own Space (play) must not follow.
    event.stopPropagation();
    onAction(action);
  },
});
