/** The two stores of the CAP experiment that are ZooKeeper itself: the ensemble, and its clients. */
import { capClient, HERE, pathOf, REGISTER } from '../../clients/cap/program.ts';
import type { Essence, Invariant, Model } from '../../kernel/model.ts';
import type { NetworkOptions } from '../../kernel/network-options.ts';
import { capConfig } from '../../protocols/cap/config.ts';
import type { CapConfig } from '../../protocols/cap/config.ts';
import type { CapDeed } from '../../protocols/cap/deeds.ts';
import { historyIn } from '../../protocols/cap/essence.ts';
import { noCapGhost } from '../../protocols/cap/ghost.ts';
import type { CapGhost, WithCap } from '../../protocols/cap/ghost.ts';
import { capInvariants } from '../../protocols/cap/invariants.ts';
import { isCapMutant } from '../../protocols/cap/mutants.ts';
import { heed, remember } from '../../protocols/cap/remember.ts';
import type { Seen } from '../../protocols/cap/remember.ts';
import type { CapSetup } from '../../view/cap-setup.ts';
import type { Micros } from '../../view/time.ts';
import type { WorldSetup } from '../../view/zookeeper-setup.ts';
import { readsOnly, serves } from '../../zookeeper/quorum/place.ts';
import { textOf } from '../../zookeeper/records/utf8.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import { nodeAt } from '../../zookeeper/tree/data-tree.ts';
import { clientIn, newsIn, serverIn } from '../member.ts';
import type { Member, MemberChange, MemberWorld } from '../member.ts';
import { capDescriber } from './describe.ts';
import { ensembleModel } from '../quorum-model.ts';
import type { EnsembleModel } from '../quorum-model.ts';
import { ensembleIn } from '../config.ts';
import type { QuorumGhost } from '../quorum-ghost.ts';

export type CapState = QuorumGhost & WithCap;
export type CapWorld = MemberWorld<CapState>;

export interface CapModel extends Model<Member, Disk, CapState> {
  readonly config: EnsembleModel['config'];
  readonly spawned: EnsembleModel['spawned'];
  readonly cap: CapConfig;
}

/** The ensemble's set-up. */
export function serversOf(setup: CapSetup): WorldSetup {
  const config = capConfig(setup);
  const readOnly = config.store === 'zookeeper-read-only';
  return {
    servers: config.servers.map((sid) => ({ sid })),
    ensemble: {
      syncLimit: config.syncLimit,
      // Without a leader a server resumes no session of the ensemble, only what it opens itself.
      ...(readOnly && { readOnlyMode: true, localSessionsEnabled: true }),
    },
    cfg: { tickTime: config.tickMs },
    tree: [{ path: REGISTER, data: '0' }, { path: HERE }],
    clients: config.clients.map(({ pid, name, server }) => ({
      id: pid,
      name,
      program: 'cap',
      servers: [server],
      timeoutMs: config.sessionMs,
      ...(readOnly && { readOnly }),
    })),
    ...(setup.watch !== undefined && { watch: setup.watch }),
    broken: (setup.broken ?? []).filter((name) => !isCapMutant(name)),
  };
}

/** @throws SetupRefused when the set-up cannot be run */
export function capModel(setup: CapSetup, options: NetworkOptions = {}): CapModel {
  const config = capConfig(setup);
  const world = serversOf(setup);
  const programs = { cap: capClient(config, config.store === 'zookeeper') };
  const servers = ensembleModel(world, ensembleIn(world), options, programs);
  const essence = servers.essence as Essence<Member, Disk, CapState>;
  return {
    ...servers,
    name: 'cap',
    cap: config,
    describe: capDescriber(servers as unknown as Pick<Model, 'describe'>),
    initialDisk: (pid) => firstDisk(config, pid, servers.initialDisk(pid)),
    initialGhost: { ...servers.initialGhost, cap: noCapGhost },
    remember: (ghost, now, change) => {
      const next = servers.remember(ghost, now, change) as CapState;
      const cap = noted(config, ghost.cap, now, change);
      return cap === next.cap ? next : { ...next, cap };
    },
    heed: (ghost, now, what) => {
      const cap = heed(config, ghost.cap, now.time, what);
      return cap === ghost.cap ? ghost : { ...ghost, cap };
    },
    invariants: [
      ...capInvariants<Member, Disk, CapState>(config),
      ...(servers.invariants as unknown as readonly Invariant<Member, Disk, CapState>[]),
    ],
    essence: {
      ...essence,
      ghost: (now, sight) => [essence.ghost(now, sight), historyIn(config, now.ghost.cap, sight)],
    },
  };
}

