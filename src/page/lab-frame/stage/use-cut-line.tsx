import { useRef, useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { crossedLinks } from '../../../stage/cut-line.ts';
import type { Point } from '../../../stage/geometry.ts';
import type { Layout } from '../../../stage/layout.ts';
import type { Frame } from '../../../view/frame.ts';
import { actionAt } from '../../draw/press.ts';
import { intervene } from '../../sim/actions.ts';
import { keepLine } from './drawn-line.ts';
import { LineDrawn, pointIn } from './line-drawn.tsx';
import { useEscape } from './use-escape.ts';

/** A pointer that moves no further, px, has pressed and not drawn. */
const SLACK = 6;
/** Points of a line are so far apart, drawing units. */
const APART = 4;

/**
 * A line drawn on the stage beside its things cuts the links that it crosses. Gives the handlers of the
 * drawing's root, what is drawn of the line, and what is said of it. By keyboard: the dialogs
 * of links and partitions, and the menu of a process.
 */
export const useCutLine = (
  frame: Frame,
  layout: Layout,
): {
  handlers: {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => void;
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
  };
  drawn: ReactNode;
  told: string;
} => {
  const t = useTranslations('lab.inPlace');
  const began = useRef<{ point: Point; x: number; y: number } | null>(null);
  const [line, setLine] = useState<readonly Point[]>([]);
  const drawing = line.length > 1;
  const crossed = drawing ? crossedLinks(line, frame, layout) : [];
  const shown = crossed.filter(({ seen }) => seen);
  const cancel = (): void => {
    began.current = null;
    setLine([]);
  };

  useEscape(drawing, cancel);

  const handlers = {
    onPointerDown: (event: PointerEvent<SVGSVGElement>): void => {
      // A link is wide to be pressed; whoever draws begins between the links, or on one.
      const action = actionAt(event.target);
      const onThing = action !== null && !('link' in action);
      if (event.button !== 0 || !event.isPrimary || onThing) return;
      began.current = {
        point: pointIn(event.currentTarget, event),
        x: event.clientX,
        y: event.clientY,
      };
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>): void => {
      const from = began.current;
      if (from === null || !event.isPrimary) return;
      if (!drawing && Math.hypot(event.clientX - from.x, event.clientY - from.y) < SLACK) return;
      if (!drawing) event.currentTarget.setPointerCapture(event.pointerId);
      const next = pointIn(event.currentTarget, event);
      setLine((known) => {
        const points = known.length === 0 ? [from.point] : known;
        const last = points.at(-1) ?? from.point;
        return Math.hypot(next.x - last.x, next.y - last.y) < APART ? known : [...points, next];
      });
    },
    onPointerUp: (): void => {
      if (crossed.length > 0) {
        const links = crossed.map(({ a, b }) => ({ a, b }));
        keepLine(line, layout);
        void intervene({ kind: 'cut-links', links });
      }
      cancel();
    },
    onPointerCancel: cancel,
  };
  const drawn = drawing ? <LineDrawn points={line} crossed={shown} /> : null;
  return { handlers, drawn, told: drawing ? t('cutLine', { count: shown.length }) : '' };
};
