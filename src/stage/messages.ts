import type { Frame, MessageView } from '../view/frame.ts';
import type { Micros, Pid } from '../view/time.ts';
import { LEVEL, arrange } from './arrange.ts';
import type { Arrangement, MessageSize } from './arrange.ts';
import { claimColour } from './colours.ts';
import type { Box } from './geometry.ts';
import { slipped } from './crowd.ts';
import { pin } from './glyphs.ts';
import { comePath, messagePlaces, trailPath } from './lanes.ts';
import { messageName } from './message-name.ts';
import type { Layout } from './layout.ts';
import { at, group, path, rect, text } from './shape.ts';
import type { Shape } from './shape.ts';
import { SLIP_HEIGHT, bareSlip, labelledSlip, slipWidth } from './slips.ts';
import { isLie } from './spoken.ts';
import { textBoxes } from './text-boxes.ts';
import { HIDDEN } from './veil.ts';
import type { StageWords } from './words.ts';

export interface MessageOptions {
  readonly words: StageWords;
  /** With a server selected, messages to and from it carry the full label, others the short one. */
  readonly selected?: Pid | null;
  readonly selectedMessage?: number | null;
  /** The message that the open question is about: framed, in full, placed first. */
  readonly framed?: number | null;
  /** Messages whose label the open question asks for. */
  readonly veiledMessages?: readonly number[];
  /** Pings and the like, as small dots. */
  readonly routine?: boolean;
  /** The page's arrangement, round these texts; without it one is made for this moment alone. */
  readonly arranged?: (texts: readonly Box[]) => Arrangement;
}

export interface MessageLayers {
  /** Below the servers; keys `trail-<id>`. */
  readonly trails: readonly Shape[];
  /** Above them; each a group with key `message-<id>`, placed by its transform. */
  readonly slips: readonly Shape[];
}

type MessageFrame = Pick<Frame, 'messages' | 'time' | 'processes'>;

const FRAME_MARGIN = 5;
/** Round the message that is selected. */
const CHOSEN_MARGIN = 4;
/** How far above its slip a pin stands, and how far below its cross a lost one lies. */
const PIN = 16;
const FALL = 24;
/** Below its slip, what says that it is a lie. */
const TELLS = 15;
/** Half the height of a shape without its label. */
const BARE_HALF = 5;

/** What each label needs, for `arrange`, of what `slipped` picks; make it again when that or the options change. */
export const messageSizes = (
  slips: readonly MessageView[],
  options: Omit<MessageOptions, 'words' | 'arranged'>,
): readonly MessageSize[] =>
  slips.map((message) => {
    const framed = options.framed === message.id;
    const veil = options.veiledMessages?.includes(message.id) === true;
    const chosen = options.selectedMessage === message.id;
    const margin = framed ? 2 * FRAME_MARGIN : chosen ? 2 * CHOSEN_MARGIN : 0;
    const rises = message.status === 'held' ? PIN : 0;
    const falls = message.status === 'lost' ? FALL : isLie(message.shape) ? TELLS : 0;
    return {
      id: message.id,
      full: slipWidth(message.shape, wordOf(message, LEVEL.full, veil)) + margin,
      short: slipWidth(message.shape, wordOf(message, LEVEL.short, veil)) + margin,
      height: SLIP_HEIGHT + margin + rises + falls,
      shift: (falls - rises) / 2,
      best: bestLevel(message, options),
      priority: priorityOf(message, framed, options),
    };
  });

/** What is written on it; a pile says how many it is, and where nothing shorter can be said, that alone. */
const wordOf = ({ label, short, piled }: MessageView, level: number, veil: boolean): string => {
  const own = veil ? HIDDEN : level === LEVEL.full ? label : short;
  if (piled === 0) return own;
  const number = `×${piled + 1}`;
  return level === LEVEL.short && short === label ? number : `${own} ${number}`.trimStart();
};

