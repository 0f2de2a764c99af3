import type { Micros, Pid } from '../../view/time.ts';
import { group, rect, round, text, at } from '../shape.ts';
import type { Move, Shape } from '../shape.ts';
import type { RegistryLayout } from './registry-layout.ts';
import { providedOf } from './registry-who.ts';
import type { ClientView, SceneView, SessionSpan } from './scene.ts';
import type { RecipesSaying } from './words.ts';

const BAR = { half: 56, height: 10 };

/** Beside each other bars do not touch, however many they are. */
const barHalf = (apart: number): number => Math.min(BAR.half, Math.max(10, apart / 2 - 11));

/** From here on there is room for words beside the time. */
const WORDY = 96;

const spentAt = (session: SessionSpan, now: Micros): number => {
  const whole = Math.max(1, session.expiresAt - session.touchedAt);
  return Math.min(1, Math.max(0, (now - session.touchedAt) / whole));
};

/** How much of a session's bar is its time-out; the rest is the tick with which it ends. */
const shareOf = (session: SessionSpan): number => {
  const whole = Math.max(1, session.expiresAt - session.touchedAt);
  return Math.min(1, (session.timeout * 1000) / whole);
};

const leftText = (
  session: SessionSpan,
  now: Micros,
  apart: number,
  words: RecipesSaying,
): string => {
  const left = Math.max(0, session.expiresAt - now);
  if (left === 0) return words.say('sessionOver');
  const time = words.timeIn(Math.ceil(left / 100_000) / 10, 's');
  return apart < WORDY ? time : words.say('left', { time });
};

/** A session runs down from left to right; its hatched end is the tick it is rounded up to. */
export function sessionShapes(
  pid: Pid,
  session: SessionSpan | null,
  client: ClientView | undefined,
  x: number,
  y: number,
  apart: number,
  now: Micros,
  words: RecipesSaying,
): Shape[] {
  const half = barHalf(apart);
  if (session === null) {
    return [
      text(round(x), round(y + 10), words.say('sessionOver'), {
        anchor: 'middle',
        className: 's w-violation',
      }),
    ];
  }
  const wide = 2 * half;
  const sharp = shareOf(session);
  const silent = client !== undefined && client.liveness !== 'up';
  return [
    group(
      [
        rect(0, 0, wide, BAR.height, { style: { fill: 'var(--faint)', stroke: 'var(--ink-3)' } }),
        ...(sharp < 0.995
          ? [
              rect(round(wide * sharp), 0, round(wide * (1 - sharp)), BAR.height, {
                style: { fill: 'url(#hatch)', stroke: 'var(--ink-3)' },
              }),
            ]
          : []),
        rect(0, 0, 1, BAR.height, {
          key: `spent-${pid}`,
          transform: spentBy(session, wide, now),
          style: { fill: silent ? 'var(--ink)' : 'var(--ink-2)' },
        }),
        text(0, 28, leftText(session, now, apart, words), {
          key: `left-${pid}`,
          className: silent ? 's b' : 's i2',
        }),
      ],
      { key: `session-${pid}`, transform: at(x - half, y) },
    ),
  ];
}

const spentBy = (session: SessionSpan, wide: number, now: Micros): string =>
  `scale(${round(Math.max(0.1, wide * spentAt(session, now)))} 1)`;

/** What time alone changes: the sessions run down. */
export const registryMoves = (
  scene: SceneView,
  layout: RegistryLayout,
  now: Micros,
  words: RecipesSaying,
): readonly Move[] =>
  providedOf(scene).flatMap(({ view, client }) => {
    const session = client?.session ?? null;
    if (session === null) return [];
    const wide = 2 * barHalf(layout.apart);
    return [
      { key: `spent-${view.pid}`, transform: spentBy(session, wide, now) },
      { key: `left-${view.pid}`, text: leftText(session, now, layout.apart, words) },
    ];
  });
