import type { Micros } from '../../view/time.ts';
import type { SessionView, ZooKeeperClientView } from '../../view/zookeeper.ts';
import { circle, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { timeParts } from '../time-text.ts';
import type { ZooKeeperStageWords } from './words.ts';

/** A session at a moment: how much of its time is spent, 0 to 1, and what is left of it, µs. */
export const sessionAt = (
  { touchedAt, expiresAt }: Pick<SessionView, 'touchedAt' | 'expiresAt'>,
  now: Micros,
): { readonly spent: number; readonly left: Micros } => {
  const whole = Math.max(1, expiresAt - touchedAt);
  const left = Math.max(0, expiresAt - now);
  return { spent: Math.min(1, Math.max(0, (now - touchedAt) / whole)), left };
};

/** What is left, in whole tenths of a second: a text that does not flicker. */
export const leftText = (left: Micros, words: ZooKeeperStageWords): string => {
  if (left === 0) return words.zookeeper.over;
  const { value, unit } = timeParts(Math.ceil(left / 100_000) * 100_000);
  return words.zookeeper.left(words.timeIn(value, unit));
};

/** A client pings when it has said nothing for a third of its timeout, at the latest after 10 s. */
const pingAfter = (timeoutMs: number): Micros => Math.min(10_000, timeoutMs / 3) * 1000;

const BAR = 9;

/**
 * The session running down from left to right: what is spent is dark, ticks show when the client
 * pings, when its timeout is over, and, at the end, when the tick is over that it expires with.
 */
export function sessionBar(
  session: SessionView | null,
  client: ZooKeeperClientView | undefined,
  width: number,
  now: Micros,
  words: ZooKeeperStageWords,
  mirrored: boolean,
  small: boolean,
): readonly Shape[] {
  if (session === null) {
    return small || client === undefined
      ? []
      : [
          text(mirrored ? width : 0, 6, words.zookeeper.noSession, {
            anchor: mirrored ? 'end' : 'start',
            className: 'xs i2',
          }),
        ];
  }
  const { spent, left } = sessionAt(session, now);
  const whole = Math.max(1, session.expiresAt - session.touchedAt);
  const at = (after: Micros): number => round(width * Math.min(1, after / whole));
  const ping = at(pingAfter(session.timeout));
  const timeout = at(session.timeout * 1000);
  const shapes: Shape[] = [
    rect(0, 0, width, BAR, {
      style: { fill: 'var(--faint)', stroke: 'var(--ink-3)', strokeWidth: 1 },
    }),
    rect(0, 0, 1, BAR, {
      key: `spent-${session.id}`,
      transform: `scale(${round(width * spent)} 1)`,
      style: { fill: left === 0 ? 'var(--violation)' : 'var(--ink-2)' },
    }),
    path(`M${ping} -3V${BAR + 3}`, { className: 'hair2' }),
    path(`M${timeout} -3V${BAR + 3}M${width} -3V${BAR + 3}`, {
      style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.4 },
    }),
  ];
  if (small) return shapes;
  // Its ephemeral nodes hang on it: dashed circles, as in the tree.
  const shown = Math.min(5, session.ephemerals);
  for (let i = 0; i < shown; i++) {
    const x = mirrored ? 6 + i * 15 : width - 6 - i * 15;
    shapes.push(
      circle(x, BAR + 14, 5, {
        style: {
          fill: 'none',
          stroke: 'var(--ink)',
          strokeWidth: 1.6,
          strokeDasharray: '3 2',
        },
      }),
    );
  }
  shapes.push(
    text(mirrored ? width : 0, BAR + 18, leftText(left, words), {
      key: `left-${session.id}`,
      anchor: mirrored ? 'end' : 'start',
      className: left === 0 ? 'xs w-violation b' : 'xs i2',
    }),
  );
  return shapes;
}
