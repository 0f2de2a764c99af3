import type { Core, Sync } from '../kernel/core.ts';
import { DISK } from '../kernel/pending.ts';
import { LIMITS } from '../view/limits.ts';
import type { Branch } from './branch.ts';
import { unshared } from './unshared.ts';

/**
 * So many steps lie between two checkpoints, whatever they weigh: nobody waits longer for a moment of a run than
 * for so many steps to be computed again, a millisecond or so. What a checkpoint costs is for what it shares with
 * its neighbours to hold down.
 */
const SPACING = 896;
/** What one costs, to know what all do, is the median of so many: a death that costs much says little of the others. */
const REMEMBERED = 5;
/** Then one in so many is weighed, which costs as much as some hundred steps. */
const WEIGHED = 64;

/** What a run keeps of its past besides the deeds. */
interface Bounds {
  /** Bytes of all checkpoints, roughly. */
  readonly bytes: number;
  /** Marks of a branch on the timeline. */
  readonly marks: number;
}

const BOUNDS: Bounds = { bytes: LIMITS.historyBytes, marks: LIMITS.historyMarks };

/**
 * The checkpoints of a run, in so much memory however long it is. When there is no more room, every
 * second one goes, and from then on they lie twice as far apart: nothing of the past is lost, to go
 * back takes longer.
 */
export class Checkpoints {
  private bytes = 0;
  private spread = 1;
  /** Bytes of the newest ones that were weighed, the newest last. */
  private readonly costs: number[] = [];
  /** What the next one is likely to cost; 0: none has been kept yet. */
  private expected = 0;
  /** How many have been kept since one was weighed. */
  private unweighed = 0;
  private readonly bounds: Bounds;

  constructor(bounds: Bounds = BOUNDS) {
    this.bounds = bounds;
  }

  /** Whether it is time to keep a world, so many steps after the last one that was kept. */
  isDue(steps: number): boolean {
    return steps >= SPACING * this.spread;
  }

  /** One more was kept, behind this one. */
  note(world: Core, before: Core, branches: readonly Branch[]): void {
    this.bytes += this.isWeighed() ? this.weigh(before, world) : this.expected;
    if (this.bytes <= this.bounds.bytes) return;
    for (const branch of branches) branch.thinCheckpoints();
    this.spread *= 2;
    // Some have been taken back since they were kept, so all are counted again.
    const count = branches.reduce((sum, { checkpoints }) => sum + checkpoints.length, 0);
    this.bytes = count * this.expected;
  }

  private isWeighed(): boolean {
    return this.costs.length < REMEMBERED || ++this.unweighed === WEIGHED;
  }

  private weigh(checkpoint: Core, later: Core): number {
    const cost = costOf(checkpoint, later);
    this.unweighed = 0;
    this.costs.push(cost);
    if (this.costs.length > REMEMBERED) this.costs.shift();
    this.expected = this.costs.toSorted((a, b) => a - b)[this.costs.length >> 1] ?? cost;
    return cost;
  }

  /** A branch has got marks. */
  noteMarks(branch: Branch): void {
    if (branch.markCount > this.bounds.marks) branch.thinMarks();
  }
}

/** Bytes of what no copy of a world shares with another, whatever happened in between; roughly. */
function atLeast(world: Core): number {
  const { network, processes } = world;
  return (
    400 * processes.length +
    100 * world.pendingCount +
    110 * network.flights.loose().length +
    180 * network.connections.size
  );
}

/** What only a checkpoint keeps: what the run goes on to have, a log above all, is kept anyway. */
function costOf(checkpoint: Core, later: Core): number {
  const written = checkpoint.pending().filter(({ kind }) => kind === DISK);
  // What was on its way to a disk has come there, and is most of what the disk has.
  const own = written.map(({ data }) => (data as Sync).disk);
  const came = written.map(({ pid }) => later.process(pid).disk);
  const differs = unshared(
    { ...partsOf(checkpoint), disks: own },
    { ...partsOf(later), disks: came },
  );
  return Math.max(atLeast(checkpoint), 100 * checkpoint.pendingCount + differs);
}

/** Where worlds differ: all but their model and its machines, which are one, and what is pending. */
const partsOf = ({ processes, ghost, network, violations }: Core): object => ({
  processes: processes.map(({ scope, disk, leaves }) => ({ s: scope?.s, disk, leaves })),
  ghost,
  network,
  violations,
});
