import type { StepRecord } from '../view/fact.ts';
import type { Frame, ProcessView } from '../view/frame.ts';
import type { Micros, Pid } from '../view/time.ts';
import { claimColour } from './colours.ts';
import { textWidth } from './geometry.ts';
import type { LaneNote, LaneNotes } from './lane-notes.ts';
import { lifeOf } from './lives.ts';
import { group, path, rect, round, text } from './shape.ts';
import type { Drawing, Shape } from './shape.ts';
import { flightShapes } from './spacetime-flights.ts';
import type { LaneContext } from './spacetime-flights.ts';
import { isDown, ringKind, stateWord, wordClass } from './states.ts';
import { timeScale } from './time-scale.ts';
import type { TimeScale } from './time-scale.ts';
import type { StageWords } from './words.ts';

export interface SpacetimeOptions {
  readonly words: StageWords;
  readonly width: number;
  readonly height: number;
  /** Virtual time shown, in µs. */
  readonly window: readonly [Micros, Micros];
  /** The playhead, if not at the frame's time. */
  readonly now?: Micros;
  readonly selected?: Pid | null;
  /** Step whose causal past is strong; the rest is pale. */
  readonly highlight?: number | null;
  /** The causal future of `highlight` is strong too. */
  readonly future?: boolean;
  /** An open question hides what lies right of the playhead. */
  readonly hideFuture?: boolean;
  readonly notes?: LaneNotes;
}

/** The part of the width left of the lanes, shared with the timeline above. */
export const LEFT = 216 / 976;
const RIGHT = 24;
const AXIS = 30;

/** One lane per process, time rightwards, messages as slanted lines. */
export const spacetime = (
  records: readonly StepRecord[],
  frame: Frame,
  options: SpacetimeOptions,
): Drawing => {
  const { width, height, words, window } = options;
  const now = options.now ?? frame.time;
  const left = round(width < 520 ? Math.max(72, width * LEFT) : width * LEFT);
  const right = width - (width < 520 ? 12 : RIGHT);
  const shown = records.filter(
    (record) =>
      record.time >= window[0] &&
      record.time <= window[1] &&
      !(options.hideFuture === true && record.time > now),
  );
  const moments = [
    ...shown.map((record) => record.time),
    ...shown.flatMap((record) => (record.message === null ? [] : [record.message.sentAt])),
    ...frame.messages.filter((m) => !m.routine).map((message) => message.sentAt),
    now,
  ];
  const scale = timeScale(moments, window, [left, right]);
  const bottom = height - AXIS;
  const gap = Math.min(30, (bottom - 6) / Math.max(1, frame.processes.length));
  const top = 4 + gap / 2;
  const lanes = new Map(frame.processes.map((p, i) => [p.pid, round(top + i * gap)]));
  const context: LaneContext = { lanes, x: scale.x, left, right, now, window };
  const playhead = Math.max(left, Math.min(right, scale.x(now)));
  const shapes: Shape[] = [
    ...frame.processes.map((process) => laneLine(process, records, frame, context, playhead)),
    ...scale.folds.map((fold, i) =>
      foldMark(fold.x, lanes, words.time(fold.to - fold.from), `fold-${i}`),
    ),
    ...flightShapes(shown, frame, context, options),
    ...frame.processes.map((process, i) =>
      gap < 13 && left > 150
        ? smallHead(process, lanes, 23 + (i % 2) * round((left - 29) / 2), options)
        : laneHead(process, lanes, left, options),
    ),
    ...axis(scale, playhead, bottom, now, words, { left, right }),
  ];
  return { shapes, width, height };
};

/** A lane: strong up to the playhead, pale after it, broken while its process is down. */
function laneLine(
  process: ProcessView,
  records: readonly StepRecord[],
  frame: Frame,
  context: LaneContext,
  playhead: number,
): Shape {
  const y = context.lanes.get(process.pid) ?? 0;
  const clamp = (time: Micros): number =>
    round(Math.max(context.left, Math.min(context.right, context.x(time))));
  const parts: Shape[] = [];
  for (const life of lifeOf(process, records, frame.time, context.window)) {
    const a = clamp(life.from);
    const b = clamp(life.to);
    if (b <= a) continue;
    const strong = Math.min(b, round(playhead));
    if (life.down) {
      parts.push(
        path(`M${a} ${y}H${b}`, {
          style: { stroke: 'var(--crashed)', strokeWidth: 1.5, strokeDasharray: '2 6' },
        }),
      );
      continue;
    }
    if (strong > a) {
      parts.push(
        path(`M${a} ${y}H${strong}`, { style: { stroke: 'var(--ink-3)', strokeWidth: 1.5 } }),
      );
    }
    if (b > strong) {
      parts.push(
        path(`M${Math.max(a, strong)} ${y}H${b}`, {
          style: { stroke: 'var(--rule)', strokeWidth: 1.5 },
        }),
      );
    }
  }
  return group(parts, { key: `lane-${process.pid}` });
}

const noteColour = ({ claim }: LaneNote): string =>
  claim === null ? 'var(--ink)' : claimColour(claim);

