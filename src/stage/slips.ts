import type { MessageShape, SpokenShape } from '../view/frame.ts';
import { claimColour } from './colours.ts';
import { boldWidth } from './geometry.ts';
import { voteSlip } from './glyphs.ts';
import { circle, path, rect, round, text } from './shape.ts';
import type { Shape } from './shape.ts';
import { isSpoken, labelledSpoken, bareSpoken, spokenLook } from './spoken.ts';

/**
 * The shapes of messages: a point asks, a round end answers, an octagon refuses; hollow is a
 * promise, filled carries data; a commit has a bar behind it. All around 0 0, upright; only the
 * point turns.
 */

/** Height of every label's box. */
export const SLIP_HEIGHT = 22;
const SIZE = 13;
const H = SLIP_HEIGHT / 2;

/** What a shape takes beside its label, and the least that its box is wide. */
const AROUND: Readonly<
  Record<Exclude<MessageShape, SpokenShape>, { readonly label: number; readonly least: number }>
> = {
  vote: { label: 13, least: 0 },
  packet: { label: 13, least: 0 },
  promise: { label: 25, least: 40 },
  accepted: { label: 25, least: 40 },
  ack: { label: 25, least: 40 },
  prepare: { label: 28, least: 0 },
  accept: { label: 28, least: 0 },
  request: { label: 28, least: 0 },
  proposal: { label: 28, least: 0 },
  commit: { label: 38, least: 0 },
  refusal: { label: 46, least: 0 },
  'watch-event': { label: 25, least: 36 },
  ping: { label: 8, least: 8 },
};

const aroundOf = (shape: MessageShape): { readonly label: number; readonly least: number } =>
  isSpoken(shape) ? { label: spokenLook(shape).around, least: 0 } : AROUND[shape];

/** Width of the box that a labelled message takes. */
export const slipWidth = (shape: MessageShape, label: string): number => {
  const around = aroundOf(shape);
  if (shape === 'ping') return around.least;
  return round(Math.max(around.least, boldWidth(label, SIZE) + around.label));
};

/** The widest label that a box of this width has room for. */
export const labelRoom = (shape: MessageShape, width: number): number =>
  width - aroundOf(shape).label;

const label = (content: string, fill: string, x = 0): Shape =>
  text(x, 4.7, content, { anchor: 'middle', style: { fontSize: SIZE, fill } });

const pointed = (back: number, body: number, tip: number, h: number, left: boolean): string => {
  const s = left ? -1 : 1;
  return `M${round(-back * s)} ${-h}H${round(body * s)}L${round(tip * s)} 0L${round(body * s)} ${h}H${round(-back * s)}Z`;
};

