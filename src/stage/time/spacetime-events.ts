import type { StepRecord } from '../../view/fact.ts';
import type { Micros } from '../../view/time.ts';
import { claimColour } from '../colours.ts';
import { isCrash } from '../rules.ts';
import { circle, group, path, round } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { Light } from './spacetime-light.ts';
import type { SpacetimeRoom } from './spacetime-room.ts';
import type { StageWords } from '../words.ts';

/** An event that has a sign of its own in the diagram. */
export interface EventPlace {
  readonly step: number;
  readonly x: number;
  readonly y: number;
  readonly record: StepRecord;
}

/** What was not a message, what sent some, and what facts speak of; in the order of time. */
export const eventPlaces = (
  records: readonly StepRecord[],
  { lanes, axis }: SpacetimeRoom,
  until: Micros = Infinity,
): readonly EventPlace[] =>
  records.flatMap((record) => {
    const y = record.pid === null ? undefined : lanes.get(record.pid);
    if (y === undefined || record.routine || record.time > until) return [];
    if (record.kind === 'deliver' && record.sent.length === 0 && record.facts.length === 0) {
      return [];
    }
    return [{ step: record.step, x: round(axis.x(record.time)), y, record }];
  });

/** The claim it speaks for from now on: what it sends, else what convinced it. */
export const claimOf = ({ sent, facts, message }: StepRecord): number | null =>
  sent.find(({ claim }) => claim !== null)?.claim ??
  (facts.length > 0 ? message?.claim : null) ??
  null;

interface EventOptions {
  readonly words: StageWords;
  readonly highlight?: number | null;
  /** What an event was, in a sentence. */
  readonly tell?: (record: StepRecord) => string;
  /** The event that the Tab key leads to; the arrows lead to the others. */
  readonly tabStop: number | null;
}

export const eventShapes = (
  events: readonly EventPlace[],
  light: Light,
  { words, highlight, tell, tabStop }: EventOptions,
): readonly Shape[] =>
  events.map(({ step, x, y, record }) => {
    const crashed = record.facts.some(({ rule, pid }) => pid === record.pid && isCrash(rule));
    const lit = light.isLit(step);
    const claim = claimOf(record);
    const sentence = tell?.(record) ?? '';
    const name = words.spacetime('step', { step: step + 1, at: words.time(record.time) });
    const sign = crashed
      ? path('M-5 -5l10 10m0 -10l-10 10', {
          style: { fill: 'none', stroke: 'var(--crashed-text)', strokeWidth: lit ? 3 : 2.2 },
        })
      : circle(0, 0, lit ? 5 : 4, {
          className: 'dot',
          style: {
            fill: claim === null ? 'var(--ink-2)' : claimColour(claim),
            stroke: 'var(--paper)',
            strokeWidth: lit ? 1.5 : 1,
          },
        });
    return group(
      [
        circle(0, 0, 7, { className: 'event-target' }),
        sign,
        circle(0, 0, 7.5, { className: 'focus-mark' }),
      ],
      {
        key: `step-${step}`,
        className: 'event',
        transform: `translate(${x} ${y})`,
        role: 'button',
        label: sentence === '' ? name : `${name}: ${sentence}`,
        tabStop: step === tabStop,
        action: { step },
        selected: highlight === step,
        style: { opacity: light.ofStep(record) },
      },
    );
  });
