import type { BranchView } from '../../../view/frame.ts';

/** A line that was printed; or a remark of ours, for which the page has words. */
export type Printed =
  | { readonly stream: 'out' | 'err'; readonly text: string }
  | {
      readonly stream: 'note';
      readonly code: 'unknown' | 'noAnswer' | 'standsStill' | 'nothing';
      /** The name that is unknown, or the port that was asked. */
      readonly what: string;
    };

/** A command at the server's machine, what it printed, and where in the run that was. */
export interface Entry {
  /** Counts the entries of a run. */
  readonly number: number;
  readonly branch: number;
  /** The position behind it. */
  readonly position: number;
  readonly line: string;
  readonly output: readonly Printed[];
}

/** The entries of the present past: whoever steps back has not asked yet, on any branch. */
export function pastOf(
  entries: readonly Entry[],
  branches: readonly BranchView[],
  branch: number,
  position: number,
): readonly Entry[] {
  const reach = new Map<number, number>();
  let at: number | null = branch;
  let end = position;
  while (at !== null && !reach.has(at)) {
    reach.set(at, end);
    const view: BranchView | undefined = branches.find(({ id }) => id === at);
    end = Math.min(end, view?.forkPosition ?? end);
    at = view?.parent ?? null;
  }
  return entries.filter((entry) => entry.position <= (reach.get(entry.branch) ?? -1));
}
