import type { Frame } from '../../view/frame.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { SessionView, ZooKeeperDetail } from '../../view/zookeeper.ts';
import { wrapped } from '../caption.ts';
import { trimmed } from '../geometry.ts';
import { circle, group, path, rect, round, text } from '../shape.ts';
import type { Move, Shape } from '../shape.ts';
import { SQUARE } from './layout.ts';
import type { ClientPlace } from './layout.ts';
import type { ZooKeeperSaying } from './words.ts';

const BAR = 9;
/** From one line of what stands in its place to the next. */
const REMARK = 15;
/** Least length of a client's bar that has words under it. */
const LEAST_WORDS = 60;
/** From this length on it has room for whole words, and for several ephemeral nodes. */
const ROOMY = 120;

/** A session at a moment: how much of its time is spent, 0 to 1, and what is left of it, µs. */
const sessionAt = (
  { touchedAt, expiresAt }: Pick<SessionView, 'touchedAt' | 'expiresAt'>,
  now: Micros,
): { readonly spent: number; readonly left: Micros } => {
  const whole = Math.max(1, expiresAt - touchedAt);
  const left = Math.max(0, expiresAt - now);
  return { spent: Math.min(1, Math.max(0, (now - touchedAt) / whole)), left };
};

/** What is left, in whole tenths of a second: a text that does not flicker; just that in little room. */
const leftText = (
  session: SessionView,
  now: Micros,
  words: ZooKeeperSaying,
  width: number,
): string => {
  const { left } = sessionAt(session, now);
  if (session.closing || left === 0) return words.say('over');
  const time = words.timeIn(Math.ceil(left / 100_000) / 10, 's');
  return width < ROOMY ? time : words.say('left', { time });
};

/** A client pings when it has said nothing for a third of its timeout, at the latest after 10 s. */
const pingAfter = (timeoutMs: number): Micros => Math.min(10_000, timeoutMs / 3) * 1000;

/**
 * The session beside a client: the one that its handle has, or else one that was opened for it and
 * that no handle holds now. It lives on without its client until its time is over.
 */
export const sessionOf = (detail: ZooKeeperDetail, pid: Pid): SessionView | null => {
  const all = detail.servers.flatMap(({ sessions }) => sessions);
  return (
    all.find(({ client }) => client === pid) ??
    all.find(({ client, opener }) => client === null && opener === pid) ??
    null
  );
};

/** How long the bar of a client is, and where it begins beside or below its square. */
const barOf = ({ box, mirrored, small }: ClientPlace): { x: number; y: number; width: number } =>
  small
    ? { x: 0, y: SQUARE + 10, width: box.width }
    : { x: mirrored ? 0 : SQUARE + 12, y: 62, width: box.width - SQUARE - 12 };

/** What time changes of the sessions: the length that is spent, and the words. */
export const sessionMoves = (
  { detail }: Frame<ZooKeeperDetail>,
  layout: { readonly clients: ReadonlyMap<Pid, ClientPlace> },
  now: Micros,
  words: ZooKeeperSaying,
): readonly Move[] =>
  [...layout.clients].flatMap(([pid, place]) => {
    const session = sessionOf(detail, pid);
    if (session === null) return [];
    return [
      { key: `spent-${pid}`, transform: spentBy(session, barOf(place).width, now) },
      { key: `left-${pid}`, text: leftText(session, now, words, barOf(place).width) },
    ];
  });

const spentBy = (session: SessionView, width: number, now: Micros): string =>
  `scale(${round(Math.max(0.1, width * sessionAt(session, now).spent))} 1)`;

/**
 * The session running down from left to right: what is spent is dark, ticks show when the client
 * pings, when its timeout is over, and, at the end, when the tick is over that it expires with.
 */
export function sessionBar(
  pid: Pid,
  session: SessionView | null,
  place: ClientPlace,
  now: Micros,
  words: ZooKeeperSaying,
  /** Its handle has one, which no server counts. */
  has: boolean,
): Shape {
  const { mirrored } = place;
  const { x, y, width } = barOf(place);
  const key = 'session';
  const transform = `translate(${round(x)} ${y})`;
  const side = mirrored ? width : 0;
  const anchor = mirrored ? ('end' as const) : ('start' as const);
  const wordy = width >= LEAST_WORDS;
  if (session === null) {
    const told = words.say(has ? 'uncounted' : 'noSession');
    const lines = wordy ? remark(told, width) : [];
    const none = lines.map((line, i) =>
      text(side, 8 + i * REMARK, line, { anchor, className: 'xs i2' }),
    );
    return group(none, { key, transform });
  }
  const whole = Math.max(1, session.expiresAt - session.touchedAt);
  const at = (after: Micros): number => round(width * Math.min(1, after / whole));
  const due = session.closing || session.expiresAt <= now;
  const shapes: Shape[] = [
    rect(0, 0, round(width), BAR, {
      style: {
        fill: 'var(--faint)',
        stroke: due ? 'var(--violation)' : 'var(--ink-3)',
        strokeWidth: 1,
        // Nobody keeps it alive.
        ...(session.connected ? {} : { strokeDasharray: '3 3' }),
      },
    }),
    rect(0, 0, 1, BAR, {
      key: `spent-${pid}`,
      transform: spentBy(session, width, now),
      style: { fill: due ? 'var(--violation)' : 'var(--ink-2)' },
    }),
    path(`M${at(pingAfter(session.timeout))} -3V${BAR + 3}`, { className: 'hair2' }),
    path(`M${at(session.timeout * 1000)} -3V${BAR + 3}M${round(width)} -3V${BAR + 3}`, {
      style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.4 },
    }),
  ];
  if (wordy) {
    shapes.push(
      ...ephemerals(session.ephemerals, width, mirrored),
      text(side, BAR + 19, leftText(session, now, words, width), {
        key: `left-${pid}`,
        anchor,
        className: due ? 'xs w-violation b' : 'xs i2',
      }),
    );
  }
  return group(shapes, { key, transform });
}

/** In two lines at most, cut where even that is too little. */
function remark(told: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrapped(told, width, 12);
  const lines = rest.length === 0 ? [first] : [first, rest.join(' ')];
  return lines.map((line) => trimmed(line, width, 12));
}

/** They hang on the session, dashed circles as in the tree; many are counted. */
function ephemerals(count: number, width: number, mirrored: boolean): Shape[] {
  const shown = Math.min(width < ROOMY ? 1 : 3, count);
  const dots = Array.from({ length: shown }, (_, i): Shape =>
    circle(round(mirrored ? 6 + i * 14 : width - 6 - i * 14), BAR + 15, 5, {
      style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.6, strokeDasharray: '3 2' },
    }),
  );
  if (count > shown) {
    const x = round(mirrored ? 6 + shown * 14 : width - 6 - shown * 14);
    dots.push(
      text(x, BAR + 19, `+${count - shown}`, {
        anchor: mirrored ? 'start' : 'end',
        className: 'xs b',
      }),
    );
  }
  return dots;
}
