import { claimColour } from '../colours.ts';
import { textWidth } from '../geometry.ts';
import { rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';

/** Hollow is a promise, filled carries a value. */
export type ChipKind = 'hollow' | 'filled';

const CHIP = 24;
const SIZE = 14;
const LEAST = 26;

/** Where there is little room, less is left round the label; then the label itself is smaller. */
const FORMS = [
  { size: SIZE, pad: 8 },
  { size: 13, pad: 6 },
  { size: 12, pad: 4 },
] as const;

const formOf = (label: string, most: number): { readonly size: number; readonly pad: number } =>
  FORMS.find(({ size, pad }) => textWidth(label, size) + 2 * pad <= most) ?? FORMS[2];

/** The least room that a label needs to be whole. */
export const chipNeeds = (label: string): number =>
  textWidth(label, FORMS[2].size) + 2 * FORMS[2].pad;

/** The text, or as much of it as fits with an ellipsis behind it. */
export const fitting = (content: string, width: number, size = SIZE): string => {
  if (textWidth(content, size) <= width) return content;
  const letters = Array.from(content);
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('')}…`;
};

/** A ballot or a proposal as a chip whose right edge is at x, its middle at y. */
export const chip = (
  kind: ChipKind,
  label: string,
  claim: number | null,
  { x, y, most, written }: { x: number; y: number; most: number; written: boolean },
): readonly Shape[] => {
  const { size, pad } = formOf(label, most);
  // A space is given up before a letter is.
  const close = chipNeeds(label) > most ? label.replace(': ', ':') : label;
  const shown = fitting(close, most - 2 * pad, size);
  const width = Math.min(most, Math.max(LEAST, Math.round(textWidth(shown, size) + 2 * pad)));
  const colour = claimColour(claim);
  const left = round(x - width);
  const title = shown === close ? {} : { title: label };
  const box =
    kind === 'filled'
      ? rect(left, y - CHIP / 2, width, CHIP, { rx: 3, ...title, style: { fill: colour } })
      : rect(left + 1, y - CHIP / 2 + 1, width - 2, CHIP - 2, {
          rx: 3,
          ...title,
          style: { fill: 'var(--paper)', stroke: colour, strokeWidth: 2 },
        });
  // What is not on disk yet may still be lost: its edge is broken.
  const edge = written
    ? []
    : [
        rect(left - 3, y - CHIP / 2 - 3, width + 6, CHIP + 6, {
          rx: 5,
          key: 'unwritten',
          style: {
            fill: 'none',
            stroke: 'var(--ink-2)',
            strokeWidth: 1.2,
            strokeDasharray: '3 2.2',
          },
        }),
      ];
  return [
    box,
    ...edge,
    text(round(left + width / 2), round(y + size * 0.36), shown, {
      anchor: 'middle',
      style: {
        fontSize: size,
        fontWeight: 650,
        fill: kind === 'filled' ? 'var(--on-claim)' : colour,
      },
    }),
  ];
};
