/**
 * Messages that say something: a point that tells whose ear it is for, and behind it one notch for
 * each who passed it on. A lie's edge is torn, a signed one bears a seal, a forged one a broken seal.
 */
import type { MessageShape, SpokenShape } from '../view/frame.ts';
import { boldWidth } from './geometry.ts';
import { circle, path, round, text } from './shape.ts';
import type { Shape } from './shape.ts';

/** Half the height, the least text's size, and how deep a notch is. */
const H = 11;
const SIZE = 13;
const NOTCH = 7;
/** Between two notches, and beside a seal. */
const STEP = 7;
const SEAL = 5;

interface Look {
  readonly notches: number;
  readonly torn: boolean;
  readonly seal: 'none' | 'whole' | 'broken';
  /** What it takes beside its label. */
  readonly around: number;
}

const look = (notches: number, torn: boolean, seal: Look['seal'] = 'none'): Look => ({
  notches,
  torn,
  seal,
  around: 22 + STEP * insideOf(notches, torn) + (notches > 0 ? 4 : 0) + (seal === 'none' ? 0 : 14),
});

/** Notches that are lines inside: the last one is the edge itself, unless that is torn. */
function insideOf(notches: number, torn: boolean): number {
  return torn ? notches : Math.max(0, notches - 1);
}

const LOOKS: Readonly<Record<SpokenShape, Look>> = {
  order: look(0, false),
  relay: look(1, false),
  'relay-2': look(2, false),
  'relay-3': look(3, false),
  'lie-order': look(0, true),
  'lie-relay': look(1, true),
  'lie-relay-2': look(2, true),
  'lie-relay-3': look(3, true),
  signed: look(0, false, 'whole'),
  forged: look(0, true, 'broken'),
};

export const isSpoken = (shape: MessageShape): shape is SpokenShape => Object.hasOwn(LOOKS, shape);

export const spokenLook = (shape: SpokenShape): Look => LOOKS[shape];

/** Whether it says so itself: a word stands below it. */
export const isLie = (shape: MessageShape): boolean => isSpoken(shape) && LOOKS[shape].torn;

/** The same message for somebody who cannot know that it is a lie. */
export const believed = (shape: MessageShape): MessageShape =>
  shape.startsWith('lie-') ? (shape.slice('lie-'.length) as MessageShape) : shape;

/** From the back, at `x` and to the left of it, up or down; `s` is −1 in a mirror. */
const edge = ({ notches, torn }: Look, x: number, s: number, h: number): string => {
  const at = (dx: number, y: number): string => `L${round(s * (x + dx))} ${round(y)}`;
  if (torn)
    return [at(5, h), at(-2, h * 0.55), at(6, h * 0.12), at(-2, -h * 0.3), at(6, -h * 0.68)].join(
      '',
    );
  return notches === 0 ? '' : at(NOTCH, 0);
};

const body = (all: Look, back: number, front: number, tip: number, s: number, h: number): string =>
  `M${round(s * back)} ${-h}H${round(s * front)}L${round(s * tip)} 0L${round(s * front)} ${h}` +
  `${all.torn ? '' : `H${round(s * back)}`}${edge(all, back, s, h)}Z`;

/** A lie's red rim, drawn below it. */
const rim = (d: string, width: number): Shape =>
  path(d, {
    key: 'rim',
    style: {
      fill: 'var(--paper)',
      stroke: 'var(--violation)',
      strokeWidth: width,
      strokeLinejoin: 'round',
    },
  });

const notch = (x: number, s: number, h: number): Shape =>
  path(`M${round(s * x)} ${-h}L${round(s * (x + NOTCH))} 0L${round(s * x)} ${h}`, {
    style: { fill: 'none', stroke: 'var(--paper)', strokeWidth: 1.6 },
  });

/** A seal, whole or broken in two. */
const sealAt = (x: number, s: number, kind: Look['seal']): readonly Shape[] => {
  if (kind === 'none') return [];
  const style = { fill: 'none', stroke: 'var(--on-claim)', strokeWidth: 1.5 };
  const at = round(s * x);
  return [
    circle(at, 0, SEAL, { style }),
    kind === 'whole'
      ? path(`M${at - 2.2} 0l1.8 2l3 -4`, { style })
      : path(`M${at - 1} ${-SEAL}l2.4 3.4l-3 3l2.4 3.6`, { style }),
  ];
};

/** With its label, around 0 0, upright; only its point turns. */
export const labelledSpoken = (
  shape: SpokenShape,
  content: string,
  colour: string,
  left: boolean,
): readonly Shape[] => {
  const all = LOOKS[shape];
  const s = left ? -1 : 1;
  const width = boldWidth(content, SIZE) + all.around;
  const back = -width / 2;
  const tip = width / 2;
  const front = tip - 11;
  const d = body(all, back, front, tip, s, H);
  const inside = insideOf(all.notches, all.torn);
  const seal = all.seal === 'none' ? 0 : 14;
  const from = back + (all.notches > 0 ? 4 : 0) + inside * STEP + seal;
  return [
    ...(all.torn ? [rim(d, 5.5)] : []),
    path(d, {
      style: { fill: colour, ...(all.torn && { stroke: 'var(--paper)', strokeWidth: 1.4 }) },
    }),
    ...Array.from({ length: inside }, (_, i) =>
      notch(back + (all.torn ? 7 : STEP) + i * STEP, s, H),
    ),
    ...sealAt(back + 11, s, all.seal),
    text(round((s * (from + front + 5)) / 2), 4.7, content, {
      anchor: 'middle',
      style: { fontSize: SIZE, fill: 'var(--on-claim)' },
    }),
  ];
};

/** Small and without a label, for crowds, lanes and lists. */
export const bareSpoken = (shape: SpokenShape, colour: string, left: boolean): readonly Shape[] => {
  const all = LOOKS[shape];
  const s = left ? -1 : 1;
  const d = body(all, -8, 4.7, 10.7, s, 6);
  const style = { fill: colour, stroke: 'var(--paper)', strokeWidth: 1 };
  return [
    ...(all.torn ? [rim(d, 4)] : []),
    path(d, { style }),
    ...(all.seal === 'none'
      ? []
      : [circle(round(-3 * s), 0, 2, { style: { fill: 'var(--on-claim)' } })]),
  ];
};
