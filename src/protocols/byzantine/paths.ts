/**
 * Who said that who said: the paths along which a lieutenant hears the order under OM(m), and how many
 * messages that takes. A path begins with the commander and ends with its sender; nobody is in it twice,
 * nor the receiver.
 */
import type { Pid } from '../../view/time.ts';

export type Path = readonly Pid[];

/** Generals are numbered to 10, and a path has four at most: 16 for each makes one number of it. */
export const keyOf = (path: Path): number => path.reduce((key, pid) => key * 16 + pid, 0);

/** Everybody but these, in the order given. */
export const others = (of: readonly Pid[], path: Path, receiver = 0): Pid[] =>
  of.filter((pid) => pid !== receiver && !path.includes(pid));

/** The tree of relays of one lieutenant. */
export interface Tree {
  /** Level by level, each in the order of the numbers. */
  readonly paths: readonly Path[];
  /** Where each level begins in that list, and at last its length. */
  readonly levels: readonly number[];
  /** The places of the paths that are one longer, by place; of the last level none. */
  readonly below: readonly (readonly number[])[];
  readonly placeOf: ReadonlyMap<number, number>;
}

function treeOf(generals: number, commander: Pid, receiver: Pid, depth: number): Tree {
  const pids = Array.from({ length: generals }, (_, index) => index + 1);
  const paths: Path[] = [[commander]];
  const levels = [0];
  const below: number[][] = [];
  for (let level = 1; level < depth; level++) {
    const from = levels.at(-1) ?? 0;
    const to = paths.length;
    levels.push(to);
    for (let place = from; place < to; place++) {
      const path = paths[place] ?? [];
      const here: number[] = [];
      for (const pid of others(pids, path, receiver)) here.push(paths.push([...path, pid]) - 1);
      below.push(here);
    }
  }
  while (below.length < paths.length) below.push([]);
  const placeOf = new Map(paths.map((path, place) => [keyOf(path), place]));
  return { paths, levels: [...levels, paths.length], below, placeOf };
}

const trees = new Map<string, Tree>();

/**
 * The tree of a lieutenant that hears so many rounds. It depends on nothing else, so one serves all worlds.
 * @param depth m + 1
 */
export function tree(generals: number, commander: Pid, receiver: Pid, depth: number): Tree {
  const key = `${generals} ${commander} ${receiver} ${depth}`;
  const known = trees.get(key) ?? treeOf(generals, commander, receiver, depth);
  trees.set(key, known);
  return known;
}

/** Messages of OM(m) among so many generals in this round, 1 being the orders: (n - 1)(n - 2)…(n - round). */
export function oralMessages(generals: number, round: number): number {
  let product = 1;
  for (let j = 1; j <= round; j++) product *= generals - j;
  return product;
}

/** Messages of SM(m) in this round when all are loyal: the orders, then each lieutenant relays the one value once. */
export const signedMessages = (generals: number, round: number): number =>
  round <= 2 ? oralMessages(generals, round) : 0;
