import { scaleLinear } from 'd3';
import type { Capacity } from '../../view/capacity.ts';
import { MOST_VOTERS, VOTERS_WITH_OBSERVERS } from '../../view/capacity.ts';
import { at, circle, group, path, round, text } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import type { SayCapacity } from './capacity-words.ts';

type Measure = 'reads' | 'writes' | 'packets';

const MEASURES: readonly Measure[] = ['reads', 'writes', 'packets'];

/** Narrower than this, the plots stand one below the other. */
const ABREAST = 560;
const PLOT = { height: 132, left: 44, top: 26, bottom: 22, gap: 20 };

/** Reads and writes a second and packets for each write, by the number of servers: voters filled, with observers hollow. */
export function capacityPlots(
  measured: readonly Capacity[],
  { say, width }: { readonly say: SayCapacity; readonly width: number },
): Drawing {
  const abreast = width >= ABREAST;
  const each = abreast ? (width - 2 * PLOT.gap) / MEASURES.length : width;
  const shapes = MEASURES.map((what, index) =>
    group(plot(measured, what, say, each), {
      key: what,
      transform: abreast ? at(round(index * (each + PLOT.gap)), 0) : at(0, index * PLOT.height),
    }),
  );
  return { shapes, width, height: PLOT.height * (abreast ? 1 : MEASURES.length) };
}

function plot(
  measured: readonly Capacity[],
  what: Measure,
  say: SayCapacity,
  width: number,
): readonly Shape[] {
  const most = Math.max(1, ...measured.map((one) => one[what]));
  const bottom = PLOT.height - PLOT.bottom;
  const x = scaleLinear([1, MOST_VOTERS], [PLOT.left + 6, width - 8]);
  const y = scaleLinear([0, most], [bottom, PLOT.top]).nice(3);
  const voters = measured.filter(({ observers }) => observers === 0);
  const observed = [
    ...voters.filter((one) => one.voters === VOTERS_WITH_OBSERVERS),
    ...measured.filter(({ observers }) => observers > 0),
  ];
  const place = (one: Capacity): readonly [number, number] => [
    round(x(one.voters + one.observers)),
    round(y(one[what])),
  ];
  const line = (points: readonly Capacity[], dashed: boolean): Shape =>
    path(points.map((one, i) => `${i === 0 ? 'M' : 'L'}${place(one).join(' ')}`).join(''), {
      style: {
        fill: 'none',
        stroke: 'var(--ink-2)',
        strokeWidth: 1.5,
        ...(dashed ? { strokeDasharray: '4 3' } : {}),
      },
    });
  const dot = (one: Capacity): Shape => {
    const [px, py] = place(one);
    const hollow = one.observers > 0;
    return circle(px, py, 4, {
      key: `${one.voters}+${one.observers}`,
      role: 'img',
      label: pointLabel(one, what, say),
      style: {
        fill: hollow ? 'var(--paper)' : 'var(--ink)',
        stroke: 'var(--ink)',
        strokeWidth: 1.5,
      },
    });
  };
  return [
    text(0, 12, say(what), { className: 's b' }),
    ...y
      .ticks(3)
      .map((value) =>
        group(
          [
            path(`M${PLOT.left} 0H${round(width)}`, { className: 'hair' }),
            text(PLOT.left - 6, 4, say('count', { value }), { anchor: 'end', className: 'xs i2' }),
          ],
          { key: `tick-${value}`, transform: at(0, round(y(value))) },
        ),
      ),
    ...[1, 3, 5, 7, 9].map((servers) =>
      text(round(x(servers)), PLOT.height - 6, String(servers), {
        anchor: 'middle',
        className: 'xs i2',
      }),
    ),
    line(voters, false),
    line(observed, true),
    ...voters.map(dot),
    ...observed.filter(({ observers }) => observers > 0).map(dot),
  ];
}

const pointLabel = (
  { voters, observers, ...one }: Capacity,
  what: Measure,
  say: SayCapacity,
): string => {
  const values = { voters, value: say('count', { value: one[what] }), what: say(what) };
  return observers === 0 ? say('point', values) : say('pointWith', { ...values, observers });
};