/**
 * Whoever is to lead has led before: it wrote its epoch, and the others only that they accepted it. So its
 * vote is the best one when all start at once. The one with the greatest id needs no past.
 */
function firstDisk({ leader, servers }: CapConfig, pid: number, disk: Disk): Disk {
  if (leader === Math.max(...servers) || pid > servers.length) return disk;
  return { ...disk, acceptedEpoch: 1, currentEpoch: pid === leader ? 1 : 0 };
}

/** x in a server's tree. */
export function registerIn({ tree }: Pick<Server, 'tree'>): number | null {
  const node = nodeAt(tree, REGISTER);
  return node === undefined || node.data === null ? null : Number(textOf(node.data));
}

/** Its role as far as serving goes: one that has found a leader and has not its history yet is SYNCING. */
export function roleOf(s: Server): string {
  if (readsOnly(s)) return 'READ_ONLY';
  const state = s.peer?.state ?? 'LOOKING';
  return state === 'LOOKING' || serves(s) ? state : 'SYNCING';
}

const isLed = (s: Server): boolean => /^(?:LEADING|FOLLOWING)$/u.test(roleOf(s));

const deedsIn = (change: MemberChange): readonly CapDeed[] =>
  newsIn(change).flatMap((news) =>
    news.kind === 'note' && news.note.kind === 'own' ? [news.note.deed as CapDeed] : [],
  );

function noted(
  config: CapConfig,
  ghost: CapGhost,
  world: CapWorld,
  change: MemberChange,
): CapGhost {
  const { pid, before, after, diskBefore, diskAfter } = change;
  const isServer = config.servers.includes(pid);
  const [was, is] = [serverIn(before), serverIn(after)];
  const lives = (before === null) === (after === null);
  const deeds =
    !isServer && clientIn(after) !== null && change.did.length > 0 ? deedsIn(change) : [];
  if (isServer) {
    const isSame = was?.tree === is?.tree && was?.peer === is?.peer && was?.role === is?.role;
    if (isSame && lives && (after !== null || diskBefore === diskAfter)) return ghost;
  } else if (deeds.length === 0 && lives) return ghost;
  const seen: Seen = {
    pid,
    isServer,
    up: after !== null,
    wasUp: before !== null,
    // What a server without a leader has may be in nobody else's log: it has not taken effect.
    value: is === null || was === null || !isLed(is) ? null : registerIn(is),
    role: is === null || was === null ? '' : roleOf(is),
    blank: after === null && diskBefore !== diskAfter && diskAfter.snapshots.length === 0,
  };
  const next = remember(config, ghost, world, seen, deeds);
  return is === null || was === null || was.tree === is.tree
    ? next
    : gone(next, was, is, world.time);
}

/** Whose node has been deleted, since its session was over. */
function gone(ghost: CapGhost, was: Server, is: Server, time: Micros): CapGhost {
  let next = ghost;
  for (const [pid, each] of ghost.ephemerals) {
    const path = pathOf(pid);
    if (each.goneAt !== null || nodeAt(is.tree, path) !== undefined) continue;
    if (nodeAt(was.tree, path) === undefined) continue;
    next = { ...next, ephemerals: new Map(next.ephemerals).set(pid, { ...each, goneAt: time }) };
  }
  return next;
}
