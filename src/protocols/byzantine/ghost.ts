/** What is remembered of a run: how many messages each round had, and who failed although it is loyal. */
import type { Edit } from '../../kernel/edit.ts';
import type { Change, ProcessState, WorldState } from '../../kernel/model.ts';
import type { Pid } from '../../view/time.ts';
import { isTraitor } from './general.ts';
import type { Did, General } from './general.ts';

export interface LevelCount {
  readonly sent: number;
  readonly arrived: number;
  readonly lies: number;
  /** How many each has sent to each: `from * 16 + to`. */
  readonly between: ReadonlyMap<number, number>;
}

export interface Ghost {
  /** By round, the orders (round 1) first. */
  readonly levels: readonly LevelCount[];
  /** The step in which a general spoke in a round: `round * 16 + pid`. */
  readonly spokeAt: ReadonlyMap<number, number>;
  /** Generals of whom something did not come in its round. */
  readonly blamed: ReadonlySet<Pid>;
}

export type ByzantineWorld = WorldState<General, null, Ghost>;
export type GeneralProcess = ProcessState<General, null>;

export const noGhost: Ghost = { levels: [], spokeAt: new Map(), blamed: new Set() };

const noLevel: LevelCount = { sent: 0, arrived: 0, lies: 0, between: new Map() };

export const levelOf = ({ levels }: Ghost, round: number): LevelCount =>
  levels[round - 1] ?? noLevel;

export function remember(
  ghost: Ghost,
  world: ByzantineWorld,
  { pid, did, after }: Change<General, null>,
): Ghost {
  if (did.length === 0) return ghost;
  const next: Edit<Ghost> = { ...ghost };
  for (const each of did as readonly Did[]) note(next, world, pid, each);
  // A general that is out of step is at fault itself, not those whom it no longer heard; a traitor, too.
  if (after === null || after.outOfStep || isTraitor(after)) next.blamed = ghost.blamed;
  return next;
}

function note(ghost: Edit<Ghost>, world: ByzantineWorld, pid: Pid, did: Did): void {
  switch (did.did) {
    case 'spoke': {
      const level = levelOf(ghost, did.round);
      const between = new Map(level.between);
      let sent = 0;
      did.to.forEach((count, to) => {
        if (count > 0) between.set(pid * 16 + to, (between.get(pid * 16 + to) ?? 0) + count);
        sent += count;
      });
      setLevel(ghost, did.round, {
        ...level,
        sent: level.sent + sent,
        lies: level.lies + did.lies,
        between,
      });
      ghost.spokeAt = new Map([...ghost.spokeAt, [did.round * 16 + pid, world.step]]);
      return;
    }
    case 'heard': {
      const level = levelOf(ghost, did.round);
      setLevel(ghost, did.round, { ...level, arrived: level.arrived + 1 });
      return;
    }
    case 'ended':
      blame(ghost, world, pid, did);
      return;
  }
}

function setLevel(ghost: Edit<Ghost>, round: number, level: LevelCount): void {
  const levels = [...ghost.levels];
  while (levels.length < round) levels.push(noLevel);
  levels[round - 1] = level;
  ghost.levels = levels;
}

/** Less came in a round than was sent: whoever sent it counts as silent, whatever became of it. */
function blame(
  ghost: Edit<Ghost>,
  { processes }: ByzantineWorld,
  pid: Pid,
  { round, came }: Extract<Did, { did: 'ended' }>,
): void {
  const { between } = levelOf(ghost, round);
  const silent = processes.flatMap(({ pid: from }) =>
    (came[from] ?? 0) < (between.get(from * 16 + pid) ?? 0) ? [from] : [],
  );
  if (silent.length > 0) ghost.blamed = new Set([...ghost.blamed, ...silent]);
}
