import { drawsMoreThanItsName } from '../../stage/name.ts';
import { isSame } from '../../stage/shape.ts';
import type { Action, Shape, Style } from '../../stage/shape.ts';

/** What stands on the element of a shape; written is only what differs from what it was before. */

/** The elements that shapes are drawn as. */
export const TAGS = {
  group: 'g',
  path: 'path',
  circle: 'circle',
  rect: 'rect',
  line: 'line',
  text: 'text',
} as const;

/** How a shape is called for those who do not see it, and what is shown while the pointer rests on it. */
export interface Said {
  readonly name: string | undefined;
  readonly title: string | undefined;
}

/** Most shapes: one for all of them, since each is asked in each frame. */
const NOTHING: Said = { name: undefined, title: undefined };

/** A name that the drawing does not say must be seen somewhere: it is shown in the title's place, which names it, too. */
export const saidOf = (shape: Shape): Said => {
  const { label, title } = shape;
  if (label === undefined && title === undefined) return NOTHING;
  return drawsMoreThanItsName(shape) ? { name: undefined, title: label } : { name: label, title };
};

type Value = string | number | boolean | undefined;

/** @param before null: not known, so that it is written */
const set = (element: Element, name: string, value: Value, before: Value | null): void => {
  if (value === before) return;
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
};

/** As CSS calls them, with their units. */
const PROPERTIES: readonly (readonly [keyof Style, string, string])[] = [
  ['fill', 'fill', ''],
  ['stroke', 'stroke', ''],
  ['strokeWidth', 'stroke-width', ''],
  ['strokeDasharray', 'stroke-dasharray', ''],
  ['strokeLinecap', 'stroke-linecap', ''],
  ['strokeLinejoin', 'stroke-linejoin', ''],
  ['opacity', 'opacity', ''],
  ['fontSize', 'font-size', 'px'],
  ['fontWeight', 'font-weight', ''],
];

/** One by one: a policy that forbids styles in markup allows that. */
function setProperty(element: SVGElement, name: string, value: string | undefined): void {
  if (value === undefined) element.style.removeProperty(name);
  else element.style.setProperty(name, value);
}

const PLAIN: Style = {};

function writeStyle(element: SVGElement, style: Style, before: Style): void {
  if (style === before) return;
  for (const [property, name, unit] of PROPERTIES) {
    const value = style[property];
    if (value === before[property]) continue;
    setProperty(element, name, value === undefined ? undefined : `${value}${unit}`);
  }
}

/** `translate(10 20)` as a style has it. */
const inPixels = (translation: string): string =>
  translation.replace(/^translate\((\S+) (\S+)\)$/, 'translate($1px, $2px)');

/** Only the style of an element can slide; in it lengths have units. */
const slide = (shape: Shape | null): string | undefined =>
  shape?.glides === true && shape.transform !== undefined ? inPixels(shape.transform) : undefined;

const placed = (shape: Shape | null): string | undefined =>
  shape?.glides === true ? undefined : shape?.transform;

function writeTransform(element: SVGElement, shape: Shape, before: Shape | null): void {
  if (shape.transform === before?.transform && shape.glides === before?.glides) return;
  set(element, 'transform', placed(shape), placed(before));
  const [now, was] = [slide(shape), slide(before)];
  if (now !== was) setProperty(element, 'transform', now);
}

/** Tab leads to a button; of many of a kind to one. */
const tabIndex = (shape: Shape | null): number | undefined => {
  if (shape?.role !== 'button' || shape.action === undefined) return undefined;
  return shape.tabStop === false ? -1 : 0;
};

const pressed = (shape: Shape | null): boolean | undefined =>
  shape?.role === 'button' ? shape.selected : undefined;

const actionText = (action: Action | undefined): string | undefined =>
  action === undefined ? undefined : JSON.stringify(action);

function writeCommon(element: SVGElement, shape: Shape, before: Shape | null): void {
  set(element, 'data-key', shape.key, before?.key);
  set(element, 'class', shape.className, before?.className);
  set(element, 'role', shape.role, before?.role);
  writeStyle(element, shape.style ?? PLAIN, before?.style ?? PLAIN);
  writeTransform(element, shape, before);
  if (!isSame(shape.action, before?.action)) {
    set(element, 'data-action', actionText(shape.action), null);
  }
  set(element, 'tabindex', tabIndex(shape), tabIndex(before));
  set(element, 'aria-pressed', pressed(shape), pressed(before));
}

/** Numbers and path data, by the type of the shape. */
function writeForm(element: SVGElement, shape: Shape, before: Shape | null): void {
  switch (shape.type) {
    case 'group':
      break;
    case 'path': {
      const was = before?.type === 'path' ? before : null;
      set(element, 'd', shape.d, was?.d);
      break;
    }
    case 'circle': {
      const was = before?.type === 'circle' ? before : null;
      set(element, 'cx', shape.cx, was?.cx);
      set(element, 'cy', shape.cy, was?.cy);
      set(element, 'r', shape.r, was?.r);
      break;
    }
    case 'rect': {
      const was = before?.type === 'rect' ? before : null;
      set(element, 'x', shape.x, was?.x);
      set(element, 'y', shape.y, was?.y);
      set(element, 'width', shape.width, was?.width);
      set(element, 'height', shape.height, was?.height);
      set(element, 'rx', shape.rx, was?.rx);
      break;
    }
    case 'line': {
      const was = before?.type === 'line' ? before : null;
      set(element, 'x1', shape.x1, was?.x1);
      set(element, 'y1', shape.y1, was?.y1);
      set(element, 'x2', shape.x2, was?.x2);
      set(element, 'y2', shape.y2, was?.y2);
      break;
    }
    case 'text': {
      const was = before?.type === 'text' ? before : null;
      set(element, 'x', shape.x, was?.x);
      set(element, 'y', shape.y, was?.y);
      set(element, 'text-anchor', shape.anchor, was?.anchor);
      break;
    }
  }
}

/** @param before the shape that the element was of, of the same type, and what it said; null: it is new */
export function writeShape(
  element: SVGElement,
  shape: Shape,
  said: Said,
  before: { readonly shape: Shape; readonly said: Said } | null,
): void {
  writeCommon(element, shape, before?.shape ?? null);
  set(element, 'aria-label', said.name, before?.said.name);
  writeForm(element, shape, before?.shape ?? null);
}
