import type { Move } from '../../stage/shape.ts';

/** What of an element time changes, as it stands there; missing: it was not looked at since it was drawn. */
interface Known {
  readonly element: Element;
  transform?: string | null;
  d?: string | null;
  hidden?: boolean;
}

/**
 * The elements of a drawing by the keys of their shapes, for what is written to them in each animation
 * frame: they are looked for once after the drawing has changed, and what they have already is not
 * written again, since the browser would lay it out anew.
 */
export class Elements {
  private known: Map<string, Known> | null = null;
  private root: Element | null = null;

  /** The drawing has changed: other elements may be there, with other attributes. */
  drawn(): void {
    this.known = null;
  }

  move(root: Element, { key, transform, text, d, hidden }: Move): void {
    const known = this.of(root).get(key);
    if (known === undefined) return;
    const { element } = known;
    if (transform !== undefined) {
      const there = (known.transform ??= element.getAttribute('transform'));
      if (transform !== there) element.setAttribute('transform', transform);
      known.transform = transform;
    }
    if (d !== undefined) {
      const there = (known.d ??= element.getAttribute('d'));
      if (d !== there) element.setAttribute('d', d);
      known.d = d;
    }
    if (hidden !== undefined) {
      const there = (known.hidden ??= element.hasAttribute('visibility'));
      if (hidden && !there) element.setAttribute('visibility', 'hidden');
      if (!hidden && there) element.removeAttribute('visibility');
      known.hidden = hidden;
    }
    // The text node stays the one that the drawing knows.
    const node = element.lastChild;
    if (text !== undefined && node !== null && node.nodeValue !== text) node.nodeValue = text;
  }

  private of(root: Element): Map<string, Known> {
    if (this.known !== null && this.root === root) return this.known;
    const known = new Map<string, Known>();
    for (const element of root.querySelectorAll('[data-key]')) {
      const key = element.getAttribute('data-key') ?? '';
      // Keys are unique among siblings; of two elsewhere the first is meant.
      if (!known.has(key)) known.set(key, { element });
    }
    this.known = known;
    this.root = root;
    return known;
  }
}
