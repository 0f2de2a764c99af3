import type { Shape } from '../../stage/shape.ts';
import { TAGS, saidOf, writeShape } from './shape-attributes.ts';
import type { Said } from './shape-attributes.ts';

/** A shape that is drawn. */
interface Part {
  shape: Shape;
  said: Said;
  readonly element: SVGElement;
  /** Shown while the pointer rests on it; the first child. */
  title: SVGTitleElement | null;
  /** Of a text: the last child. */
  readonly text: Text | null;
  children: Part[];
}

const SVG = 'http://www.w3.org/2000/svg';

/** It was not there before. */
const NOWHERE = -1;

/** By its key or, where it has none, by its place among its siblings. */
const keyOf = ({ key }: Shape, place: number): string | number => key ?? place;

/**
 * A drawing as elements. The next one is compared with it, shape by shape by their keys, and only what
 * differs is written. What a frame's events bring and take away by the dozen (`fleeting`) leaves its
 * elements to what comes in its place, since the browser makes and lays out a new element for many times
 * what it costs to change one.
 */
export class Drawn {
  private root: Element | null = null;
  private parts: Part[] = [];
  private shapes: readonly Shape[] | null = null;
  /** What has the focus keeps its element as long as it is there, and takes it along when it goes. */
  private focused: Element | null = null;

  /** Draws these shapes as the only children of an element. */
  draw(root: Element, shapes: readonly Shape[]): void {
    if (root !== this.root) {
      root.replaceChildren();
      this.root = root;
      this.parts = [];
      this.shapes = null;
    }
    if (shapes === this.shapes) return;
    this.shapes = shapes;
    const { activeElement } = root.ownerDocument;
    this.focused = root.contains(activeElement) ? activeElement : null;
    this.parts = this.siblings(root, this.parts, shapes);
    this.keepFocus(root.ownerDocument);
  }

  /** An element that changes its place among its siblings loses the focus. */
  private keepFocus(document: Document): void {
    const { focused } = this;
    this.focused = null;
    if (focused === null || focused === document.activeElement || !focused.isConnected) return;
    if (focused instanceof SVGElement) focused.focus({ preventScroll: true });
  }

  private siblings(parent: Element, before: Part[], shapes: readonly Shape[]): Part[] {
    let same = 0;
    for (; same < shapes.length; same++) {
      const [part, shape] = [before[same], shapes[same]];
      if (part === undefined || shape === undefined || !isOf(part, same, shape)) break;
      this.change(part, shape);
    }
    if (same === before.length && same === shapes.length) return before;
    return this.rearranged(parent, before, shapes, same);
  }

  /** @param same so many at the beginning are the same shapes in the same order, and drawn already */
  private rearranged(
    parent: Element,
    before: readonly Part[],
    shapes: readonly Shape[],
    same: number,
  ): Part[] {
    const stood = stoodBefore(before, shapes, same);
    const spare = this.spareOf(before, stood, same);
    takeSpare(spare, before, shapes, stood, same);
    for (const place of spare) before[place]?.element.remove();
    const after = before.slice(0, same);
    for (let i = same; i < shapes.length; i++) {
      const shape = shapes[i] as Shape;
      const part = before[stood[i] ?? NOWHERE];
      if (part !== undefined) this.change(part, shape);
      after.push(part ?? this.made(parent.ownerDocument, shape));
    }
    inOrder(parent, after, stood, same);
    return after;
  }

  /** Places of what goes and leaves its element; what leaves nothing goes at once. */
  private spareOf(before: readonly Part[], stood: readonly number[], same: number): Set<number> {
    const stay = new Set(stood);
    const spare = new Set<number>();
    for (let i = same; i < before.length; i++) {
      const part = before[i];
      if (part === undefined || stay.has(i)) continue;
      if (part.shape.fleeting === true && part.element !== this.focused) spare.add(i);
      else part.element.remove();
    }
    return spare;
  }

