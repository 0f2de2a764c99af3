// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { drawings } from '../../stage/drawings.ts';
import { circle, group, path, rect, text } from '../../stage/shape.ts';
import type { Shape } from '../../stage/shape.ts';
import { svgText } from '../../stage/svg-text.ts';
import { Drawn } from './drawn.ts';

const SVG = 'http://www.w3.org/2000/svg';

const root = (): SVGGElement => {
  const svg = document.body.appendChild(document.createElementNS(SVG, 'svg'));
  return svg.appendChild(document.createElementNS(SVG, 'g'));
};

beforeEach(() => document.body.replaceChildren());

const styles = (style: string): string =>
  style
    .split(';')
    .map((one) => one.replaceAll(' ', ''))
    .filter((one) => one !== '')
    .toSorted()
    .join(';');

/** Tag, attributes in the order of their names, and what is in it. */
const told = (element: Element, only: (name: string) => boolean = () => true): unknown => [
  element.localName,
  [...element.attributes]
    .filter(({ name, value }) => only(name) && (name !== 'style' || value !== ''))
    .map(({ name, value }) => `${name}=${name === 'style' ? styles(value) : value}`)
    .toSorted(),
  [...element.childNodes]
    .filter((node) => node instanceof Element || node.nodeValue !== '')
    .map((node) => (node instanceof Element ? told(node, only) : node.nodeValue)),
];

const fresh = (shapes: readonly Shape[]): Element => {
  const place = root();
  new Drawn().draw(place, shapes);
  return place;
};

/** Numbers from 0 to 1, the same ones each time. */
const random = (seed: number) => () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};

const all = drawings.map(({ name, draw }) => [name, draw().shapes] as const);

describe.each(all)('%s', (_, shapes) => {
  it('is drawn as it is written to a file', () => {
    const file = new DOMParser().parseFromString(
      svgText(shapes, { width: 1, height: 1 }, ''),
      'image/svg+xml',
    ).documentElement;
    const [, , ...written] = [...file.children];
    const form = /^(?:d|[cxy]|[crxy][12xy]?|width|height|class|role|text-anchor)$/u;
    const named = (name: string): boolean => form.test(name);
    const untitled = (element: Element): Element => {
      for (const title of element.querySelectorAll('title')) title.remove();
      return element;
    };
    const drawn = [...untitled(fresh(shapes)).children].map((one) => told(one, named));
    expect(drawn).toEqual(written.map((one) => told(untitled(one), named)));
  });
});

it('is the same whatever was drawn before', () => {
  const place = root();
  const drawn = new Drawn();
  const chance = random(7);
  /** Some of them, some in another place, some with another's form under their own key. */
  const changed = (shapes: readonly Shape[]): Shape[] => {
    const some = shapes
      .filter(() => chance() < 0.8)
      .map((shape): Shape =>
        shape.type === 'group' && chance() < 0.5
          ? { ...shape, children: changed(shape.children) }
          : shape,
      );
    return chance() < 0.3 ? some.toSorted(() => chance() - 0.5) : some;
  };
  // Every fifth: they are of all kinds, and each is drawn several times.
  for (const [name, shapes] of all.filter((_, i) => i % 5 === 0)) {
    for (const next of [shapes, changed(shapes), changed(shapes)]) {
      drawn.draw(place, next);
      expect([name, told(place)]).toEqual([name, told(fresh(next))]);
    }
  }
});

const message = (id: number, more: Partial<Shape> = {}): Shape =>
  group([path(`M0 0H${id}`), text(0, 0, String(id))], {
    key: `message-${id}`,
    role: 'button',
    label: `message ${id}`,
    action: { message: id },
    fleeting: true,
    ...(more as object),
  });

const keys = (place: Element): (string | null)[] =>
  [...place.children].map((one) => one.getAttribute('data-key'));

describe('an element', () => {
  it('stays that of its shape wherever that goes', () => {
    const place = root();
    const drawn = new Drawn();
    const [a, b, c] = ['a', 'b', 'c'].map((key) => rect(0, 0, 1, 1, { key }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three of them');
    drawn.draw(place, [a, b, c]);
    const [first, second, third] = place.children;
    drawn.draw(place, [c, circle(0, 0, 3, { key: 'new' }), { ...a, width: 7 }]);
    expect(keys(place)).toEqual(['c', 'new', 'a']);
    expect([place.children[0], place.children[2]]).toEqual([third, first]);
    expect(first?.getAttribute('width')).toBe('7');
    expect(second?.isConnected).toBe(false);
  });

  it('is taken by what comes in its place where nobody can tell', () => {
    const place = root();
    const drawn = new Drawn();
    drawn.draw(place, [message(1), message(2), message(3)]);
    const before = [...place.children];
    drawn.draw(place, [message(2), message(4), message(5), message(6)]);
    expect(keys(place)).toEqual(['message-2', 'message-4', 'message-5', 'message-6']);
    expect(place.children[0]).toBe(before[1]);
    expect(new Set([...place.children].filter((one) => before.includes(one))).size).toBe(3);
    drawn.draw(place, [message(7, { fleeting: false })]);
    expect(before).not.toContain(place.children[0]);
  });

  it('that has the focus is taken by nobody, and keeps it where its place is another', () => {
    const place = root();
    const drawn = new Drawn();
    drawn.draw(place, [message(1), message(2), message(3)]);
    const [first, , third] = place.children as unknown as SVGElement[];
    first?.focus();
    drawn.draw(place, [message(3), message(2), message(1)]);
    expect(document.activeElement).toBe(first);
    expect(keys(place)).toEqual(['message-3', 'message-2', 'message-1']);
    drawn.draw(place, [message(2), message(3), message(4)]);
    expect(first?.isConnected).toBe(false);
    expect(third?.isConnected).toBe(true);
  });
});

it('gives what is named by more than it draws a title, and takes it away again', () => {
  const place = root();
  const drawn = new Drawn();
  const button = (drawnWord: string): Shape =>
    group([text(0, 0, drawnWord)], {
      key: 's',
      role: 'button',
      label: 'Server 1',
      action: { select: 1 },
    });
  drawn.draw(place, [button('1')]);
  const [element] = place.children;
  expect(element?.getAttribute('aria-label')).toBe('Server 1');
  drawn.draw(place, [button('S1 LOOKING')]);
  expect(element?.getAttribute('aria-label')).toBeNull();
  expect(element?.querySelector('title')?.textContent).toBe('Server 1');
  expect(element?.getAttribute('data-action')).toBe('{"select":1}');
  drawn.draw(place, [button('Server')]);
  expect(element?.querySelector('title')).toBeNull();
  expect(element?.textContent).toBe('Server');
});
