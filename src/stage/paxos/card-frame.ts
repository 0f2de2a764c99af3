import type { ProcessView } from '../../view/frame.ts';
import type { Box } from '../geometry.ts';
import { path, rect, round } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { isDown } from '../states.ts';
import { HEAD } from './plan.ts';

/** The card itself: a hairline; crossed corners when it is down, hatched when it is paused. */
export function frameShapes(process: ProcessView, { width, height }: Box): Shape[] {
  const down = isDown(process);
  const edge = rect(0, 0, width, height, {
    rx: 4,
    style: {
      fill: 'var(--paper)',
      stroke: down ? 'var(--crashed)' : 'var(--ink-3)',
      strokeWidth: down ? 1.5 : 1.2,
      ...(down ? { strokeDasharray: '5 4' } : {}),
    },
  });
  if (process.liveness === 'paused') {
    return [
      edge,
      rect(0, 0, width, Math.min(height, HEAD), { rx: 4, style: { fill: 'url(#hatch)' } }),
    ];
  }
  if (process.liveness !== 'crashed') return [edge];
  const d = Math.min(12, height / 3);
  const w = round(width);
  const h = round(height);
  return [
    edge,
    path(`M0 0l${d} ${d}M${w} 0l${-d} ${d}M0 ${h}l${d} ${-d}M${w} ${h}l${-d} ${-d}`, {
      className: 'crossed',
      style: { fill: 'none', stroke: 'var(--crashed)', strokeWidth: 2 },
    }),
  ];
}

/** Selection: crop marks, as everywhere. */
export function cropBox({ width, height }: Box): Shape {
  const o = 7;
  const l = 12;
  const w = round(width + o);
  const h = round(height + o);
  return path(
    `M${-o} ${l - o}V${-o}H${l - o}M${w - l} ${-o}H${w}V${l - o}M${w} ${h - l}V${h}H${w - l}M${l - o} ${h}H${-o}V${h - l}`,
    { className: 'selring' },
  );
}

export function changeMark({ width, height }: Box, still: boolean): Shape {
  return still
    ? rect(-5, -5, width + 10, height + 10, {
        rx: 6,
        className: 'changed',
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '2 3' },
      })
    : rect(-6, -6, width + 12, height + 12, { rx: 6, className: 'glow' });
}

/** A disk, filled when everything is on it. */
export const disk = (x: number, y: number, full: boolean): Shape =>
  path('M0 -3.5C0 -6 11 -6 11 -3.5V3.5C11 6 0 6 0 3.5ZM0 -3.5C0 -1 11 -1 11 -3.5', {
    transform: `translate(${round(x)} ${round(y)})`,
    style: {
      fill: full ? 'var(--faint)' : 'var(--paper)',
      stroke: full ? 'var(--ink-3)' : 'var(--ink)',
      strokeWidth: 1.2,
    },
  });
