import { expect, it } from 'vitest';
import { catalogue } from '../lessons/catalogue.ts';
import { Session } from '../runner/session.ts';
import { loadProtocol } from '../scenarios/load-protocol.ts';
import { Reader } from '../view/packing.ts';
import type { Command } from '../view/command.ts';
import type { Foretold } from '../view/foretold.ts';
import { frameCodec } from '../view/frame-codec.ts';
import type { Model } from '../view/protocols.ts';
import { builtLabs } from './labs.ts';
import { labOpening, lessonOpening } from './openings.ts';

/** As it stands in the built file. */
const written = (told: Foretold): Foretold => JSON.parse(JSON.stringify(told)) as Foretold;

/** What the page shows of it, and what its worker answers to the same. */
async function both(model: Model, told: Foretold, command: Command): Promise<[unknown, unknown]> {
  const { answer, numbers, strings } = written(told);
  const { answer: real, frame } = await new Session().handle(command);
  const { codec } = await loadProtocol(model);
  const { buffer } = Float64Array.from(numbers);
  const read = frameCodec(codec).read(new Reader().open({ buffer, strings }));
  // Parts of a frame are read when they are looked at.
  return [
    { answer, frame: { ...read } },
    { answer: real, frame: { ...frame?.frame } },
  ];
}

const models = Object.keys(builtLabs) as Model[];

it.each(models)('the lab of %s opens with what the simulation answers', async (model) => {
  const [{ from, way }] = builtLabs[model].presets;
  const command = { type: 'open', scenario: from, way } as const;
  const [shown, real] = await both(model, await labOpening(model), command);
  expect(shown).toEqual(real);
});

it('every lesson does, too', async () => {
  for (const { id, model } of catalogue) {
    const [shown, real] = await both(model, await lessonOpening(id), { type: 'open-lesson', id });
    expect(shown).toEqual(real);
  }
});
