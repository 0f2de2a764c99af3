/** A run without anybody watching, taken to its end: what was said, and what came of it. */
import { World } from '../../kernel/world.ts';
import type { Outcome } from '../../view/byzantine-ask.ts';
import type { ByzantineSetup } from '../../view/byzantine-setup.ts';
import { byzantineModel } from './model.ts';
import type { Said } from './messages.ts';
import { verdictOf } from './verdict.ts';

/** @param seed of what random lies, and the network, draw from */
export function playedOut(setup: ByzantineSetup, seed = 1): Outcome {
  const model = byzantineModel(setup, {}, seed);
  const { config } = model;
  const world = new World(model, seed);
  world.intervene({ kind: 'start', pids: config.pids });
  const messages: Outcome['messages'][number][] = [];
  let seen = 0;
  do {
    for (const { id, message, to } of world.network.flights.values()) {
      if (id <= seen) continue;
      seen = id;
      const { path, value, lie } = message as Said;
      messages.push({ path, to, value, lie });
    }
  } while (world.advance());
  const { ic1, ic2 } = verdictOf(config, world);
  return {
    messages,
    total: messages.length,
    decisions: world.processes.flatMap(({ pid, s }) =>
      pid === config.commander || config.traitors.has(pid)
        ? []
        : [{ pid, value: s?.decided ?? null, how: s?.how ?? null }],
    ),
    ic1: ic1 === 'holds',
    ic2: ic2 === 'idle' ? null : ic2 === 'holds',
  };
}
