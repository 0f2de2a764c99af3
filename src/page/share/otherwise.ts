import { BEHAVIOUR, CHANGES, changesSince } from '../../view/behaviour.ts';
import type { Change } from '../../view/behaviour.ts';
import type { ProblemView } from '../../view/command.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import type { SharedRun } from './link.ts';
import { problem } from './problem.ts';

/** Why a shared run comes out otherwise here than where its link was made; null when it does not. */
export function otherwise(
  { digest: expected, behaviour = 1 }: SharedRun,
  actual: string,
  model: ScenarioFile['model'],
  own: { readonly behaviour: number; readonly changes: readonly Change[] } = {
    behaviour: BEHAVIOUR,
    changes: CHANGES,
  },
): ProblemView | null {
  if (actual === expected) return null;
  if (behaviour > own.behaviour) return problem('digest-newer', { actual, expected });
  const since = changesSince(behaviour, model, own.changes).map((change) => change.since);
  if (since.length === 0) return problem('digest-differs', { actual, expected });
  return problem('digest-since', { actual, expected, changes: since.join(',') });
}
