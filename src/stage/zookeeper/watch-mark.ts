import { path } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import { eye } from '../znode/glyphs.ts';
import type { Watched } from '../znode/glyphs.ts';

const SIZE = 24;

/** An open eye waits; one that has fired is an outline of dots. */
export const watchMark = (watched: Watched | 'spent'): Drawing => ({
  shapes: [watched === 'spent' ? spent() : eye(SIZE / 2, SIZE / 2, watched)],
  width: SIZE,
  height: SIZE,
});

const spent = (): Shape =>
  path('M4.5 12Q12 4 19.5 12Q12 20 4.5 12Z', {
    style: {
      fill: 'none',
      stroke: 'var(--ink-2)',
      strokeWidth: 1.4,
      strokeDasharray: '1.5 3',
      strokeLinecap: 'round',
    },
  });
