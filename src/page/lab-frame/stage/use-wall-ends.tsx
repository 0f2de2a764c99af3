import { useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { changeTo, endOf, partedBy, wallsOf, withEndAt } from '../../../stage/drawn-wall.ts';
import type { WallEnd } from '../../../stage/drawn-wall.ts';
import type { Point } from '../../../stage/geometry.ts';
import type { Layout } from '../../../stage/layout.ts';
import { smoothed } from '../../../stage/segments.ts';
import { round } from '../../../stage/shape.ts';
import type { Frame } from '../../../view/frame.ts';
import { useCannotAct } from '../../panels/cannot-act.ts';
import { intervene } from '../../sim/actions.ts';
import { keepLine } from './drawn-line.ts';
import { LineDrawn, pointIn } from './line-drawn.tsx';
import { useEscape } from './use-escape.ts';
import './wall-ends.css';

const ENDS: readonly WallEnd[] = ['first', 'last'];
/** A key moves an end so far, drawing units; with Shift so many times as far. */
const KEY = 10;
const FAR = 5;
/** An end stays so far inside of the stage, drawing units. */
const EDGE = 10;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** An end that is held, and the wall as it stood when it was taken. */
interface Held {
  readonly end: WallEnd;
  readonly wall: readonly Point[];
  readonly to: Point;
}

/** How an end is called: by where it lies as seen from the other. */
const sideOf = (at: Point, other: Point): 'upper' | 'lower' | 'left' | 'right' =>
  Math.abs(at.y - other.y) >= Math.abs(at.x - other.x)
    ? at.y < other.y
      ? 'upper'
      : 'lower'
    : at.x < other.x
      ? 'left'
      : 'right';

/**
 * The two ends of a wall, to be dragged by a pointer or moved by the arrow keys: what the wall then
 * parts is cut, and what it no longer parts is mended, when it is let go or by Enter. Gives what is
 * drawn of it, and what is said.
 */
export const useWallEnds = (
  frame: Frame,
  layout: Layout,
  drawn: readonly Point[] | undefined,
): { drawn: ReactNode; told: string } => {
  const t = useTranslations('lab.inPlace');
  const cannot = useCannotAct();
  const [held, setHeld] = useState<Held | null>(null);
  const cancel = (): void => setHeld(null);
  useEscape(held !== null, cancel);
  const wall = held?.wall ?? wallsOf(frame, layout, drawn).held;
  if (wall === null || cannot !== null) return { drawn: null, told: '' };

  const line = held === null ? wall : withEndAt(wall, held.end, held.to);
  const hold = (end: WallEnd, to: Point): void => {
    const within = (value: number, most: number): number =>
      Math.max(EDGE, Math.min(value, most - EDGE));
    setHeld({
      end,
      wall,
      to: { x: within(to.x, layout.width), y: within(to.y, layout.height) },
    });
  };
  const letGo = async (): Promise<void> => {
    if (held === null) return;
    const { cut, mend } = changeTo(line, frame, layout);
    keepLine(line, layout);
    // First what is added, so that at no moment less is cut than before or after.
    if (cut.length > 0) await intervene({ kind: 'cut-links', links: cut });
    const goesOn = cut.length > 0;
    if (mend.length > 0)
      await intervene({ kind: 'mend-links', links: mend }, undefined, { goesOn });
    // Until then the ends stand where they were put, and keep the focus.
    cancel();
  };
  const onKeyDown = (event: KeyboardEvent, end: WallEnd): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = ARROWS[event.key];
    if (way !== undefined) {
      const by = event.shiftKey ? KEY * FAR : KEY;
      const at = endOf(line, end);
      hold(end, { x: at.x + way.x * by, y: at.y + way.y * by });
    } else if (held !== null && (event.key === 'Enter' || event.key === ' ')) void letGo();
    else return;
    // The arrows and Space are the page's elsewhere.
    event.preventDefault();
    event.stopPropagation();
  };
  const pointer = (end: WallEnd) => ({
    onPointerDown: (event: PointerEvent<SVGGElement>): void => {
      if (event.button !== 0 || !event.isPrimary) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<SVGGElement>): void => {
      if (event.currentTarget.hasPointerCapture(event.pointerId))
        hold(end, pointIn(event.currentTarget, event));
    },
    onPointerUp: (): void => void letGo(),
    onPointerCancel: cancel,
  });
  const shown = partedBy(line, frame, layout).filter(({ seen }) => seen);
  const change = held === null ? null : changeTo(line, frame, layout);
  const ends = ENDS.map((end) => {
    const at = endOf(line, end);
    const side = sideOf(at, endOf(line, end === 'first' ? 'last' : 'first'));
    return (
      // Beside the drawing's own shapes: an SVG has no button of its own.
      <g
        key={end}
        className="wall-hold"
        role="button"
        tabIndex={0}
        aria-label={t(`wallEnd.${side}`)}
        transform={`translate(${round(at.x)} ${round(at.y)})`}
        onKeyDown={(event) => onKeyDown(event, end)}
        onBlur={cancel}
        {...pointer(end)}
      >
        <title>{t('wallEnd.how')}</title>
        {/* As wide as a finger needs, however large the drawing is. */}
        <path className="wall-hold-hit" d="M0 0h.01" />
        <circle className="wall-hold-mark" r={14} />
      </g>
    );
  });
  return {
    drawn: (
      <>
        {held !== null && <LineDrawn points={smoothed(line)} crossed={shown} />}
        {ends}
      </>
    ),
    told:
      change === null ? '' : t('wallMoves', { cut: change.cut.length, mend: change.mend.length }),
  };
};
