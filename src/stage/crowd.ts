/**
 * What is drawn of very many messages. Up to some two hundred each is a shape of its own, with a label
 * and a name; of more than that only what is looked at, and the others are specks, which the page
 * paints on a canvas. So a drawing holds no more elements, however many messages are under way.
 */
import type { Frame, MessageView } from '../view/frame.ts';
import type { Micros, Pid } from '../view/time.ts';
import { laneOf } from './lanes.ts';
import type { Layout } from './layout.ts';
import { at as translated, group } from './shape.ts';
import type { Shape } from './shape.ts';
import { bareSlip } from './slips.ts';

/** More messages than these are a crowd. */
export const MOST_SLIPS = 200;
/** On a narrower stage there is no room for messages side by side that say the same. */
const NARROW = 560;
/** Piles of a crowd that still say how many they are. */
const MOST_PILES = 40;

export interface Looked {
  readonly selectedMessage?: number | null;
  readonly framed?: number | null;
  readonly routine?: boolean;
}

/**
 * The messages that are shapes of their own, in the order of the frame. Where the stage is narrow, one
 * of those that a process holds and that say the same stands for them, with their number.
 */
export function slipped(
  messages: readonly MessageView[],
  looked: Looked,
  { width }: Pick<Layout, 'width'>,
): readonly MessageView[] {
  const drawn = uncrowded(messages, looked);
  return width < NARROW ? inPiles(drawn, looked) : drawn;
}

/** To whomever they are sent: the list says that. The newest stands for all, as in a pile of one link. */
function inPiles(
  messages: readonly MessageView[],
  { selectedMessage, framed }: Looked,
): readonly MessageView[] {
  const piles = new Map<string, { newest: number; count: number }>();
  const pileOf = (message: MessageView): string | null => {
    const { id, status, from, to, shape, claim, label } = message;
    const alone = status !== 'held' || from === to || id === selectedMessage || id === framed;
    return alone ? null : `${from} ${shape} ${claim} ${label}`;
  };
  for (const message of messages) {
    const key = pileOf(message);
    if (key === null) continue;
    const { count = 0 } = piles.get(key) ?? {};
    piles.set(key, { newest: message.id, count: count + 1 + message.piled });
  }
  return messages.flatMap((message) => {
    const pile = piles.get(pileOf(message) ?? '');
    if (pile === undefined) return [message];
    return pile.newest === message.id ? [{ ...message, piled: pile.count - 1 }] : [];
  });
}

function uncrowded(
  messages: readonly MessageView[],
  { selectedMessage, framed, routine }: Looked,
): readonly MessageView[] {
  if (messages.length <= MOST_SLIPS) return messages;
  const seen = routine === true ? messages : messages.filter((message) => !message.routine);
  if (seen.length <= MOST_SLIPS) return seen;
  let piles = 0;
  return seen.filter(
    ({ id, piled }) =>
      id === selectedMessage || id === framed || (piled > 0 && piles++ < MOST_PILES),
  );
}

/** Numbers of one speck: its lane, when it leaves and arrives, its look. */
export const SPECK_FIELDS = 9;

/** Messages as points that move, as a list of numbers, and what they look like. */
export interface Crowd {
  /** The messages' ids, in the order of the specks. */
  readonly ids: readonly number[];
  readonly specks: Float64Array;
  readonly looks: readonly (readonly Shape[])[];
}

/** All that `slipped` leaves out; null when that is nothing. */
export function crowdOf(
  frame: Pick<Frame, 'messages' | 'time'>,
  layout: Layout,
  looked: Looked,
): Crowd | null {
  if (frame.messages.length <= MOST_SLIPS) return null;
  const shapes = new Set(uncrowded(frame.messages, looked));
  const ids: number[] = [];
  const looks: (readonly Shape[])[] = [];
  const known = new Map<string, number>();
  const specks = new Float64Array(frame.messages.length * SPECK_FIELDS);
  for (const message of frame.messages) {
    if (shapes.has(message) || (message.routine && looked.routine !== true)) continue;
    const lane = laneOf(layout, message);
    if (lane === null || (message.from === message.to && message.status !== 'held')) continue;
    const left = isLeftwards(message, layout);
    const key = `${message.routine ? 'ping' : message.shape} ${message.claim} ${left}`;
    let look = known.get(key);
    if (look === undefined) {
      look = looks.length;
      known.set(key, look);
      looks.push(bareSlip(message.routine ? 'ping' : message.shape, message.claim, left));
    }
    const { x0, y0, cx, cy, x1, y1 } = lane;
    specks.set([x0, y0, cx, cy, x1, y1, ...wayOf(message, lane.wait, frame.time), look], at(ids));
    ids.push(message.id);
  }
  return ids.length === 0 ? null : { ids, specks: specks.slice(0, at(ids)), looks };
}

const at = (ids: readonly number[]): number => ids.length * SPECK_FIELDS;

/** From when to when it moves; of one that stands where it does (0 to 1), and no end. */
function wayOf({ status, leftAt, arrivesAt }: MessageView, wait: number, now: Micros) {
  if (status === 'held') return [wait, Infinity] as const;
  const part = Math.min(1, Math.max(0, (now - leftAt) / Math.max(1, arrivesAt - leftAt)));
  return status === 'lost' ? ([part, Infinity] as const) : ([leftAt, arrivesAt] as const);
}

const isLeftwards = ({ from, to }: { from: Pid; to: Pid }, { seats }: Layout): boolean =>
  (seats.get(to)?.x ?? 0) < (seats.get(from)?.x ?? 0) - 1;

/** Calls `paint` with the place of each speck at virtual time `now`, and its look. */
export function eachSpeck(
  specks: Float64Array,
  now: Micros,
  paint: (x: number, y: number, look: number, i: number) => void,
): void {
  for (let i = 0; i * SPECK_FIELDS < specks.length; i++) {
    const from = i * SPECK_FIELDS;
    const leaves = specks[from + 6] ?? 0;
    const arrives = specks[from + 7] ?? 0;
    const moved = arrives > leaves ? (now - leaves) / (arrives - leaves) : 1;
    const f = arrives === Infinity ? leaves : Math.min(1, Math.max(0, moved));
    const g = 1 - f;
    const a = g * g;
    const b = 2 * f * g;
    const c = f * f;
    paint(
      a * (specks[from] ?? 0) + b * (specks[from + 2] ?? 0) + c * (specks[from + 4] ?? 0),
      a * (specks[from + 1] ?? 0) + b * (specks[from + 3] ?? 0) + c * (specks[from + 5] ?? 0),
      specks[from + 8] ?? 0,
      i,
    );
  }
}

/** The message whose speck lies next to a place, if one is so near; null: none. */
export function speckAt(
  { ids, specks }: Crowd,
  now: Micros,
  place: { readonly x: number; readonly y: number },
  near: number,
): number | null {
  let found: number | null = null;
  let least = near;
  eachSpeck(specks, now, (x, y, _, i) => {
    const far = Math.hypot(x - place.x, y - place.y);
    if (far > least) return;
    least = far;
    found = ids[i] ?? null;
  });
  return found;
}

/** The same as shapes, for a picture that is kept. */
export function speckShapes(crowd: Crowd, now: Micros): Shape[] {
  const shapes: Shape[] = [];
  eachSpeck(crowd.specks, now, (x, y, look) => {
    shapes.push(group(crowd.looks[look] ?? [], { transform: translated(x, y) }));
  });
  return shapes;
}
