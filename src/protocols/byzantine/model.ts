/** Generals as a model: rounds that a clock ends, over datagrams that come unaltered or not at all. */
import type { Model } from '../../kernel/model.ts';
import { linksOf } from '../../kernel/network-options.ts';
import type { NetworkOptions } from '../../kernel/network-options.ts';
import type { ByzantineSetup } from '../../view/byzantine-setup.ts';
import { configOf, nameIn } from './config.ts';
import type { Config } from './config.ts';
import { byzantineEssence } from './essence.ts';
import { General } from './general.ts';
import { noGhost, remember } from './ghost.ts';
import type { Ghost } from './ghost.ts';
import { invariantsOf } from './invariants.ts';
import { machinesOf } from './machines.ts';
import { describer } from './messages.ts';

export interface ByzantineModel extends Model<General, null, Ghost> {
  readonly config: Config;
}

/** @param seed of the scenario: what random lies are drawn from */
export function byzantineModel(
  setup: ByzantineSetup,
  options: NetworkOptions = {},
  seed = 1,
): ByzantineModel {
  const config = configOf(setup, seed);
  return {
    name: 'byzantine',
    config,
    pids: config.pids,
    nameOf: (pid) => nameIn(config, pid),
    machines: (pid) => machinesOf(config, pid),
    nature: 'datagram',
    latency: options.latency ?? { kind: 'uniform', min: 10_000, max: 25_000 },
    links: linksOf(options),
    diskLatency: options.diskLatency ?? { kind: 'fixed', us: 0 },
    initialDisk: () => null,
    blankDisk: () => null,
    diskless: new Set(config.pids),
    boot: (pid) => new General(config, pid),
    initialGhost: noGhost,
    remember,
    invariants: invariantsOf(config),
    essence: byzantineEssence,
    describe: describer(config),
    routine: () => false,
  };
}
