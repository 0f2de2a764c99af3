import type { LinkView } from '../view/frame.ts';
import type { Micros, Pid } from '../view/time.ts';
import { pointOn } from './curve.ts';
import type { Curve } from './geometry.ts';
import { round, text } from './shape.ts';
import type { Shape } from './shape.ts';
import type { StageWords } from './words.ts';

/** What takes so many times as long as a typical message's way is called slow. */
const TIMES = 3;
/** Its words stand so far above the link's line. */
const ABOVE = 5;

/**
 * What is said of a link that somebody has made slow, in either direction; null where it is none, or as
 * quick as the others.
 * @param pace a typical message's way, µs
 */
export const slowText = (
  links: readonly LinkView[],
  a: Pid,
  b: Pid,
  pace: Micros | undefined,
  words: Pick<StageWords, 'time'>,
): string | null => {
  if (pace === undefined) return null;
  const own = links.flatMap(({ from, to, latency }) =>
    latency !== null && ((from === a && to === b) || (from === b && to === a)) ? [latency] : [],
  );
  if (own.length === 0) return null;
  const [min, max] = [
    Math.min(...own.map((one) => one.min)),
    Math.max(...own.map((one) => one.max)),
  ];
  if (max < TIMES * pace) return null;
  return min === max ? words.time(max) : `${words.time(min)}–${words.time(max)}`;
};

/** How long it takes, beside its line; `at`: where, 0 to 1. */
export const slowShape = (said: string, curve: Curve, at: number, key: string): Shape => {
  const { x, y } = pointOn(curve, at);
  return text(round(x), round(y - ABOVE), said, {
    key,
    anchor: 'middle',
    className: 'link-said s b w-looking halo',
  });
};
