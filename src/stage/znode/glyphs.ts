import type { NodeKind } from '../../view/written-node.ts';
import type { Shape } from '../shape.ts';
import { circle, group, path, rect, round } from '../shape.ts';

/** Half the width of a node's glyph, without the second edge of a numbered one. */
export const GLYPH = 6.4;

const HOLLOW = 'zn nf';

/**
 * A node around 0 0: square stays, round goes with its session, a second edge means numbered; a core
 * for a container, the hands of a clock for a time to live.
 */
export const nodeGlyph = (kind: NodeKind, sequential: boolean): readonly Shape[] => {
  if (kind === 'ephemeral') {
    const behind = path('M-2 -8.6A6.4 6.4 0 0 1 9 1.4', { className: `${HOLLOW} eph2` });
    return [...(sequential ? [behind] : []), circle(0, 0, GLYPH, { className: 'zn eph' })];
  }
  return [
    ...(sequential ? [path('M-3 -9H9V3', { className: HOLLOW })] : []),
    rect(-6, -6, 12, 12, { className: 'zn' }),
    ...(kind === 'container' ? [rect(-2.5, -2.5, 5, 5, { style: { fill: 'var(--ink)' } })] : []),
    ...(kind === 'ttl' ? [path('M0 -3.5V0.5H3', { className: HOLLOW })] : []),
  ];
};

/** Whether what is below a node is shown; around 0 0. */
export const foldMark = (open: boolean): Shape =>
  path(open ? 'M-4 -2L0 2.5L4 -2' : 'M-2 -4L2.5 0L-2 4', { className: 'fold' });

/** What a watch waits for. */
export type Watched = 'data' | 'child' | 'persistent' | 'recursive';

/**
 * A watch as an open eye around 0 0. Below it: a fork for a watch on children, a floor for one that
 * stays after it has fired, both for one on everything below.
 */
export const eye = (x: number, y: number, watched: Watched): Shape => {
  const lift = watched === 'data' ? 0 : -3;
  return group(
    [
      path(`M-8 ${lift}Q0 ${lift - 8.5} 8 ${lift}Q0 ${lift + 8.5} -8 ${lift}Z`, {
        className: 'lid',
      }),
      circle(0, lift, 2.6, { style: { fill: 'var(--ink)' } }),
      ...(watched === 'child' || watched === 'recursive'
        ? [path('M0 2.5V5M-5 8.5V5H5V8.5', { className: 'lid' })]
        : []),
      ...(watched === 'persistent' ? [path('M-6 5H6', { className: 'lid' })] : []),
      ...(watched === 'recursive' ? [path('M-8 10.5H8', { className: 'lid' })] : []),
    ],
    { className: 'eye', transform: `translate(${round(x)} ${round(y)}) scale(0.95)` },
  );
};
