import { Director } from '../scenarios/director.ts';
import { SLICE } from '../scenarios/slices.ts';
import type { Sliced } from '../scenarios/slices.ts';
import type { Command, TrialWay } from '../view/command.ts';
import type { Fact } from '../view/fact.ts';
import type { Run } from './run.ts';

/** Steps of all waits together: a run that never rests is not awaited for ever. */
const MOST_STEPS = 60_000;

/** Where a branch that was tried has ended. */
export interface Trial {
  readonly branch: number;
  readonly world: Run['world'];
  /** What came since it left the run. */
  readonly facts: readonly Fact[];
}

/**
 * Takes a new branch of a run along a way; the run itself stays where it stands.
 * @throws InterventionRefused and leaves no branch; nor does whoever stops it
 */
export function* tried(
  run: Run,
  { branch, position, way }: Extract<Command, { readonly type: 'try' }>,
): Sliced<Trial> {
  const other = run.forked(branch, position);
  const facts: Fact[] = [];
  try {
    yield* follow(other, way, facts);
  } catch (error) {
    run.branches.pop();
    throw error;
  }
  return { branch: other.branch.id, world: other.world, facts };
}

function* follow(run: Run, way: TrialWay, facts: Fact[]): Sliced {
  let left = MOST_STEPS;
  for (const part of way) {
    if (part.kind === 'wait') {
      const limit = run.world.time + part.withinMs * 1000;
      const watched = Director.watch(part.until, run.protocol, run.world);
      const holds = (): boolean => watched(run.world, run.last?.facts ?? [], false, run.planned);
      while (!holds() && left-- > 0 && run.step(limit)) {
        facts.push(...(run.last?.facts ?? []));
        if (left % SLICE === 0) yield SLICE;
      }
      if (part.must === true && !holds()) return;
    } else run.intervene(part);
  }
}