/** What is asked about keeps its label; so does what is selected, and the number of a pile. */
function priorityOf(
  message: MessageView,
  framed: boolean,
  options: Omit<MessageOptions, 'words' | 'arranged'>,
): number {
  if (framed) return 3;
  if (isChosen(message, options) || message.piled > 0) return 2;
  return message.status === 'held' ? 1 : 0;
}

const touches = (message: MessageView, pid: Pid | null | undefined): boolean =>
  message.from === pid || message.to === pid;

const isChosen = (message: MessageView, options: Omit<MessageOptions, 'words'>): boolean =>
  options.selectedMessage === message.id || touches(message, options.selected);

function bestLevel(message: MessageView, options: Omit<MessageOptions, 'words'>): number {
  if (message.routine) return options.routine === true ? LEVEL.shape : LEVEL.hidden;
  if (message.shape === 'ping') return LEVEL.shape;
  if (options.framed === message.id || isChosen(message, options)) return LEVEL.full;
  // Without a selection every label may be full; the crowd decides.
  return options.selected === null || options.selected === undefined ? LEVEL.full : LEVEL.short;
}

/**
 * The messages of a frame at virtual time `now`; their labels keep off what else is to be read. Of a
 * crowd only those that `slipped` picks.
 */
export const messageShapes = (
  { messages: all, time, processes }: MessageFrame,
  layout: Layout,
  now: Micros,
  options: MessageOptions,
  still: readonly Shape[],
): MessageLayers => {
  const frame = { messages: slipped(all, options, layout), time, processes };
  const texts = textBoxes(still);
  const arranged =
    options.arranged?.(texts) ??
    arrange(
      messagePlaces(frame, layout, now),
      messageSizes(frame.messages, options),
      layout,
      undefined,
      false,
      texts,
    );
  const names = new Map(frame.processes.map((process) => [process.pid, process.name]));
  const trails: Shape[] = [];
  const slips: { id: number; level: number; framed: boolean; shape: Shape }[] = [];
  frame.messages.forEach((message, i) => {
    const level = arranged.levels[i] ?? LEVEL.hidden;
    const x = arranged.places[i * 2] ?? Number.NaN;
    const y = arranged.places[i * 2 + 1] ?? Number.NaN;
    if (level === LEVEL.hidden || Number.isNaN(x)) return;
    if (!message.routine && message.status === 'flying') {
      trails.push(
        path(trailPath(message, layout, now, arranged.nudges[i]), {
          key: `trail-${message.id}`,
          className: 'trail',
          style: { fill: claimColour(message.claim), opacity: 0.34 },
          fleeting: true,
        }),
      );
    }
    if (message.status === 'arrived') trails.push(...come(message, layout));
    const left = leftwards(message, layout);
    const framed = options.framed === message.id;
    const name = (pid: Pid): string => names.get(pid) ?? String(pid);
    const veil = options.veiledMessages?.includes(message.id) === true;
    const word = wordOf(message, level, veil);
    slips.push({
      id: message.id,
      level,
      framed,
      shape: group(slipChildren(message, level, word, left, framed, layout.bare, options), {
        key: `message-${message.id}`,
        className: `msg ${message.shape} ${message.status}${message.routine ? ' routine' : ''}`,
        role: 'button',
        label: messageName(message, veil, options.words, name),
        action: { message: message.id },
        selected: options.selectedMessage === message.id,
        transform: at(x, y),
        fleeting: true,
      }),
    });
  });
  const entry = entryOf(frame, slips, options);
  // Shapes without a label lie below, the question's message on top.
  slips.sort((a, b) => Number(a.framed) - Number(b.framed) || b.level - a.level);
  return {
    trails,
    slips: slips.map(({ id, shape }) => (id === entry ? shape : { ...shape, tabStop: false })),
  };
};

