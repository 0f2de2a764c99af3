import type { Move } from '../../stage/shape.ts';

/** What of an element time changes; missing: it was not written since React drew it. */
interface Known {
  readonly element: Element;
  transform?: string;
  d?: string;
  hidden?: boolean;
}

/**
 * The elements of a drawing by the keys of their shapes, for what is written to them in each animation
 * frame: they are looked for once after React has drawn, and what they have already is not written
 * again, since the browser would lay it out anew.
 */
export class Elements {
  private known: Map<string, Known> | null = null;
  private root: Element | null = null;

  /** React has drawn: other elements may be there, with other attributes. */
  drawn(): void {
    this.known = null;
  }

  move(root: Element, { key, transform, text, d, hidden }: Move): void {
    const known = this.of(root).get(key);
    if (known === undefined) return;
    const { element } = known;
    if (transform !== undefined && transform !== known.transform) {
      known.transform = transform;
      element.setAttribute('transform', transform);
    }
    if (d !== undefined && d !== known.d) {
      known.d = d;
      element.setAttribute('d', d);
    }
    if (hidden !== undefined && hidden !== known.hidden) {
      known.hidden = hidden;
      if (hidden) element.setAttribute('visibility', 'hidden');
      else element.removeAttribute('visibility');
    }
    // The text node stays the one that React knows.
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
