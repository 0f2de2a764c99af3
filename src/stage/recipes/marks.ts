import type { Pid } from '../../view/time.ts';
import { claimColour } from '../colours.ts';
import { boldWidth } from '../geometry.ts';
import { at, circle, group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';

/** The marks of who holds and who only believes to: never the same one. */

/** A client's own colour: it is a claim, wherever its name stands in it. */
export const colourOf = (pid: Pid): string => claimColour(pid - FIRST_CLIENT + 1);
const FIRST_CLIENT = 101;

/** A padlock round x y: filled, somebody holds by what stands in the tree; hollow, somebody believes to. */
export const padlock = (x: number, y: number, colour: string, filled: boolean, scale = 1): Shape =>
  group(
    [
      path('M-4.6 -2V-5.6a4.6 4.6 0 0 1 9.2 0V-2', { style: { fill: 'none' } }),
      rect(-7.5, -2, 15, 11, { rx: 1.5, style: { fill: filled ? colour : 'var(--paper)' } }),
    ],
    {
      className: filled ? 'padlock holds' : 'padlock believes',
      transform: `${at(x, y)} scale(${scale})`,
      style: { stroke: colour, strokeWidth: round(1.8 / scale) },
    },
  );

/** The way from a head to what it thinks, in units of a bubble at scale 1. */
const CLOUD =
  'M-9 12A8 8 0 0 1 -17 1A8.5 8.5 0 0 1 -9 -10A10 10 0 0 1 8 -11A8.5 8.5 0 0 1 17 0A8 8 0 0 1 9 12A12 12 0 0 1 -9 12Z';

/** A thought round x y, its tail to the lower left: what stands in it is in a client's mind alone. */
export const thought = (x: number, y: number, colour: string, scale = 1): Shape =>
  group(
    [
      path(CLOUD),
      circle(-20, 12, 2.6),
      circle(-25, 17, 1.4),
      padlock(0, -0.5, colour, false, 0.86),
    ],
    {
      className: 'thought',
      transform: `${at(x, y)} scale(${scale})`,
      style: { fill: 'var(--paper)', stroke: colour, strokeWidth: round(1.8 / scale) },
    },
  );

/** Size of a name in a chip, and what its box takes beside it. */
export const CHIP = { size: 15, pad: 9, height: 26 };

export const chipWidth = (name: string): number =>
  round(Math.max(36, boldWidth(name, CHIP.size) + 2 * CHIP.pad));

/** A name in its client's colour, its left edge at x: filled is a fact, an outline a belief. */
export const chip = (
  x: number,
  y: number,
  name: string,
  colour: string,
  filled: boolean,
): Shape => {
  const width = chipWidth(name);
  return group(
    [
      rect(0, 0, width, CHIP.height, {
        rx: 3,
        style: filled ? { fill: colour } : { fill: 'var(--paper)', stroke: colour, strokeWidth: 2 },
      }),
      text(round(width / 2), 18.5, name, {
        anchor: 'middle',
        className: 'b',
        style: { fontSize: CHIP.size, fill: filled ? 'var(--on-claim)' : colour },
      }),
    ],
    { transform: at(x, y) },
  );
};

/** Two lines under what must not be two: a violation. */
export const twice = (x0: number, x1: number, y: number): Shape =>
  path(`M${round(x0)} ${round(y)}H${round(x1)}M${round(x0)} ${round(y + 4)}H${round(x1)}`, {
    style: { fill: 'none', stroke: 'var(--violation)', strokeWidth: 1.8 },
  });

/** Paused: a strip of hatch. */
export const hatched = (x: number, y: number, width: number, height: number): Shape =>
  rect(round(x), round(y), round(width), height, { style: { fill: 'url(#hatch)' } });

/** The colour of a client's mark: one that nobody can tell apart any more is ink. */
export const inkOr = (pid: Pid | null): string => (pid === null ? 'var(--ink-2)' : colourOf(pid));

/** An octagon that refuses, round x y: what it was refused for stands in it. */
export const refusal = (x: number, y: number, label: string, colour: string): Shape => {
  const half = round(boldWidth(label, 14) / 2 + 24);
  const c = half - 8;
  return group(
    [
      path(`M${-c} -13H${c}L${half} -5V5L${c} 13H${-c}L${-half} 5V-5Z`, {
        style: { fill: 'var(--paper)', stroke: colour, strokeWidth: 2 },
      }),
      path(`M${-half + 9} -4l8 8m0 -8l-8 8`, {
        style: { fill: 'none', stroke: colour, strokeWidth: 2 },
      }),
      text(8, 5, label, {
        anchor: 'middle',
        className: 'b',
        style: { fontSize: 14, fill: colour },
      }),
    ],
    { className: 'refusal', transform: at(x, y) },
  );
};
