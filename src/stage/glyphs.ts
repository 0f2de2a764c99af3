import { claimColour } from './colours.ts';
import { textWidth } from './geometry.ts';
import type { Shape } from './shape.ts';
import { circle, group, path, round, text } from './shape.ts';

/** The marks that every lab shares: rings, crown, slip, scissors, pin. */

const CROWN = 'M-13 0L-15 -13L-7.5 -7L0 -16L7.5 -7L15 -13L13 0Z';

/** What a ring can look like; the class of the same name colours it. */
export type RingKind =
  | 'looking'
  | 'reading'
  | 'following'
  | 'leading'
  | 'standalone'
  | 'observing'
  | 'crashed'
  | 'paused'
  | 'off';

const dashes = (radius: number, count: number, filled: number): string => {
  const one = (2 * Math.PI * radius) / count;
  return `${round(one * filled)} ${round(one * (1 - filled))}`;
};

/** A server's ring with its name, around 0 0. */
export const ring = (kind: RingKind, name: string, radius: number): readonly Shape[] => {
  const disc = circle(0, 0, radius, { className: 'disc' });
  const size = Math.max(12, Math.round((radius * 2) / 3));
  const quiet = kind === 'crashed' || kind === 'off';
  const label = text(0, round(size * 0.36), name, {
    className: quiet || kind === 'paused' ? 'nm halo' : 'nm',
    anchor: 'middle',
    style:
      kind === 'off'
        ? { fontSize: size, fill: 'var(--crashed-text)', fontWeight: 500 }
        : { fontSize: size },
  });
  const plain = circle(0, 0, radius, { className: 'st' });
  switch (kind) {
    case 'looking':
    case 'reading':
      return [
        disc,
        circle(0, 0, radius, {
          className: 'st',
          style: { strokeDasharray: dashes(radius, 16, 0.62) },
        }),
        // Whoever serves has a whole line: this one serves, and looks on.
        ...(kind === 'reading'
          ? [circle(0, 0, radius - 5, { className: 'st', style: { strokeWidth: 2 } })]
          : []),
        label,
      ];
    case 'following':
      return [disc, plain, label];
    case 'leading':
    case 'standalone':
      return [
        disc,
        circle(0, 0, radius + 1.5, { className: 'st', style: { strokeWidth: 2.5 } }),
        circle(0, 0, radius - 4.5, { className: 'st', style: { strokeWidth: 2 } }),
        label,
        ...(kind === 'leading'
          ? [
              path(CROWN, {
                transform: `translate(0 ${round(-radius - 3)}) scale(${round((radius / 34) * 100) / 100})`,
                style: { fill: 'var(--leading)' },
              }),
            ]
          : []),
      ];
    case 'observing':
      return [
        disc,
        circle(0, 0, radius, {
          className: 'st',
          transform: 'rotate(55)',
          style: { strokeDasharray: dashes(radius, 4, 0.78) },
        }),
        label,
      ];
    case 'crashed': {
      const a = round(radius * 0.707);
      const b = round(radius * 0.39);
      return [
        disc,
        circle(0, 0, radius, { className: 'st', style: { strokeWidth: 2 } }),
        path(
          `M-${a} -${a}L-${b} -${b}M${a} ${a}L${b} ${b}M${a} -${a}L${b} -${b}M-${a} ${a}L-${b} ${b}`,
          { className: 'st', style: { strokeWidth: 2 } },
        ),
        label,
      ];
    }
    case 'paused':
      return [disc, circle(0, 0, radius, { style: { fill: 'url(#hatch)' } }), plain, label];
    case 'off':
      return [
        disc,
        circle(0, 0, radius, {
          className: 'st',
          style: { stroke: 'var(--crashed)', strokeWidth: 2 },
        }),
        label,
      ];
  }
};

/** Crop marks around something of this half width: selection. */
export const cropMarks = (radius: number): Shape => {
  const o = round(radius + 9);
  const i = round(radius);
  return path(
    `M-${o} -${i}V-${o}H-${i}M${i} -${o}H${o}V-${i}M${o} ${i}V${o}H${i}M-${i} ${o}H-${o}V${i}`,
    { className: 'selring' },
  );
};

/** A vote: a slip with a folded corner, of half width w and half height h. */
export const voteSlip = (
  label: string,
  claim: number | null,
  w: number,
  h: number,
  size = 13,
): readonly Shape[] => [
  path(`M${-w} ${-h}H${w - 7}L${w} ${7 - h}V${h}H${-w}Z`, { style: { fill: claimColour(claim) } }),
  path(`M${w - 7} ${-h}V${7 - h}H${w}`, {
    style: { fill: 'none', stroke: 'var(--paper)', strokeWidth: 1.2 },
  }),
  text(0, round(size * 0.36), label, {
    anchor: 'middle',
    style: { fontSize: size, fill: 'var(--on-claim)' },
  }),
];

/** A vote slip as a group, as wide as its label needs, at least `least`. */
export const voteChip = (
  x: number,
  y: number,
  label: string,
  claim: number | null,
  least = 22,
): Shape =>
  group(voteSlip(label, claim, Math.max(least, round(textWidth(label, 13) / 2 + 9)), 10), {
    className: 'msg vote',
    transform: `translate(${round(x)} ${round(y)})`,
  });

const INK_LINE = {
  fill: 'none',
  stroke: 'var(--ink)',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
} as const;

/** Scissors on a cut link, pointing along it. */
export const scissors = (x: number, y: number, degrees: number, scale = 1): Shape =>
  group([circle(-8, -5, 3.2), circle(-8, 5, 3.2), path('M-5.4 -3.2L9 5.5M-5.4 3.2L9 -5.5')], {
    className: 'scissors',
    transform: `translate(${round(x)} ${round(y)}) rotate(${round(degrees)}) scale(${scale})`,
    style: INK_LINE,
  });

/** The pin of a held message; its point is at x y. */
export const pin = (x: number, y: number): Shape =>
  path('M0 0V-9M-5 -9H5M-3.5 -9L-2.5 -16H2.5L3.5 -9M-4 -16H4', {
    className: 'pin',
    transform: `translate(${round(x)} ${round(y)})`,
    style: { ...INK_LINE, strokeLinejoin: 'round' },
  });
