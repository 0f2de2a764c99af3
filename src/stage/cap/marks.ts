import type { CapRequestView } from '../../view/cap.ts';
import { HIDDEN } from '../veil.ts';
import { at, circle, group, path, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { CapSaying } from './words.ts';

/** What can become of a request, as it is drawn: five outcomes, two that are none yet, and what a question hides. */
export type MarkKind =
  | 'ok'
  | 'stale'
  | 'timed-out'
  | 'error'
  | 'lost'
  | 'waiting'
  | 'to-come'
  | 'hidden';

/** The five outcomes, in the order of the legend. */
export const OUTCOMES = ['ok', 'stale', 'timed-out', 'error', 'lost'] as const;

type Ended = Pick<CapRequestView, 'outcome' | 'staleness' | 'lost'>;

/** Its mark; of a write that is lost later, only once it is. */
export const markOf = ({ outcome, staleness, lost }: Ended): MarkKind => {
  switch (outcome) {
    case 'ok':
      if (lost !== null) return 'lost';
      return (staleness ?? 0) > 0 ? 'stale' : 'ok';
    case 'planned':
      return 'to-come';
    case 'timeout':
    case 'unknown':
      return 'timed-out';
    case 'error':
    case 'waiting':
      return outcome;
  }
};

/** Class of the word that says it. */
export const MARK_CLASS: Readonly<Record<MarkKind, string>> = {
  ok: 'w-leading',
  stale: 'w-observing',
  'timed-out': 'w-looking',
  error: 'w-crashed',
  lost: 'w-violation',
  waiting: 'w-looking',
  'to-come': 'i3',
  hidden: 'i2',
};

const line = (d: string, stroke: string, strokeWidth: number): Shape =>
  path(d, { style: { fill: 'none', stroke, strokeWidth } });

/** The mark itself, round 0 0: each a shape, a colour, and beside it a word. */
export const markShapes = (kind: MarkKind): readonly Shape[] => {
  switch (kind) {
    case 'ok':
      return [circle(0, 0, 6.5, { style: { fill: 'var(--leading)' } })];
    case 'stale':
      return [
        circle(0, 0, 6.5, {
          style: { fill: 'var(--paper)', stroke: 'var(--observing-text)', strokeWidth: 2 },
        }),
        path('M0 -6.5A6.5 6.5 0 0 0 0 6.5Z', { style: { fill: 'var(--observing-text)' } }),
      ];
    case 'timed-out':
      // A bracket that nothing closes.
      return [line('M4.5 -6.5H-4V6.5H4.5', 'var(--looking)', 2.6)];
    case 'error':
      return [
        path('M-3 -7H3L7 -3V3L3 7H-3L-7 3V-3Z', {
          style: { fill: 'var(--paper)', stroke: 'var(--crashed-text)', strokeWidth: 1.8 },
        }),
        line('M-2.8 -2.8l5.6 5.6m0 -5.6l-5.6 5.6', 'var(--crashed-text)', 1.8),
      ];
    case 'lost':
      return [
        circle(0, 0, 6.5, {
          style: { fill: 'var(--paper)', stroke: 'var(--violation)', strokeWidth: 2 },
        }),
        line('M-8 -1.8H8M-8 1.8H8', 'var(--violation)', 1.7),
      ];
    case 'waiting':
      return [
        path('M-6.5 0H6.5', {
          style: {
            fill: 'none',
            stroke: 'var(--looking)',
            strokeWidth: 2.6,
            strokeDasharray: '3.5 2',
          },
        }),
      ];
    case 'to-come':
      return [
        circle(0, 0, 6, {
          style: {
            fill: 'none',
            stroke: 'var(--ink-3)',
            strokeWidth: 1.2,
            strokeDasharray: '1 3',
            strokeLinecap: 'round',
          },
        }),
      ];
    case 'hidden':
      return [text(0, 5, HIDDEN, { anchor: 'middle', className: 'b', style: { fontSize: 14 } })];
  }
};

/** The mark at a place. */
export const markAt = (kind: MarkKind, x: number, y: number, key?: string): Shape =>
  group(markShapes(kind), {
    className: `outcome ${kind}`,
    transform: at(x, y),
    ...(key === undefined ? {} : { key }),
  });

/** What was asked: `write 3`; with what a read gave back, if it is told: `read 1`. */
export const askedText = (
  { kind, value }: Pick<CapRequestView, 'kind' | 'value'>,
  words: CapSaying,
  hidden = false,
): string => {
  if (kind === 'write') return words.say('answered.write', { value: value ?? '' });
  return value === null || hidden
    ? words.say(`request.${kind}`)
    : words.say(`answered.${kind}`, { value });
};

/** What became of it, in words: `stale by 1`, `error: ConnectionLoss`. */
export const outcomeText = (
  request: Pick<CapRequestView, 'outcome' | 'staleness' | 'lost' | 'error'>,
  words: CapSaying,
): string => {
  const kind = markOf(request);
  switch (kind) {
    case 'stale':
      return words.say('outcome.stale', { count: request.staleness ?? 0 });
    case 'error':
      return request.error === ''
        ? words.say('outcome.error')
        : words.say('refused', { error: request.error });
    case 'timed-out':
      return words.say(request.outcome === 'unknown' ? 'outcome.unknown' : 'outcome.timed-out');
    case 'hidden':
      return HIDDEN;
    case 'ok':
    case 'lost':
    case 'waiting':
    case 'to-come':
      return words.say(`outcome.${kind}`);
  }
};
