import type { Move } from '../../stage/shape.ts';

/** Writes to the element of a shape what time alone changes of it. */
export const applyMove = (root: Element, { key, transform, text, d, hidden }: Move): void => {
  const element = root.querySelector(`[data-key="${key}"]`);
  if (element === null) return;
  if (transform !== undefined) element.setAttribute('transform', transform);
  if (d !== undefined) element.setAttribute('d', d);
  if (hidden !== undefined) {
    if (hidden) element.setAttribute('visibility', 'hidden');
    else element.removeAttribute('visibility');
  }
  // The text node stays the one that React knows.
  const node = element.lastChild;
  if (text !== undefined && node !== null && node.nodeValue !== text) node.nodeValue = text;
};
