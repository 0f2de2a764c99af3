/** Shields: whole for who is loyal, broken in two for a traitor; a flag and a chief for the commander. */
import { at, group, path, rect, text } from '../shape.ts';
import type { Shape } from '../shape.ts';

/** Half its width, its height above and below 0 0, and the top of the flag, at scale 1. */
export const SHIELD = { half: 30, above: 34, below: 40, flag: 60 };

const WHOLE = 'M0 -34L30 -24V2Q30 26 0 40Q-30 26 -30 2V-24Z';
const CHIEF = 'M0 -34L30 -24V-15H-30V-24Z';
const FLAG = 'M0 -34V-60M0 -60L24 -53L0 -46Z';
const LEFT = 'M3 -33L-30 -24V2Q-30 25 -3 39L3 24L-5 10L4 -4L-4 -18Z';
const RIGHT = 'M3 -33L30 -24V2Q30 26 -3 39L3 24L-5 10L4 -4L-4 -18Z';
/** The chief of either half. */
const LEFT_CHIEF = 'M3 -33L-30 -24V-15H-2L-4 -18Z';
const RIGHT_CHIEF = 'M3 -33L30 -24V-15H-2L-4 -18Z';

/** Round it: selection. */
const CROP = 'M-44 -38V-48H-34M34 -48H44V-38M44 42V52H34M-34 52H-44V42';
/** Round it: the keyboard is here. */
const FOCUS = 'M0 -42L37 -30V3Q37 31 0 48Q-37 31 -37 3V-30Z';

export interface ShieldLook {
  readonly name: string;
  readonly broken: boolean;
  readonly commander: boolean;
  /** It is down. */
  readonly grey: boolean;
  readonly selected: boolean;
  readonly glow: 'none' | 'glow' | 'outline';
  readonly scale: number;
}

/** A general's shield around 0 0. */
export const shield = (look: ShieldLook): readonly Shape[] => {
  const colour = look.grey ? 'var(--crashed)' : look.broken ? 'var(--violation)' : 'var(--ink)';
  const line = {
    fill: 'var(--paper)',
    stroke: colour,
    strokeWidth: 2.6,
    strokeLinejoin: 'round',
  } as const;
  const solid = { fill: colour, stroke: colour, strokeWidth: 2, strokeLinejoin: 'round' } as const;
  const children: Shape[] = [];
  if (look.glow === 'glow') {
    children.push(path(FOCUS, { className: 'glow', transform: 'scale(1.12)' }));
  } else if (look.glow === 'outline') {
    children.push(path(FOCUS, { className: 'changed', transform: 'scale(1.12)' }));
  }
  if (look.selected) children.push(path(CROP, { className: 'selring' }));
  if (look.broken) {
    children.push(
      group(
        [
          path(LEFT, { style: line }),
          ...(look.commander ? [path(LEFT_CHIEF, { style: { fill: colour } })] : []),
        ],
        { key: 'left', transform: 'translate(-4 -3)' },
      ),
      group(
        [
          path(RIGHT, { style: line }),
          ...(look.commander ? [path(RIGHT_CHIEF, { style: { fill: colour } })] : []),
        ],
        { key: 'right', transform: 'translate(5 5)' },
      ),
      rect(-17, -7, 34, 21, { rx: 5, style: { fill: 'var(--paper)' } }),
    );
  } else {
    children.push(path(WHOLE, { style: line }));
    if (look.commander) children.push(path(CHIEF, { style: { fill: colour } }));
  }
  if (look.commander) {
    children.push(path(FLAG, { style: solid, ...(look.broken ? { transform: at(-1, -1) } : {}) }));
  }
  children.push(
    text(0, 11.2, look.name, {
      anchor: 'middle',
      className: look.broken && !look.grey ? 'nm w-violation' : 'nm',
      style: { fontSize: 20 },
    }),
    path(FOCUS, { className: 'focus-mark' }),
  );
  return look.scale === 1
    ? children
    : [group(children, { key: 'shield', transform: `scale(${look.scale})` })];
};

/** A value on a chip: the one that somebody holds or has decided. */
export const valueChip = (
  x: number,
  y: number,
  value: string,
  colour: string,
  { width = 24, height = 20, size = 13 } = {},
): Shape =>
  group(
    [
      rect(-width / 2, -height / 2, width, height, { rx: 3, style: { fill: colour } }),
      text(0, Math.round(size * 3.6) / 10, value, {
        anchor: 'middle',
        style: { fontSize: size, fontWeight: 650, fill: 'var(--on-claim)' },
      }),
    ],
    { transform: at(x, y), role: 'presentation' },
  );
