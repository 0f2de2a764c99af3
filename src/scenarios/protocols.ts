import type { ScenarioFile } from '../view/scenario.ts';
import { loaders } from './load-protocol.ts';
import type { Protocol } from './protocol.ts';

/** Every protocol that a scenario may name as its model, at once: for whoever has all of them at hand. */
export const protocols = Object.fromEntries(
  await Promise.all(Object.entries(loaders).map(async ([name, load]) => [name, await load()])),
) as Readonly<Record<ScenarioFile['model'], Protocol>>;

export const protocolOf = (model: ScenarioFile['model']): Protocol => protocols[model];
