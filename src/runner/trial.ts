import { Director } from '../scenarios/director.ts';
import type { Command, TrialWay } from '../view/command.ts';
import type { Run } from './run.ts';

/** Steps of all waits together: a run that never rests is not awaited for ever. */
const MOST_STEPS = 60_000;

/**
 * Takes a new branch of a run along a way; the run itself stays where it stands.
 * @returns its id
 * @throws InterventionRefused and leaves no branch
 */
export function tried(
  run: Run,
  { branch, position, way }: Extract<Command, { readonly type: 'try' }>,
): number {
  const other = run.forked(branch, position);
  try {
    follow(other, way);
  } catch (error) {
    run.branches.pop();
    throw error;
  }
  return other.branch.id;
}

function follow(run: Run, way: TrialWay): void {
  let left = MOST_STEPS;
  for (const part of way) {
    if (part.kind === 'wait') {
      const limit = run.world.time + part.withinMs * 1000;
      const watched = Director.watch(part.until, run.protocol, run.world);
      const holds = (): boolean => watched(run.world, run.last?.facts ?? [], false, run.planned);
      while (!holds() && left-- > 0 && run.step(limit));
      if (part.must === true && !holds()) return;
    } else run.intervene(part);
  }
}
