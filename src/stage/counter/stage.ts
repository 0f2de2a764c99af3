import type { CallView, CounterDetail } from '../../view/counter.ts';
import type { Frame, ProcessView } from '../../view/frame.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { changeMark, cropBox, frameShapes } from '../paxos/card-frame.ts';
import { textWidth } from '../geometry.ts';
import type { Box } from '../geometry.ts';
import { linkShapes } from '../links.ts';
import type { LinkOptions } from '../links.ts';
import { messageShapes } from '../messages.ts';
import type { MessageOptions } from '../messages.ts';
import { at, group, path, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { isDown, stateWord } from '../states.ts';
import { HIDDEN, veiled } from '../veil.ts';
import type { Veil } from '../veil.ts';
import type { CounterLayout } from './layout.ts';
import type { CounterSaying } from './words.ts';

export interface CounterStageOptions extends MessageOptions, LinkOptions {
  readonly words: CounterSaying;
  /** Whose card changed in the last step; null for nobody's. */
  readonly changed: Pid | null;
  readonly reducedMotion: boolean;
  readonly veil: Veil;
}

/** Callers with what they know of their calls, the server with what it did, and what travels. */
export const counterStage = (
  frame: Frame<CounterDetail>,
  layout: CounterLayout,
  now: Micros,
  options: CounterStageOptions,
): readonly Shape[] => {
  const cards = group(cardShapes(frame, layout, options), { key: 'processes' });
  const messages = messageShapes(frame, layout, now, options, [cards]);
  return [
    group(linkShapes(frame, layout, options), { key: 'links' }),
    group(messages.trails, { key: 'trails' }),
    cards,
    group(messages.slips, { key: 'slips' }),
  ];
};

function cardShapes(
  frame: Frame<CounterDetail>,
  layout: CounterLayout,
  options: CounterStageOptions,
): Shape[] {
  return frame.processes.flatMap((process) => {
    const box = layout.cards.get(process.pid);
    if (box === undefined) return [];
    const { pid } = process;
    const serves = pid === frame.detail.server;
    const selected = options.selected === pid;
    const inner = serves
      ? serverLines(frame, layout, process, box, options)
      : callerLines(frame.detail, layout, process, box, options);
    return [
      group(
        [
          ...(options.changed === pid ? [changeMark(box, options.reducedMotion)] : []),
          ...frameShapes(process, box),
          ...(selected ? [cropBox(box)] : []),
          group(inner, { className: isDown(process) ? 'dim' : '', role: 'presentation' }),
        ],
        {
          key: `process-${pid}`,
          className: `card ${process.liveness}`,
          role: 'button',
          label: nameOf(frame.detail, process, options),
          action: { select: pid },
          selected,
          transform: at(box.x, box.y),
        },
      ),
    ];
  });
}

const hidden = ({ veil }: CounterStageOptions, pid: Pid): boolean => veiled(veil, pid, 'counter');

function nameOf(detail: CounterDetail, process: ProcessView, options: CounterStageOptions): string {
  const { words } = options;
  if (process.pid !== detail.server || process.liveness !== 'up') {
    return words.say('callerName', {
      name: process.name,
      state: stateWord(process, words),
    });
  }
  const value = hidden(options, process.pid) ? HIDDEN : String(detail.value);
  return words.say('serverName', { name: process.name, value });
}

const HEAD = 44;
const LINE = 24;

/** `+1`, `−3`, `read`. */
const callText = ({ op, amount }: Pick<CallView, 'op' | 'amount'>, words: CounterSaying): string =>
  op === 'read' ? words.say('read') : amount < 0 ? `−${-amount}` : `+${amount}`;

function head(process: ProcessView, box: Box, role: string, words: CounterSaying): Shape[] {
  const pad = box.width < 170 ? 9 : 14;
  const state = stateWord(process, words);
  const right = round(box.width - pad);
  const wide = textWidth(process.name, 21) + textWidth(state, 12) + 3 * pad < box.width;
  return [
    text(pad, 29, process.name, { className: 'nm', style: { fontSize: 21 } }),
    ...(textWidth(role, 12) + textWidth(process.name, 21) + 3 * pad < box.width
      ? [text(right, 17, role, { anchor: 'end', className: 'xs i2' })]
      : []),
    ...(wide
      ? [
          text(right, 33, state, {
            anchor: 'end',
            className: process.liveness === 'up' ? 'xs i2' : 'xs w-crashed b',
          }),
        ]
      : []),
    path(`M${pad} ${HEAD - 4}H${right}`, { className: 'hair' }),
  ];
}

const OUTCOME_CLASS: Readonly<Record<CallView['outcome'], string>> = {
  success: 's w-leading b',
  failure: 's w-violation b',
  unknown: 's w-looking b',
  waiting: 's i2',
};

/** A tick, a cross, a question mark or nothing: the outcome told by shape too. */
function mark(outcome: CallView['outcome'], x: number, y: number): Shape[] {
  const line = (d: string, stroke: string): Shape =>
    path(`M${round(x)} ${round(y)}${d}`, { style: { fill: 'none', stroke, strokeWidth: 2 } });
  switch (outcome) {
    case 'success':
      return [line('m0 -4l4 4l7 -9', 'var(--leading)')];
    case 'failure':
      return [line('m1 -9l9 9m0 -9l-9 9', 'var(--violation)')];
    case 'unknown':
      return [
        text(round(x + 5), round(y), '?', {
          anchor: 'middle',
          className: 'w-looking b',
          style: { fontSize: 16 },
        }),
      ];
    case 'waiting':
      return [text(round(x + 5), round(y - 2), '…', { anchor: 'middle', className: 's i2' })];
  }
}

/** What a caller knows: nothing else than its answers. */
function callerLines(
  detail: CounterDetail,
  layout: CounterLayout,
  process: ProcessView,
  box: Box,
  { words }: CounterStageOptions,
): Shape[] {
  const own = detail.callers.find(({ pid }) => pid === process.pid);
  const calls = own?.calls ?? [];
  const pad = layout.narrow ? 9 : 14;
  const room = Math.max(1, Math.floor((box.height - HEAD - 6) / LINE));
  const shown = calls.slice(-room);
  const lines = shown.map((call, i) => {
    const y = HEAD + 15 + i * LINE;
    const outcome = words.say(`outcome.${call.outcome}`);
    const value = call.value === null ? '' : ` = ${call.value}`;
    const attempts =
      call.attempts > 1 && !layout.narrow
        ? ` · ${words.say('attempts', { attempts: call.attempts })}`
        : '';
    return group(
      [
        text(pad, y, callText(call, words), { className: 'm b' }),
        ...mark(call.outcome, pad + (layout.narrow ? 34 : 52), y),
        text(
          pad + (layout.narrow ? 50 : 70),
          y,
          layout.narrow ? outcome : `${outcome}${value}${attempts}`,
          { className: OUTCOME_CLASS[call.outcome] },
        ),
      ],
      { key: `call-${calls.length - shown.length + i}` },
    );
  });
  return [...head(process, box, words.say('caller'), words), ...lines];
}

/** The counter, and every call that reached it, in the order of arrival. */
function serverLines(
  frame: Frame<CounterDetail>,
  layout: CounterLayout,
  process: ProcessView,
  box: Box,
  options: CounterStageOptions,
): Shape[] {
  const { detail } = frame;
  const { words } = options;
  const veil = hidden(options, process.pid);
  const pad = layout.narrow ? 9 : 14;
  const tall = HEAD + 58;
  const shapes: Shape[] = [
    ...head(process, box, words.say('counter'), words),
    text(round(box.width / 2), HEAD + 40, veil ? HIDDEN : String(detail.value), {
      key: 'value',
      anchor: 'middle',
      className: 'nm',
      style: { fontSize: 44 },
    }),
  ];
  if (veil) return shapes;
  if (detail.stored !== detail.value) {
    shapes.push(
      text(round(box.width - pad), HEAD + 14, words.say('onDisk', { value: detail.stored }), {
        key: 'stored',
        anchor: 'end',
        className: 'xs i2',
      }),
    );
  }
  const room = Math.max(0, Math.floor((box.height - tall - 24) / LINE));
  const shown = detail.log.slice(-room);
  if (shown.length === 0) return shapes;
  const nameOfCaller = (pid: Pid): string =>
    frame.processes.find((one) => one.pid === pid)?.name ?? String(pid);
  shapes.push(text(pad, tall + 10, words.say('arrived'), { key: 'head', className: 'xs i2' }));
  shown.forEach((entry, i) => {
    const y = tall + 34 + i * LINE;
    shapes.push(
      group(
        [
          text(pad, y, nameOfCaller(entry.client), { className: 'm b' }),
          text(pad + 26, y, callText(entry, words), { className: 'm' }),
          text(round(box.width - pad), y, entry.ok ? `= ${entry.value}` : words.say('refused'), {
            anchor: 'end',
            className: entry.ok ? 'm' : 's w-violation',
          }),
        ],
        { key: `entry-${detail.logHidden + detail.log.length - shown.length + i}` },
      ),
    );
  });
  return shapes;
}
