import type { Action } from '../../../stage/shape.ts';

/** The step that the event's target stands for, if any. */
export const stepAt = (target: EventTarget | null): number | null => {
  const element = target instanceof Element ? target.closest('[data-action]') : null;
  const text = element?.getAttribute('data-action');
  if (text === null || text === undefined) return null;
  // Written by the page itself from an Action.
  const action = JSON.parse(text) as Action;
  return 'step' in action ? action.step : null;
};

/** The position just after what was pressed; null when it is no moment. */
export const positionOf = (action: Action): number | null => {
  if ('position' in action) return action.position;
  return 'step' in action ? action.step + 1 : null;
};
