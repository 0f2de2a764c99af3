import type { Shape } from './shape.ts';

/**
 * Of many buttons of a kind one is a stop for Tab: the chosen one, or the first. From there the arrows lead
 * to the others, so that whoever wants to go on is not held up by all of them.
 */
export const oneStop = (shapes: readonly Shape[]): readonly Shape[] => {
  const entry =
    shapes.find((one) => one.selected === true) ?? shapes.find((one) => one.action !== undefined);
  return shapes.map((one) =>
    one === entry || one.action === undefined ? one : { ...one, tabStop: false },
  );
};
