/** A world of the members of one ensemble and their clients. */
import type { Model } from '../kernel/model.ts';
import type { World } from '../kernel/world.ts';
import type { Program } from '../clients/program.ts';
import type { WorldSetup } from '../view/zookeeper-setup.ts';
import { describeQuorum } from '../zookeeper/quorum/describe.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import { ensembleIn } from './config.ts';
import type { EnsembleOptions, WorldConfig } from './config.ts';
import { quorumEssence } from './essence.ts';
import type { Member } from './member.ts';
import { zookeeperModel } from './model.ts';
import type { ZooKeeperModel, ZooKeeperOptions } from './model.ts';
import { noQuorumGhost, remember } from './quorum-ghost.ts';
import type { QuorumGhost } from './quorum-ghost.ts';
import { quorumInvariants } from './quorum-invariants.ts';

export interface EnsembleModel extends Model<Member, Disk, QuorumGhost> {
  readonly config: WorldConfig;
  readonly spawned: ZooKeeperModel['spawned'];
}

export type EnsembleWorld = World<Member, Disk, QuorumGhost>;

/**
 * The servers of a set-up as one ensemble, with its clients.
 * @param ensemble what the set-up itself says, where nothing else is said
 * @throws SetupRefused when the set-up cannot be run
 */
export function ensembleModel(
  setup: WorldSetup,
  ensemble: EnsembleOptions = ensembleIn(setup) ?? {},
  options: ZooKeeperOptions = {},
  programs?: Readonly<Record<string, Program>>,
): EnsembleModel {
  const alone = zookeeperModel(setup, { ...options, ensemble }, programs);
  const { watch } = alone.config;
  return {
    ...alone,
    initialGhost: noQuorumGhost([...alone.config.servers.keys()]),
    remember,
    invariants: quorumInvariants.filter(({ name }) => watch === null || watch.has(name)),
    essence: quorumEssence,
    describe: (message, from, to) => describeQuorum(message) ?? alone.describe(message, from, to),
    routine: (type) => routineTypes.has(type) || alone.routine(type),
  };
}

/** As the set-up says: servers that stand alone, or the members of an ensemble. */
export const modelOfSetup = (
  setup: WorldSetup,
  options?: ZooKeeperOptions,
  programs?: Readonly<Record<string, Program>>,
): ZooKeeperModel | EnsembleModel =>
  setup.ensemble === undefined
    ? zookeeperModel(setup, options, programs)
    : ensembleModel(setup, ensembleIn(setup), options, programs);

const routineTypes: ReadonlySet<string> = new Set([
  'TICK',
  'COMMIT_STAGE',
  'FILES_WRITTEN',
  'ELECTION_CONNECT_TIMEOUT',
]);