/** Whence a message came that has just come: nobody knows when it left, so it stands and does not move. */
function come(message: MessageView, layout: Layout): readonly Shape[] {
  const way = comePath(message, layout);
  if (way === null) return [];
  return [
    path(way.d, {
      key: `come-${message.id}`,
      className: 'come',
      style: {
        fill: 'none',
        stroke: claimColour(message.claim),
        strokeWidth: 2,
        strokeDasharray: '3 4',
      },
    }),
    text(way.x, way.y + 4, HIDDEN, {
      key: `come-from-${message.id}`,
      anchor: 'middle',
      className: 'xs b halo',
    }),
  ];
}

/** The message that Tab leads to: the selected one, or the next to arrive. */
const entryOf = (
  { messages }: MessageFrame,
  slips: readonly { readonly id: number }[],
  { selectedMessage }: MessageOptions,
): number | null => {
  const shown = new Set(slips.map(({ id }) => id));
  if (typeof selectedMessage === 'number' && shown.has(selectedMessage)) return selectedMessage;
  let first: MessageView | null = null;
  for (const one of messages) {
    if (shown.has(one.id) && (first === null || one.arrivesAt < first.arrivesAt)) first = one;
  }
  return first?.id ?? null;
};

const leftwards = (message: MessageView, layout: Layout): boolean => {
  const from = layout.seats.get(message.from);
  const to = layout.seats.get(message.to);
  return from !== undefined && to !== undefined && to.x < from.x - 1;
};

function slipChildren(
  message: MessageView,
  level: number,
  word: string,
  left: boolean,
  framed: boolean,
  scale: number,
  options: MessageOptions,
): readonly Shape[] {
  if (message.routine || message.shape === 'ping') return bareSlip('ping', null, left);
  if (level === LEVEL.shape) {
    const top = bareSlip(message.shape, message.claim, left);
    const slip = message.piled === 0 ? top : [sheetBelow(top), ...top];
    const bare = scale === 1 ? slip : [group(slip, { transform: `scale(${scale})` })];
    if (message.status === 'lost') return lostChildren(bare);
    return message.status === 'held' ? [...bare, pin(0, -BARE_HALF * scale)] : bare;
  }
  const top = labelledSlip(message.shape, word, message.claim, left);
  const slip = message.piled === 0 ? top : [sheetBelow(top), ...top];
  const half = slipWidth(message.shape, word) / 2;
  if (message.status === 'lost') return lostChildren(slip);
  const children = [...slip];
  if (framed) {
    const w = half + FRAME_MARGIN;
    const h = SLIP_HEIGHT / 2 + FRAME_MARGIN;
    children.unshift(
      path(`M${-w} ${-h}H${w - 10}L${w} ${10 - h}V${h}H${-w}Z`, {
        key: 'frame',
        style: { fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: 2 },
      }),
    );
  } else if (options.selectedMessage === message.id) {
    const w = half + CHOSEN_MARGIN;
    const h = SLIP_HEIGHT / 2 + CHOSEN_MARGIN;
    children.push(
      rect(-w, -h, 2 * w, 2 * h, {
        key: 'chosen',
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.5 },
      }),
    );
  }
  if (message.status === 'held') children.push(pin(0, -SLIP_HEIGHT / 2 + 1));
  if (isLie(message.shape)) {
    children.push(
      text(0, SLIP_HEIGHT / 2 + TELLS, options.words.spoken('lie'), {
        key: 'lie',
        anchor: 'middle',
        className: 's b w-violation halo',
      }),
    );
  }
  return children;
}

/** That a slip lies on others of its kind. */
const sheetBelow = (slip: readonly Shape[]): Shape =>
  group(
    slip.filter(({ type }) => type !== 'text'),
    { key: 'below', transform: at(4, 4), style: { opacity: 0.5 } },
  );

/** A cross where it was lost; the slip has fallen and is pale. The page lets it fall and fade. */
const lostChildren = (slip: readonly Shape[]): readonly Shape[] => [
  path('M-5 -5l10 10m0 -10l-10 10', {
    key: 'cross',
    style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2 },
  }),
  group(slip, {
    key: 'fallen',
    className: 'fallen',
    transform: at(0, FALL),
    style: { opacity: 0.5 },
  }),
];
