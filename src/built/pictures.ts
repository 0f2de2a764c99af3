import { lessons } from '../lessons/words.ts';
import { plainDrawing } from '../stage/plain.ts';
import type { Drawing, Shape } from '../stage/shape.ts';
import type { Frame } from '../view/frame.ts';
import type { Model } from '../view/protocols.ts';
import { builtLabs } from './labs.ts';
import { BuiltRun } from './run.ts';

const CARD = { width: 240, height: 96, small: false };
const SMALL = { width: 88, height: 58, small: true };

/** Halfway to the next arrival: messages are seen between the servers. */
const between = (frame: Frame): number => {
  const arrivals = frame.messages.filter((m) => m.status === 'flying').map((m) => m.arrivesAt);
  return arrivals.length === 0 ? frame.time : (frame.time + Math.min(...arrivals)) / 2;
};

const paint = async (run: BuiltRun, model: Model, room = CARD): Promise<Drawing> =>
  plainDrawing(await builtLabs[model].picture(run, between(run.frame), room));

/** The lab as it opens: its first preset, at the moment at which that stands. */
export const labPicture = async (model: Model): Promise<Drawing> => {
  const run = new BuiltRun();
  await run.openFirst(builtLabs[model].presets);
  return paint(run, model);
};

/** Parts of a drawing, those of its groups included. */
const partsOf = (shapes: readonly Shape[]): number =>
  shapes.reduce((sum, one) => sum + 1 + (one.type === 'group' ? partsOf(one.children) : 0), 0);

/**
 * The lesson as its middle step begins; or as that ends, if much of what is seen then is not there
 * before: a step may begin with a run in which nothing has happened yet.
 */
export const lessonPicture = async (id: string, model: Model): Promise<Drawing> => {
  const run = new BuiltRun();
  const { lesson } = await run.ask({ type: 'open-lesson', id });
  await run.ask({ type: 'lesson-step', index: Math.floor((lesson?.steps.length ?? 0) / 2) });
  let now = await run.ask({ type: 'lesson-begin-step' });
  const begun = await paint(run, model);
  while (now.lesson?.phase === 'running')
    now = await run.ask({ type: 'advance', until: Number.MAX_SAFE_INTEGER });
  const ended = await paint(run, model);
  return 3 * partsOf(begun.shapes) < 2 * partsOf(ended.shapes) ? ended : begun;
};

/** By the ids of the lessons. */
export const lessonPictures = async (): Promise<Readonly<Record<string, Drawing>>> =>
  Object.fromEntries(
    await Promise.all(
      lessons.map(async ({ id, model }) => [id, await lessonPicture(id, model)] as const),
    ),
  );

/** What a lab offers, at the moment at which it opens; by the presets' ids. */
export const presetPictures = async (model: Model): Promise<Readonly<Record<string, Drawing>>> => {
  const { presets } = builtLabs[model];
  const pictures: Record<string, Drawing> = {};
  for (const preset of presets) {
    const run = new BuiltRun();
    await run.openPreset(preset, presets);
    pictures[preset.id] = await paint(run, model, SMALL);
  }
  return pictures;
};