/** A message with its label; `left` when it travels leftwards. */
export const labelledSlip = (
  shape: MessageShape,
  content: string,
  claim: number | null,
  left: boolean,
): readonly Shape[] => {
  const colour = claimColour(claim);
  if (isSpoken(shape)) return labelledSpoken(shape, content, colour, left);
  const half = boldWidth(content, SIZE) / 2;
  const filled = { fill: colour };
  const hollow = { fill: 'var(--paper)', stroke: colour, strokeWidth: 2 };
  const width = slipWidth(shape, content);
  const turn = left ? -1 : 1;
  switch (shape) {
    case 'vote':
      return voteSlip(content, claim, width / 2, H, SIZE);
    case 'packet':
      return [
        rect(-width / 2, -H, width, SLIP_HEIGHT, { rx: 2, style: hollow }),
        label(content, colour),
      ];
    case 'prepare':
      return [
        path(pointed(half + 8, half + 2, half + 12, H, left), { style: hollow }),
        label(content, colour, -2 * turn),
      ];
    case 'promise':
      return [
        rect(-width / 2, -H, width, SLIP_HEIGHT, { rx: H, style: hollow }),
        label(content, colour),
      ];
    case 'accept':
    case 'request':
    case 'proposal':
      return [
        path(pointed(half + 9, half + 2, half + 13, H, left), { style: filled }),
        label(content, 'var(--on-claim)', -2 * turn),
      ];
    case 'accepted':
    case 'ack':
      return [
        rect(-width / 2, -H, width, SLIP_HEIGHT, { rx: H, style: filled }),
        label(content, 'var(--on-claim)'),
      ];
    case 'commit':
      return [
        path(pointed(half + 9, half + 2, half + 13, H, left), { style: filled }),
        path(`M${round(-turn * (half + 13))} ${-H}V${H}`, {
          style: { fill: 'none', stroke: colour, strokeWidth: 3 },
        }),
        label(content, 'var(--on-claim)', -2 * turn),
      ];
    case 'refusal': {
      const w = width / 2;
      const c = w - 7;
      return [
        path(`M${-c} ${-H}H${c}L${w} -4.2V4.2L${c} ${H}H${-c}L${-w} 4.2V-4.2Z`, { style: hollow }),
        path(`M${round(-w + 9)} -4l8 8m0 -8l-8 8`, {
          style: { fill: 'none', stroke: colour, strokeWidth: 2 },
        }),
        label(content, colour, 8),
      ];
    }
    case 'watch-event': {
      // An eye: as high as any label along the whole word, its corners beside it.
      const w = width / 2;
      const lid = round(half + 1);
      const corner = round((w + half) / 2);
      return [
        path(
          `M${-w} 0Q${-corner} ${-H} ${-lid} ${-H}H${lid}Q${corner} ${-H} ${w} 0Q${corner} ${H} ${lid} ${H}H${-lid}Q${-corner} ${H} ${-w} 0Z`,
          { style: filled },
        ),
        label(content, 'var(--on-claim)'),
      ];
    }
    case 'ping':
      return [circle(0, 0, 4, { style: { fill: 'var(--ink-3)' } })];
  }
};

/** The same message small and without a label, for crowds, lanes and cards. */
export const bareSlip = (
  shape: MessageShape,
  claim: number | null,
  left: boolean,
): readonly Shape[] => {
  const colour = claimColour(claim);
  if (isSpoken(shape)) return bareSpoken(shape, colour, left);
  const edge = { stroke: 'var(--paper)', strokeWidth: 1 };
  const filled = { fill: colour, ...edge };
  const hollow = { fill: 'var(--paper)', stroke: colour, strokeWidth: 2 };
  switch (shape) {
    case 'vote':
      return [path('M-9 -6H5L9 -2V6H-9Z', { style: filled })];
    case 'prepare':
      return [path(pointed(8, 4.7, 10.7, 6, left), { style: hollow })];
    case 'promise':
      return [rect(-9, -5.5, 18, 11, { rx: 5.5, style: hollow })];
    case 'accept':
    case 'request':
    case 'proposal':
      return [path(pointed(8, 4.7, 10.7, 6, left), { style: filled })];
    case 'commit':
      return [
        path(pointed(6, 4.7, 10.7, 6, left), { style: filled }),
        path(`M${left ? 9.5 : -9.5} -6V6`, {
          style: { fill: 'none', stroke: colour, strokeWidth: 3 },
        }),
      ];
    case 'accepted':
    case 'ack':
      return [rect(-9, -5.5, 18, 11, { rx: 5.5, style: filled })];
    case 'refusal':
      return [
        path('M-6 -6H6L9 -3V3L6 6H-6L-9 3V-3Z', { style: hollow }),
        path('M-3 -3l6 6m0 -6l-6 6', { style: { fill: 'none', stroke: colour, strokeWidth: 1.6 } }),
      ];
    case 'watch-event':
      return [path('M-10 0Q0 -14 10 0Q0 14 -10 0Z', { style: filled })];
    case 'packet':
      return [rect(-8, -5, 16, 10, { rx: 2, style: hollow })];
    case 'ping':
      return [circle(0, 0, 4, { style: { fill: 'var(--ink-3)' } })];
  }
};
