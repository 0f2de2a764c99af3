/** An ensemble as it is drawn, and what can be read in it. */
import { everyShape } from './outline.ts';
import type { Size } from '../geometry.ts';
import type { Shape } from '../shape.ts';
import type { ZooKeeperFrame } from '../zookeeper/fixtures.ts';
import { inEnglish } from '../words.ts';
import { zookeeperWords } from '../zookeeper/words.ts';
import { castOf } from '../zookeeper/members/cast.ts';
import { membersLayout } from '../zookeeper/members/layout.ts';
import { membersStage } from '../zookeeper/members/stage.ts';
import type { MembersStageOptions } from '../zookeeper/members/stage.ts';

const words = inEnglish(zookeeperWords);

const USUAL = { width: 628, height: 432 };

export const layoutOf = (frame: ZooKeeperFrame, size: Size = USUAL) =>
  membersLayout(castOf(frame), size);

export const drawn = (
  frame: ZooKeeperFrame,
  options: Partial<MembersStageOptions> = {},
  size: Size = USUAL,
): readonly Shape[] =>
  membersStage(frame, layoutOf(frame, size), frame.time, { words, ...options });

export const byKey = (shapes: readonly Shape[], key: string): Shape | undefined =>
  everyShape(shapes).find((shape) => shape.key === key);

export const textsIn = (shape: Shape | undefined): string[] =>
  shape === undefined
    ? []
    : everyShape([shape]).flatMap((one) => (one.type === 'text' ? [one.text] : []));

/** `1·3 committed, 1·4 logged, …` of one server's row. */
export const rowOf = (shapes: readonly Shape[], pid: number): string => {
  const row = byKey(shapes, `log-${pid}`);
  if (row?.type !== 'group') return '';
  return row.children
    .filter(({ key }) => key?.startsWith('cell-'))
    .map(({ key, className }) => `${key?.slice(5)} ${className?.split(' ')[1]}`)
    .join(', ');
};

export const placeOf = (shape: Shape | undefined): { x: number; y: number } => {
  const [, x, y] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(shape?.transform ?? '') ?? [];
  return { x: Number(x), y: Number(y) };
};
