/** Random runs of an ensemble with clients: servers die, lose their power, sleep, are cut off and come back. */
import { InterventionRefused, World } from '../../kernel/world.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { QuorumMutant } from '../../zookeeper/quorum/mutants.ts';
import { ensembleModel } from '../quorum-model.ts';
import type { EnsembleModel } from '../quorum-model.ts';
import type { Member } from '../member.ts';
import type { QuorumGhost } from '../quorum-ghost.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';

export type EnsembleWorld = World<Member, Disk, QuorumGhost>;

/** Uniform in [0, 1), the same sequence for the same seed. */
export function dice(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const LINES = 14;

/** What a client types: writes of a few paths, sequential and ephemeral nodes, reads. */
function lineOf(random: () => number, client: number, index: number): string {
  const kinds = [
    `create -e /e${client}-${index} x`,
    'create -s /s- y',
    `create /p${Math.floor(random() * 5)} z`,
    `set /p${Math.floor(random() * 5)} ${index}`,
    `delete /p${Math.floor(random() * 5)}`,
    'ls /',
  ];
  return kinds[Math.floor(random() * kinds.length)] ?? 'ls /';
}

export interface RandomRun {
  readonly world: EnsembleWorld;
  readonly model: EnsembleModel;
}

/** @param steps how many events it takes at most; it ends at the first violation */
export function randomRun(
  seed: number,
  broken: readonly QuorumMutant[] = [],
  steps = 2500,
): RandomRun {
  const random = dice(seed);
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const count = among([3, 3, 3, 4, 5]);
  const sids = Array.from({ length: count }, (_, index) => index + 1);
  const clients = [101, 102, 103].slice(0, among([1, 2, 3])).map((id) => ({
    id,
    timeoutMs: 2000 + Math.floor(random() * 6000),
    lines: Array.from({ length: LINES }, (_, index) => lineOf(random, id, index)),
  }));
  const observers = count > 3 && random() < 0.3 ? [count] : [];
  const model = ensembleModel(
    {
      servers: sids.map((sid) => ({ sid })),
      clients,
      cfg: { tickTime: 500, snapCount: among([4, 20, 100_000]) },
    },
    { observers, broken },
  );
  const world: EnsembleWorld = new World(model, seed);
  const attempt = (what: Intervention): void => {
    try {
      world.intervene(what, world.time);
    } catch (error) {
      if (!(error instanceof InterventionRefused)) throw error;
    }
  };
  attempt({ kind: 'start', pids: sids });
  attempt({ kind: 'start', pids: clients.map(({ id }) => id) });
  const often = among([0.004, 0.01, 0.02]);
  for (let step = 0; step < steps && world.violations.length === 0; step++) {
    if (!world.advance(world.time + 60_000_000)) break;
    if (random() >= often) continue;
    const sid = among(sids);
    const other = among(sids);
    const deeds: readonly Intervention[] = [
      { kind: 'kill', pid: sid },
      { kind: 'power-off', pid: sid },
      { kind: 'pause', pid: sid },
      { kind: 'resume', pid: sid },
      { kind: 'start', pids: sids.filter((each) => !world.process(each).running) },
      { kind: 'start', pids: sids.filter((each) => !world.process(each).running) },
      {
        kind: 'partition',
        groups: [sids.filter((each) => each !== sid && each !== other)],
        oneWay: false,
      },
      { kind: 'heal' },
      { kind: 'heal' },
      // All followers lose patience with a leader that goes on.
      { kind: 'fire-timer', pid: sid, timer: 'READ_TIMEOUT' },
    ];
    const deed = among(deeds);
    if (deed.kind === 'fire-timer') for (const pid of sids) attempt({ ...deed, pid });
    else if (deed.kind !== 'start' || deed.pids.length > 0) attempt(deed);
  }
  return { world, model };
}
