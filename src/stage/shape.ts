import type { Condition } from '../view/condition.ts';
import type { Pid } from '../view/time.ts';

/**
 * The vocabulary of every drawing: plain data that the page turns into SVG elements, tests turn
 * into an outline, and the export turns into a file. Nothing here touches a document.
 */

/** What a shape stands for when it is pressed; the page turns it into handlers. */
export type Action =
  | { readonly select: Pid }
  | { readonly link: readonly [Pid, Pid] }
  | { readonly message: number }
  /** A position of the run: steps taken since its beginning. */
  | { readonly position: number }
  /** Runs on until this holds. */
  | { readonly until: Condition }
  /** One step of the run. */
  | { readonly step: number }
  /** A server's place in one of two sets that are compared. */
  | { readonly member: Pid; readonly of: 'a' | 'b' }
  /** An ensemble of so many servers. */
  | { readonly servers: number }
  /** One of what a figure offers, by a name of the figure's own. */
  | { readonly choice: string };

/** Style properties by their camel-case names; numbers are in drawing units. */
export interface Style {
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number | string;
  readonly strokeDasharray?: string;
  readonly strokeLinecap?: 'butt' | 'round';
  readonly strokeLinejoin?: 'miter' | 'round';
  readonly opacity?: number;
  /** In drawing units; never below 12 for anything that is read. */
  readonly fontSize?: number;
  readonly fontWeight?: number;
}

interface Common {
  /** Unique among its siblings and stable over time, e.g. `server-3`, `message-17`. */
  readonly key?: string;
  readonly className?: string;
  readonly style?: Style;
  /** Accessible name. */
  readonly label?: string;
  readonly role?: 'button' | 'img' | 'group' | 'list' | 'listitem' | 'presentation';
  readonly action?: Action;
  /** Pressed, lit or chosen: the page says so to assistive technology. */
  readonly selected?: boolean;
  /** One of many buttons among which the arrows lead: whether the Tab key leads to this one. */
  readonly tabStop?: boolean;
  /** Shown as a tooltip. */
  readonly title?: string;
  /** SVG transform, e.g. `translate(10 20)`. */
  readonly transform?: string;
  /** Drawn elsewhere, with the same key, it slides there; its transform is a translation alone. */
  readonly glides?: boolean;
  /**
   * A frame's events bring and take away many of its kind; that one of them takes another's place is not
   * seen, since nothing about it slides or fades.
   */
  readonly fleeting?: boolean;
}

export interface Group extends Common {
  readonly type: 'group';
  readonly children: readonly Shape[];
}
export interface Path extends Common {
  readonly type: 'path';
  readonly d: string;
}
export interface Circle extends Common {
  readonly type: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}
export interface Rect extends Common {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rx?: number;
}
export interface Line extends Common {
  readonly type: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
export interface Text extends Common {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export type Shape = Group | Path | Circle | Rect | Line | Text;

/** `0 0 width height` of a drawing. */
export interface ViewBox {
  readonly width: number;
  readonly height: number;
}

/** Whether two values of shapes say the same; they are plain data and of little depth. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!isSame(a[i], b[i])) return false;
    return true;
  }
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  let count = 0;
  for (const key in one) {
    if (!isSame(one[key], other[key])) return false;
    count++;
  }
  for (const _ in other) count--;
  return count === 0;
};

/** What time alone changes of a shape that is drawn: the page writes it without drawing again. */
export interface Move {
  readonly key: string;
  readonly transform?: string;
  /** Of a text. */
  readonly text?: string;
  /** Of a path. */
  readonly d?: string;
  readonly hidden?: boolean;
}

/** Shapes with the room they take. */
export interface Drawing extends ViewBox {
  readonly shapes: readonly Shape[];
}

type Props = Omit<Common, 'type'>;

export const group = (children: readonly Shape[], props: Props = {}): Group => ({
  type: 'group',
  children,
  ...props,
});

export const path = (d: string, props: Props = {}): Path => ({ type: 'path', d, ...props });

export const circle = (cx: number, cy: number, r: number, props: Props = {}): Circle => ({
  type: 'circle',
  cx,
  cy,
  r,
  ...props,
});

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  props: Props & { readonly rx?: number } = {},
): Rect => ({ type: 'rect', x, y, width, height, ...props });

export const text = (
  x: number,
  y: number,
  content: string,
  props: Props & { readonly anchor?: 'start' | 'middle' | 'end' } = {},
): Text => ({ type: 'text', x, y, text: content, ...props });

/** A coordinate with at most one decimal: short, and the same on every machine. */
export const round = (value: number): number => Math.round(value * 10) / 10 || 0;

export const at = (x: number, y: number): string => `translate(${round(x)} ${round(y)})`;
