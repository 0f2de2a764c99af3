import type { Mark } from '../../view/frame.ts';
import { circle, path, round } from '../shape.ts';
import type { Drawing } from '../shape.ts';
import { timelineAxis } from './timeline-axis.ts';
import { barOf, timelineSigns } from './timeline-signs.ts';
import type { SignsOptions, TimelineSigns } from './timeline-signs.ts';

export interface TimelineOptions extends SignsOptions {
  /** Touch screens need a larger handle. */
  readonly handle?: number;
}

/** A timeline whose signs are drawn already: the bar, played so far, with the playhead on it. */
export const timelineOver = (
  { signs, labels }: TimelineSigns,
  options: Pick<
    TimelineOptions,
    'width' | 'height' | 'position' | 'length' | 'veiled' | 'handle'
  > & { readonly axis: NonNullable<TimelineOptions['axis']> },
): Drawing => {
  const { width, height = 44, position, veiled, axis } = options;
  const length = Math.max(options.length, position);
  const now = round(axis.x(position));
  const end = round(axis.x(length));
  const bar = barOf(height);
  const shapes = [
    path(`M0 ${bar}H${now}`, { key: 'past', style: { stroke: 'var(--ink)', strokeWidth: 3 } }),
    ...(end > now && veiled !== true
      ? [
          path(`M${now} ${bar}H${end}`, {
            key: 'known',
            style: { stroke: 'var(--line)', strokeWidth: 3 },
          }),
        ]
      : []),
    path(`M${veiled === true ? now : end} ${bar}H${width}`, {
      key: 'future',
      style: { stroke: 'var(--rule)', strokeWidth: 3 },
    }),
    signs,
    circle(now, bar, options.handle ?? 7, {
      key: 'playhead',
      className: 'playhead',
      style: { fill: 'var(--ink)' },
    }),
    ...(labels === null ? [] : [labels]),
  ];
  return { shapes, width, height };
};

/** The run by its positions, with its marks. */
export const timeline = (marks: readonly Mark[], options: TimelineOptions): Drawing => {
  const { width, position } = options;
  const length = Math.max(options.length, position);
  const axis = options.axis ?? timelineAxis(marks, { width, length });
  return timelineOver(timelineSigns(marks, { ...options, axis }), { ...options, axis });
};
