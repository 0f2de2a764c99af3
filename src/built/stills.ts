import { lessons } from '../lessons/words.ts';
import { plainShape } from '../stage/plain.ts';
import type { Drawing, Shape, ViewBox } from '../stage/shape.ts';
import type { Frame } from '../view/frame.ts';
import type { Model } from '../view/protocols.ts';
import { builtLabs } from './labs.ts';
import { BuiltRun } from './run.ts';

/** A first frame, where there is room for more than the stage and where there is not. */
export interface Still {
  readonly usual: Drawing;
  readonly narrow: Drawing;
}

/** On a phone a unit is about a pixel. */
const NARROW: ViewBox = { width: 390, height: 424 };

/** The name of a process is the same in every language; other words are the page's. */
const onlyNames = (shapes: readonly Shape[], names: ReadonlySet<string>): readonly Shape[] =>
  shapes.flatMap((shape): readonly Shape[] => {
    if (shape.type === 'text') return names.has(shape.text) ? [shape] : [];
    return shape.type === 'group'
      ? [{ ...shape, children: onlyNames(shape.children, names) }]
      : [shape];
  });

const stillOf = (model: Model, frame: Frame, of: 'free' | 'lesson'): Still => {
  const { usual, still, foot } = builtLabs[model];
  const names = new Set(frame.processes.map(({ name }) => name));
  const drawn = ({ width, height }: ViewBox, below: number): Drawing => ({
    width,
    height,
    shapes: onlyNames(still(frame, { width, height: height - below }), names).map(plainShape),
  });
  return { usual: drawn(usual, foot[of]), narrow: drawn(NARROW, 0) };
};

/** The free lab as it opens. */
export const labStill = async (model: Model): Promise<Still> => {
  const run = new BuiltRun();
  await run.openFirst(builtLabs[model].presets);
  return stillOf(model, run.frame, 'free');
};

/** A lesson as it opens. @throws RangeError when there is no such lesson */
export const lessonStill = async (id: string): Promise<Still> => {
  const lesson = lessons.find((one) => one.id === id);
  if (lesson === undefined) throw new RangeError(`no lesson ${id}`);
  const run = new BuiltRun();
  await run.ask({ type: 'open-lesson', id });
  return stillOf(lesson.model, run.frame, 'lesson');
};