  private change(part: Part, shape: Shape): void {
    if (shape === part.shape) return;
    const before = { shape: part.shape, said: part.said };
    const said = saidOf(shape);
    part.shape = shape;
    part.said = said;
    writeShape(part.element, shape, said, before);
    if (said.title !== before.said.title) writeTitle(part);
    if (shape.type === 'group')
      part.children = this.siblings(part.element, part.children, shape.children);
    if (shape.type === 'text' && before.shape.type === 'text' && shape.text !== before.shape.text) {
      if (part.text !== null) part.text.nodeValue = shape.text;
    }
  }

  private made(document: Document, shape: Shape): Part {
    const element = document.createElementNS(SVG, TAGS[shape.type]);
    const text = shape.type === 'text' ? document.createTextNode(shape.text) : null;
    const part: Part = { shape, said: saidOf(shape), element, title: null, text, children: [] };
    writeShape(element, shape, part.said, null);
    if (part.said.title !== undefined) writeTitle(part);
    if (text !== null) element.append(text);
    if (shape.type === 'group') {
      part.children = shape.children.map((child) => this.made(document, child));
      element.append(...part.children.map((child) => child.element));
    }
    return part;
  }
}

const isOf = ({ shape: before }: Part, place: number, shape: Shape): boolean =>
  before.type === shape.type && keyOf(before, place) === keyOf(shape, place);

function writeTitle(part: Part): void {
  const { element, said } = part;
  if (said.title === undefined) {
    part.title?.remove();
    part.title = null;
    return;
  }
  if (part.title === null) {
    part.title = element.ownerDocument.createElementNS(SVG, 'title');
    element.prepend(part.title);
  }
  part.title.textContent = said.title;
}

/** Where each shape stood among its siblings before. @param same so many stand where they stood */
function stoodBefore(before: readonly Part[], shapes: readonly Shape[], same: number): number[] {
  const places = new Map<string | number, number>();
  for (let i = same; i < before.length; i++) places.set(keyOf((before[i] as Part).shape, i), i);
  return shapes.map((shape, i) => {
    if (i < same) return i;
    const key = keyOf(shape, i);
    const place = places.get(key) ?? NOWHERE;
    if (before[place]?.shape.type !== shape.type) return NOWHERE;
    places.delete(key);
    return place;
  });
}

/**
 * Gives what is new and fleeting the elements that are left over; those that lie between its neighbours
 * first, since they need not be moved.
 * @param stood where each stood, which is written to
 */
function takeSpare(
  spare: Set<number>,
  before: readonly Part[],
  shapes: readonly Shape[],
  stood: number[],
  same: number,
): void {
  let last = same - 1;
  for (let i = same; i < shapes.length && spare.size > 0; i++) {
    const known = stood[i] ?? NOWHERE;
    if (known === NOWHERE) {
      const shape = shapes[i] as Shape;
      if (shape.fleeting !== true) continue;
      let taken = NOWHERE;
      for (const place of spare) {
        if (before[place]?.shape.type !== shape.type) continue;
        if (taken === NOWHERE || place > last) taken = place;
        if (place > last) break;
      }
      if (taken === NOWHERE) continue;
      spare.delete(taken);
      stood[i] = taken;
    }
    last = Math.max(last, stood[i] ?? NOWHERE);
  }
}

/**
 * Puts elements in the order of their shapes. Those that stood in this order already stay where they are.
 * @param stood where each stood before
 */
function inOrder(
  parent: Element,
  parts: readonly Part[],
  stood: readonly number[],
  same: number,
): void {
  let last = same - 1;
  const stays = parts.map((_, i) => {
    if (i < same) return true;
    const place = stood[i] ?? NOWHERE;
    if (place <= last) return false;
    last = place;
    return true;
  });
  let next: Element | null = null;
  for (let i = parts.length - 1; i >= same; i--) {
    const { element } = parts[i] as Part;
    if (stays[i] !== true) parent.insertBefore(element, next);
    next = element;
  }
}