/** Name and note at the left end of a lane. */
function laneHead(
  process: ProcessView,
  lanes: ReadonlyMap<Pid, number>,
  left: number,
  options: SpacetimeOptions,
): Shape {
  const y = lanes.get(process.pid) ?? 0;
  const note = options.notes?.get(process.pid);
  const selected = options.selected === process.pid;
  const x = left < 120 ? 10 : 23;
  const down = isDown(process);
  const children: Shape[] = [
    text(x, y + 5, process.name, { className: down ? 'm b w-crashed' : 'm b' }),
  ];
  if (selected) {
    children.push(
      path(`M${x - 8} ${y - 9}V${y + 9}`, { style: { stroke: 'var(--ink)', strokeWidth: 3 } }),
    );
  }
  const second = x + Math.max(35, textWidth(process.name, 15) + 12);
  if (down || note === undefined) {
    if (left - second > 60) {
      children.push(
        text(second, y + 4, stateWord(process, options.words), {
          className: `xs ${wordClass(ringKind(process))}`,
        }),
      );
    }
  } else {
    const { plain, sign, label } = note;
    const wide = plain !== null && left - second > 84;
    const plainWidth = plain === null ? 0 : Math.max(28, textWidth(plain, 13) + 6);
    if (wide) {
      children.push(
        text(second, y + 4, plain, { className: 's i2' }),
        text(second + plainWidth, y + 4, sign, { className: 's i2' }),
      );
    }
    const signWidth = sign === '' ? 0 : 20;
    children.push(
      text(round(wide ? second + plainWidth + signWidth : second), y + 4.5, label, {
        className: 's b',
        style: { fill: noteColour(note) },
      }),
    );
  }
  return group(children, {
    key: `head-${process.pid}`,
    action: { select: process.pid },
    selected,
  });
}

/** Lanes close together: name and claim alone, every second one further right. */
function smallHead(
  process: ProcessView,
  lanes: ReadonlyMap<Pid, number>,
  x: number,
  options: SpacetimeOptions,
): Shape {
  const y = (lanes.get(process.pid) ?? 0) + 4;
  const note = options.notes?.get(process.pid);
  const down = isDown(process);
  const selected = options.selected === process.pid;
  const mark = path(`M${x - 8} ${y - 10}V${y + 2}`, {
    style: { stroke: 'var(--ink)', strokeWidth: 3 },
  });
  return group(
    [
      text(x, y, process.name, { className: down ? 'xs b w-crashed' : 'xs b' }),
      ...(selected ? [mark] : []),
      ...(down || note === undefined
        ? []
        : [
            text(x + Math.max(26, round(textWidth(process.name, 12) + 10)), y, note.label, {
              className: 'xs b',
              style: { fill: noteColour(note) },
            }),
          ]),
    ],
    { key: `head-${process.pid}`, action: { select: process.pid }, selected },
  );
}

/** A zigzag through all lanes; how long the stretch was stands on the axis. */
function foldMark(
  x: number,
  lanes: ReadonlyMap<Pid, number>,
  duration: string,
  key: string,
): Shape {
  const ys = [...lanes.values()];
  return group(
    [
      ...ys.map((y) => rect(round(x - 7), y - 4, 14, 8, { style: { fill: 'var(--paper)' } })),
      ...ys.map((y) =>
        path(`M${round(x - 9)} ${y}l4 -4l5 8l5 -8l4 4`, {
          style: { fill: 'none', stroke: 'var(--ink-3)', strokeWidth: 1.2 },
        }),
      ),
    ],
    { key, className: 'time-fold', title: `+${duration}` },
  );
}

/** What stands on the axis takes its room in this order: the clock, folded stretches, ticks. */
function axis(
  scale: TimeScale,
  playhead: number,
  bottom: number,
  now: Micros,
  words: StageWords,
  range: { left: number; right: number },
): Shape[] {
  const time = words.time(now);
  const half = Math.max(26, textWidth(time, 12) / 2 + 6);
  // The tag stays inside of the drawing; the line stays at the time.
  const tag = Math.max(range.left + half - 10, Math.min(range.right + 10 - half, playhead));
  const taken = [{ x: tag, half }];
  const free = (x: number, width: number): boolean =>
    taken.every((one) => Math.abs(x - one.x) >= one.half + width + 5);
  const label = (x: number, word: string): Shape =>
    text(round(x), bottom + 17, word, { anchor: 'middle', className: 'xs i2' });
  const folds = scale.folds.flatMap((fold) => {
    const word = `+${words.time(fold.to - fold.from)}`;
    const width = textWidth(word, 12) / 2;
    const aside = (half + width + 9) * (fold.x < tag ? -1 : 1);
    // Beside the clock rather than under it, as long as it is still near its place.
    const x = [fold.x, tag + aside, tag - aside].find(
      (at) => Math.abs(at - fold.x) < 90 && at - width > range.left - 24 && free(at, width),
    );
    if (x === undefined) return [];
    taken.push({ x, half: width });
    return [group([label(x, word)], { key: `fold-time-${fold.from}`, className: 'fold-time' })];
  });
  // The first one says the unit.
  let first = true;
  const ticks = scale.ticks.flatMap((tick) => {
    const mark = path(`M${round(tick.x)} ${bottom - 1}v4`, { className: 'hair2' });
    const word = first ? words.timeIn(tick.value, scale.unit) : String(tick.value);
    if (!free(tick.x, textWidth(word, 12) / 2)) return [mark];
    first = false;
    return [mark, label(tick.x, word)];
  });
  return [
    ...ticks,
    ...folds,
    group(
      [
        path(`M${round(playhead)} 0V${bottom + 4}`, {
          style: { stroke: 'var(--ink)', strokeWidth: 1.5 },
        }),
        rect(round(tag - half), bottom + 4, round(2 * half), 17, { style: { fill: 'var(--ink)' } }),
        text(round(tag), bottom + 17, time, {
          anchor: 'middle',
          className: 'xs b',
          style: { fill: 'var(--paper)' },
        }),
      ],
      { key: 'playhead', className: 'playhead' },
    ),
  ];
}
