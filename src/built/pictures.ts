import { lessons } from '../lessons/words.ts';
import { plainDrawing } from '../stage/plain.ts';
import type { Drawing } from '../stage/shape.ts';
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

/** The lesson as its middle step begins. */
export const lessonPicture = async (id: string, model: Model): Promise<Drawing> => {
  const run = new BuiltRun();
  const { lesson } = await run.ask({ type: 'open-lesson', id });
  await run.ask({ type: 'lesson-step', index: Math.floor((lesson?.steps.length ?? 0) / 2) });
  await run.ask({ type: 'lesson-begin-step' });
  return paint(run, model);
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
