/** A world of the members of one ensemble and their clients. */
import type { Model } from '../kernel/model.ts';
import type { Program } from '../clients/program.ts';
import type { ZooKeeperSetup } from '../view/zookeeper-setup.ts';
import { describeQuorum } from '../zookeeper/quorum/describe.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import type { EnsembleOptions, WorldConfig } from './config.ts';
import { essence } from './essence.ts';
import type { Member } from './member.ts';
import { zookeeperModel } from './model.ts';
import type { ZooKeeperOptions } from './model.ts';
import { noQuorumGhost, remember } from './quorum-ghost.ts';
import type { QuorumGhost } from './quorum-ghost.ts';
import { quorumInvariants } from './quorum-invariants.ts';

export interface EnsembleModel extends Model<Member, Disk, QuorumGhost> {
  readonly config: WorldConfig;
}

/**
 * The servers of a set-up as one ensemble, with its clients.
 * @throws SetupRefused when the set-up cannot be run
 */
export function ensembleModel(
  setup: ZooKeeperSetup,
  ensemble: EnsembleOptions = {},
  options: ZooKeeperOptions = {},
  programs?: Readonly<Record<string, Program>>,
): EnsembleModel {
  const alone = zookeeperModel(setup, { ...options, ensemble }, programs);
  return {
    ...alone,
    initialGhost: noQuorumGhost([...alone.config.servers.keys()]),
    remember,
    invariants: quorumInvariants,
    // Its invariants look at all that is remembered.
    essence: { ...essence, ghost: ({ ghost }) => ghost },
    describe: (message, from, to) => describeQuorum(message) ?? alone.describe(message, from, to),
    routine: (type) => routineTypes.has(type) || alone.routine(type),
  };
}

const routineTypes: ReadonlySet<string> = new Set([
  'TICK',
  'COMMIT_STAGE',
  'FILES_WRITTEN',
  'ELECTION_CONNECT_TIMEOUT',
]);
