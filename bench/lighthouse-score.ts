/** Lighthouse's performance score, by its public curves (version 10 and later). */

export type Device = 'mobile' | 'desktop';

/** ms; `shifted`: a sum of parts of the screen. */
export interface Metrics {
  readonly firstPaint: number;
  readonly speedIndex: number;
  readonly largestPaint: number;
  readonly blocked: number;
  readonly shifted: number;
}

type Curve = readonly [best: number, middling: number];

/** Of each metric: where its score is 90, where it is 50, and its part of the whole. */
const CURVES: Readonly<Record<Device, Readonly<Record<keyof Metrics, Curve>>>> = {
  mobile: {
    firstPaint: [1800, 3000],
    speedIndex: [3387, 5800],
    largestPaint: [2500, 4000],
    blocked: [200, 600],
    shifted: [0.1, 0.25],
  },
  desktop: {
    firstPaint: [934, 1600],
    speedIndex: [1311, 2300],
    largestPaint: [1200, 2400],
    blocked: [150, 350],
    shifted: [0.1, 0.25],
  },
};
const PARTS: Readonly<Record<keyof Metrics, number>> = {
  firstPaint: 0.1,
  speedIndex: 0.1,
  largestPaint: 0.25,
  blocked: 0.3,
  shifted: 0.25,
};
/** The inverse of erfc at 1/5. */
const AT_90 = 0.906_193_802_436_823_2;

/** The error function to 1.5e-7 (Abramowitz and Stegun, 7.1.26). */
function erf(x: number): number {
  const t = 1 / (1 + 0.327_591_1 * Math.abs(x));
  const terms = [0.254_829_592, -0.284_496_736, 1.421_413_741, -1.453_152_027, 1.061_405_429];
  const sum = terms.reduceRight((all, term) => (all + term) * t, 0);
  return Math.sign(x) * (1 - sum * Math.exp(-x * x));
}

/** From 0 to 1; 0.9 at `best`, 0.5 at `middling`. */
function scoreOf(value: number, [best, middling]: Curve): number {
  if (value <= 0) return 1;
  return (1 - erf((Math.log(value / middling) * AT_90) / -Math.log(best / middling))) / 2;
}

/** The whole score, 0 to 100, as it is shown: rounded. */
export function lighthouseScore(device: Device, metrics: Metrics): number {
  const names = Object.keys(PARTS) as (keyof Metrics)[];
  // Each metric is rounded to hundredths before they are weighed.
  const sum = names.reduce(
    (all, name) =>
      all + PARTS[name] * (Math.round(scoreOf(metrics[name], CURVES[device][name]) * 100) / 100),
    0,
  );
  return Math.round(sum * 100);
}
