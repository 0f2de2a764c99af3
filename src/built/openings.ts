import type { Command } from '../view/command.ts';
import type { Foretold } from '../view/foretold.ts';
import type { Model } from '../view/protocols.ts';
import { builtLabs } from './labs.ts';
import { BuiltRun } from './run.ts';

/** What the simulation answers to this, as the first that it is asked. */
const foretold = (command: Command): Promise<Foretold> => new BuiltRun().foretell(command);

/** To whoever opens the free lab. @throws TypeError when it opens with no run of its own */
export const labOpening = (model: Model): Promise<Foretold> => {
  const [{ from, way }] = builtLabs[model].presets;
  if (!('format' in from)) throw new TypeError('a lab opens with a run of its own');
  return foretold({ type: 'open', scenario: from, way });
};

/** To whoever opens a lesson. */
export const lessonOpening = (id: string): Promise<Foretold> =>
  foretold({ type: 'open-lesson', id });
