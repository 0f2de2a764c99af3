import type { Micros } from '../../../view/time.ts';

/** The playhead stands here while the diagram follows it: about two thirds to the right. */
const PLAYHEAD = 0.64;

/** The stretch of virtual time shown round `now`. */
export const spanAround = (now: Micros, span: Micros): readonly [Micros, Micros] => {
  const from = Math.max(0, Math.round(now - span * PLAYHEAD));
  return [from, from + span];
};

const STEPS = [1, 2, 5];

/** Spans one can choose, 1 ms to 1000 s, as 1-2-5. */
export const SPANS: readonly Micros[] = Array.from({ length: 19 }, (_, i) => {
  const digit = STEPS[i % 3] ?? 1;
  return digit * 10 ** (3 + Math.floor(i / 3));
});

/** The choice nearest to three seconds of watching at this pace. */
export const firstSpan = (pace: number): number => {
  const wish = Math.log(pace * 3);
  let best = 0;
  SPANS.forEach((span, i) => {
    const distance = Math.abs(Math.log(span) - wish);
    if (distance < Math.abs(Math.log(SPANS[best] ?? 1) - wish)) best = i;
  });
  return best;
};
