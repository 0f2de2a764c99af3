/** Beside the stage: what one lieutenant holds, IC1 and IC2, and the messages counted. */
import type { ByzantineDetail, GeneralView } from '../../view/byzantine.ts';
import { textWidth } from '../geometry.ts';
import { path, round, text } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import { veiled } from '../veil.ts';
import type { Veil } from '../veil.ts';
import { signedShapes } from './signed.ts';
import { squareShapes } from './squares.ts';
import { treeShapes } from './tree-shapes.ts';
import { twoShapes } from './two.ts';
import { verdictShapes } from './verdicts.ts';
import type { ByzantineSaying } from './words.ts';

export interface PanelOptions {
  readonly words: ByzantineSaying;
  readonly width: number;
  readonly height: number;
  /** The path down to which its tree is unfolded; '' where it is folded. */
  readonly open: string;
  readonly veil: Veil;
  /** Only what this lieutenant can know is shown. */
  readonly alone: boolean;
}

const LEFT = 4;
const EDGE = 20;

/** Of `general`, the lieutenant that is looked at. */
export const panelDrawing = (
  detail: ByzantineDetail,
  general: GeneralView,
  options: PanelOptions,
): Drawing => {
  const { words, width, height, alone, veil } = options;
  const { say } = words;
  const right = width - EDGE;
  if (detail.two !== null) return { ...twoShapes(detail, detail.two, options), width, height };
  const traitors = detail.generals.filter(({ loyal }) => !loyal).length;
  const name = { kind: detail.signed ? 'SM' : 'OM', rounds: detail.rounds };
  const whole = say('panel.setting', { ...name, generals: detail.generals.length, traitors });
  const holds = say('panel.holds', { name: general.name });
  const told = alone ? say('panel.veiled', { name: general.name }) : whole;
  // The number of generals can be seen beside it.
  const fits = LEFT + textWidth(holds, 15) + textWidth(told, 13) + 8 <= right;
  const setting = fits ? told : `${name.kind}(${name.rounds})`;
  const hidden = veiled(veil, general.pid, 'decision');
  const place = { words, left: LEFT, right };
  const held = detail.signed
    ? signedShapes(detail, general, { ...place, top: 60, hidden })
    : treeShapes(detail, general, { ...place, top: 60, open: options.open, hidden });
  const shapes: Shape[] = [
    text(LEFT, 34, holds, { className: 'm b' }),
    text(right, 34, setting, {
      anchor: 'end',
      className: 's i2',
    }),
    ...held.shapes,
  ];
  let y = held.bottom + 14;
  const rule = (): void => {
    shapes.push(path(`M${LEFT} ${round(y)}H${right}`, { className: 'hair' }));
  };
  rule();
  const verdicts = verdictShapes(detail, {
    ...place,
    top: y + 28,
    hidden: alone || veiled(veil, null, 'verdict') || hidden,
  });
  shapes.push(...verdicts.shapes);
  y = verdicts.bottom;
  rule();
  const squares = squareShapes(detail, { ...place, top: y + 28, hidden: alone });
  shapes.push(...squares.shapes);
  return { shapes, width, height: Math.max(height, squares.bottom + 8) };
};
