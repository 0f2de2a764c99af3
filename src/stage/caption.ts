import { textWidth } from './geometry.ts';
import { above } from './beside.ts';
import { circle, group, rect, round, text } from './shape.ts';
import type { Drawing } from './shape.ts';

/** What a picture says of itself when it has left the page. */
export interface Caption {
  /** The lab or lesson that it shows. */
  readonly title: string;
  /** What has just happened; may be empty. */
  readonly sentence: string;
  /** Virtual time and the event's number, as the clock says them. */
  readonly moment: string;
  /** Who made it. */
  readonly maker: string;
}

const MARGIN = 20;
const SIZE = 18;
const LINE = 26;
const FOOT = 34;

/** The caption as a drawing of this width: a hairline, the sentence, and whence and when it is. */
const captionDrawing = ({ title, sentence, moment, maker }: Caption, width: number): Drawing => {
  const lines = wrapped(sentence, width - 2 * MARGIN, SIZE);
  const top = lines.length === 0 ? 4 : 12 + lines.length * LINE;
  const base = top + 18;
  // Bold letters are wider.
  const name = textWidth(maker, 14);
  return {
    width,
    height: top + FOOT,
    shapes: [
      rect(0, 0, width, 1, { style: { fill: 'var(--rule)' } }),
      ...lines.map((line, i) =>
        text(MARGIN, 12 + i * LINE + 20, line, { key: `sentence-${i}`, className: 'l' }),
      ),
      text(MARGIN, base, `${title} · ${moment}`, { key: 'moment', className: 's i2' }),
      text(width - MARGIN, base, maker, { key: 'maker', anchor: 'end', className: 's b' }),
      group(
        [
          circle(0, 0, 6, { style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.5 } }),
          circle(0, 0, 2, { style: { fill: 'var(--ink)' } }),
        ],
        { transform: `translate(${round(width - MARGIN - name - 14)} ${base - 4.5})` },
      ),
    ],
  };
};

/** A drawing with its caption below it. */
export const captioned = (drawing: Drawing, caption: Caption): Drawing =>
  above(drawing, captionDrawing(caption, drawing.width));

/** Closing signs stay with the letter before them. */
const PIECES = /[\u2e80-\u9fff][，。：；、！？）」》]*|[^\s\u2e80-\u9fff]+\s*|\s+/gu;

/** A text broken into lines no wider than this: between words, and between Chinese letters. */
export const wrapped = (content: string, width: number, size: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of content.trim().match(PIECES) ?? []) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
};
