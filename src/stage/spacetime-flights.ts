import type { StepMessage, StepRecord } from '../view/fact.ts';
import type { Frame } from '../view/frame.ts';
import type { Micros, Pid } from '../view/time.ts';
import { causalFuture, causalPast } from './causality.ts';
import { claimColour } from './colours.ts';
import { progress } from './lanes.ts';
import { isCrash } from './rules.ts';
import { circle, group, path, round } from './shape.ts';
import type { Shape } from './shape.ts';
import { bareSlip } from './slips.ts';
import type { StageWords } from './words.ts';

/** Where lanes and moments are. */
export interface LaneContext {
  readonly lanes: ReadonlyMap<Pid, number>;
  readonly x: (time: Micros) => number;
  readonly left: number;
  readonly right: number;
  readonly now: Micros;
  readonly window: readonly [Micros, Micros];
}

interface FlightOptions {
  readonly words: StageWords;
  readonly highlight?: number | null;
  readonly future?: boolean;
}

const PALE = 0.38;

/** Messages as slanted lines, events as dots; what `highlight` depends on is strong. */
export const flightShapes = (
  records: readonly StepRecord[],
  frame: Pick<Frame, 'messages'>,
  context: LaneContext,
  options: FlightOptions,
): readonly Shape[] => {
  const chosen = options.highlight ?? null;
  const strong = new Set<number>();
  if (chosen !== null) {
    for (const step of causalPast(records, chosen)) strong.add(step);
    if (options.future === true) for (const step of causalFuture(records, chosen)) strong.add(step);
  }
  // Without a chosen step every line is of middling strength: many cross.
  const strength = (lit: boolean): { opacity: number; width: number } =>
    chosen === null
      ? { opacity: 0.62, width: 1.4 }
      : lit
        ? { opacity: 1, width: 2.4 }
        : { opacity: PALE, width: 1.4 };
  const lines: { lit: boolean; shape: Shape }[] = [];
  for (const record of records) {
    const message = record.message;
    if (message === null || record.routine || record.kind !== 'deliver') continue;
    const lit = strong.has(record.step) && strong.has(message.sentStep);
    const shape = arrow(message, record, context, strength(lit));
    if (shape !== null) lines.push({ lit, shape });
  }
  const slips: Shape[] = [];
  for (const message of frame.messages) {
    if (message.routine || message.status === 'lost') continue;
    const y0 = context.lanes.get(message.from);
    const y1 = context.lanes.get(message.to);
    if (y0 === undefined || y1 === undefined || message.sentAt > context.now) continue;
    const y = y0 + (y1 - y0) * progress(message, context.now);
    const x = context.x(context.now);
    const { opacity, width } = strength(false);
    const start = clampStart(message.sentAt, y0, x, y, context);
    lines.push({
      lit: false,
      shape: path(`M${start}L${round(x)} ${round(y)}`, {
        key: `flight-${message.id}`,
        style: { fill: 'none', stroke: claimColour(message.claim), strokeWidth: width, opacity },
      }),
    });
    slips.push(
      group(bareSlip(message.shape, message.claim, false), {
        key: `slip-${message.id}`,
        transform: `translate(${round(x)} ${round(y)}) scale(0.75)`,
        action: { message: message.id },
      }),
    );
  }
  lines.sort((a, b) => Number(a.lit) - Number(b.lit));
  return [
    group(
      lines.map((line) => line.shape),
      { key: 'flights' },
    ),
    group(dots(records, context, strong, options), { key: 'dots' }),
    group(slips, { key: 'under-way' }),
  ];
};

/** The start of a line, moved along it to the lanes' left edge when it lies before. */
function clampStart(
  sentAt: Micros,
  y0: number,
  x1: number,
  y1: number,
  context: LaneContext,
): string {
  const x0 = context.x(sentAt);
  if (x0 >= context.left || x1 <= x0) return `${round(Math.min(x0, x1))} ${round(y0)}`;
  const part = Math.min(1, (context.left - x0) / (x1 - x0));
  return `${context.left} ${round(y0 + (y1 - y0) * part)}`;
}

function arrow(
  message: StepMessage,
  record: StepRecord,
  context: LaneContext,
  strength: { opacity: number; width: number },
): Shape | null {
  const y0 = context.lanes.get(message.from);
  const y1 = context.lanes.get(message.to);
  if (y0 === undefined || y1 === undefined) return null;
  const x0 = context.x(message.sentAt);
  const x1 = context.x(record.time);
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const ux = (x1 - x0) / length;
  const uy = (y1 - y0) / length;
  const colour = claimColour(message.claim);
  const barb = (side: number): string =>
    `${round(x1 - 6.5 * ux - side * 2.7 * uy)} ${round(y1 - 6.5 * uy + side * 2.7 * ux)}`;
  return group(
    [
      path(`M${clampStart(message.sentAt, y0, x1, y1, context)}L${round(x1)} ${round(y1)}`, {
        style: { fill: 'none', stroke: colour, strokeWidth: strength.width },
      }),
      path(`M${barb(1)}L${round(x1)} ${round(y1)}L${barb(-1)}Z`, { style: { fill: colour } }),
    ],
    { key: `arrow-${record.step}`, style: { opacity: strength.opacity } },
  );
}

/** Events worth a dot: what was not a message, what sent some, what facts speak of. */
function dots(
  records: readonly StepRecord[],
  context: LaneContext,
  strong: ReadonlySet<number>,
  options: FlightOptions,
): Shape[] {
  const shapes: Shape[] = [];
  for (const record of records) {
    const y = record.pid === null ? undefined : context.lanes.get(record.pid);
    const x = context.x(record.time);
    if (y === undefined || record.routine || x < context.left - 1) continue;
    if (record.facts.some((fact) => fact.pid === record.pid && isCrash(fact.rule))) {
      shapes.push(
        path(`M${round(x - 5)} ${y - 5}l10 10m0 -10l-10 10`, {
          key: `crash-${record.step}`,
          style: { fill: 'none', stroke: 'var(--crashed-text)', strokeWidth: 2.2 },
        }),
      );
      continue;
    }
    if (record.kind === 'deliver' && record.sent.length === 0 && record.facts.length === 0)
      continue;
    // The claim it speaks for from now on: what it sends, else what convinced it.
    const claim =
      record.sent.find((message) => message.claim !== null)?.claim ??
      (record.facts.length > 0 ? record.message?.claim : null) ??
      null;
    const lit = strong.has(record.step) || options.highlight === record.step;
    shapes.push(
      circle(round(x), y, lit ? 5 : 4, {
        key: `step-${record.step}`,
        className: 'dot',
        role: 'button',
        label: options.words.spacetime.step(record.step, options.words.time(record.time)),
        action: { step: record.step },
        selected: options.highlight === record.step,
        style: {
          fill: claim === null ? 'var(--ink-2)' : claimColour(claim),
          stroke: 'var(--paper)',
          strokeWidth: lit ? 1.5 : 1,
        },
      }),
    );
  }
  return shapes;
}
