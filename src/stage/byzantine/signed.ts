/** Under SM: the values that a lieutenant holds with good signatures, what it refused, and a proof of treason. */
import type { ByzantineDetail, GeneralView } from '../../view/byzantine.ts';
import { boldWidth, textWidth } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { HIDDEN } from '../veil.ts';
import { valueChip } from './shield.ts';
import { howText } from './tree-shapes.ts';
import { nameOf, pathText, valueColour } from './who.ts';
import type { ByzantineSaying } from './words.ts';

interface Place {
  readonly words: ByzantineSaying;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly hidden: boolean;
}

const LINE = 28;
/** More than these are a number. */
const MOST_REFUSED = 3;

/** V, line by line, with the chain of signers by which each value came. */
export function signedShapes(
  detail: ByzantineDetail,
  general: GeneralView,
  { words, left, right, top, hidden }: Place,
): { shapes: readonly Shape[]; bottom: number } {
  const { say } = words;
  const middle = (left + right) / 2;
  const { decided } = general;
  const shapes: Shape[] = [
    text(middle - 38, top + 24, say('panel.obeys', { name: general.name }), {
      anchor: 'end',
      className: 'm b',
    }),
    decided === null || hidden
      ? text(middle, top + 25, hidden ? HIDDEN : '…', { anchor: 'middle', className: 'l b i2' })
      : valueChip(middle, top + 18, decided, valueColour(detail, decided), {
          width: Math.max(48, round(textWidth(decided, 22) + 16)),
          height: 36,
          size: 22,
        }),
    text(
      middle + 38,
      top + 24,
      hidden ? '' : howText(detail, general, null, words, right - middle - 38),
      {
        className: 's i2',
      },
    ),
  ];
  let y = top + 68;
  shapes.push(text(left, y, say('panel.values'), { className: 's i2' }));
  if (general.signed.length === 0) {
    shapes.push(text(right, y, say('panel.noValue'), { anchor: 'end', className: 's i2' }));
  }
  for (const { value, chain } of general.signed) {
    y += LINE;
    shapes.push(
      group(
        [
          valueChip(left + 16, y - 5, value, valueColour(detail, value), { width: 30, height: 22 }),
          ...chainShapes(detail, chain, left + 46, y),
        ],
        { key: `signed-${value}`, title: say('panel.chain', { signers: pathText(detail, chain) }) },
      ),
    );
  }
  if (general.proof && !hidden) {
    y += LINE;
    const says = say('panel.proof', {
      name: nameOf(detail, detail.commander),
      values: general.signed.map(({ value }) => value).join(', '),
    });
    shapes.push(
      group(
        [
          path(`M${left} ${y - 16}V${y + 5}`, {
            style: { fill: 'none', stroke: 'var(--violation)', strokeWidth: 3 },
          }),
          text(left + 10, y, says, { className: 's b w-violation' }),
        ],
        { key: 'proof' },
      ),
    );
  }
  if (general.refused.length > 0) {
    y += LINE;
    shapes.push(text(left, y, say('panel.refused'), { className: 's i2' }));
    const shown = general.refused.slice(0, MOST_REFUSED);
    shown.forEach(({ value, from, chain, why }, i) => {
      y += i === 0 ? 0 : 22;
      const says =
        why === 'late'
          ? say('panel.late', { value, name: nameOf(detail, from) })
          : say('panel.forged', { value, name: nameOf(detail, from) });
      shapes.push(
        group(
          [
            text(left + 76, y, says, { className: 's' }),
            path(`M${left + 76} ${y - 4.5}H${round(left + 76 + textWidth(value, 13))}`, {
              style: { fill: 'none', stroke: 'var(--violation)', strokeWidth: 1.6 },
            }),
          ],
          { key: `refused-${i}`, title: pathText(detail, chain) },
        ),
      );
    });
    const more = general.refused.length - shown.length;
    if (more > 0) {
      shapes.push(text(right, y, `+${more}`, { anchor: 'end', className: 's i2' }));
    }
  }
  return { shapes, bottom: y + 14 };
}

/** One seal for each who signed, the commander's first. */
function chainShapes(
  detail: ByzantineDetail,
  chain: readonly number[],
  left: number,
  y: number,
): readonly Shape[] {
  let x = left;
  return chain.flatMap((pid, i) => {
    const name = nameOf(detail, pid);
    const wide = round(boldWidth(name, 12) + 14);
    const seal = group(
      [
        ...(i === 0 ? [] : [path(`M${round(x - 10)} ${y - 5}h10`, { className: 'hair2' })]),
        rect(round(x), y - 15, wide, 20, {
          rx: 10,
          style: { fill: 'var(--paper)', stroke: 'var(--ink-2)', strokeWidth: 1.4 },
        }),
        text(round(x + wide / 2), y - 0.5, name, { anchor: 'middle', className: 'xs b' }),
      ],
      { key: `seal-${pid}` },
    );
    x += wide + 10;
    return [seal];
  });
}
