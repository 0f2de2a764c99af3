import type { ToldAhead } from '../../view/foretold.ts';
import type { Preset } from '../../view/preset.ts';
import { useSim } from '../sim/store.ts';
import { openPreset, openShared } from './open-run.ts';
import { problem } from './problem.ts';

/** What the address of a free lab asks for, behind its `?`. */
export interface AskedRun {
  /** What a link holds (`run=…`); null: nothing. */
  readonly shared: string | null;
  /** `from=start`: nothing has happened yet. */
  readonly cold: boolean;
  /** What stands behind `from=` and means nothing; null: nothing does. */
  readonly strange: string | null;
  /** Another of its beginnings than the first; null: none is named. */
  readonly wished: string | null;
  /** The beginning that it opens: of one that there is not, the first. */
  readonly first: Preset;
}

/** @param presets what the lab offers, the first of which it opens by itself; null when it offers nothing */
export function askedRun(query: URLSearchParams, presets: readonly Preset[]): AskedRun | null {
  const wished = query.get('preset');
  const first = presets.find(({ id }) => id === wished) ?? presets[0];
  if (first === undefined) return null;
  const from = query.get('from');
  const cold = from === 'start';
  return { shared: query.get('run'), cold, strange: cold ? null : from, wished, first };
}

/** Opens what was asked for, and says so where that is nothing it knows. @param ahead what opening the first one warm is answered */
export async function openAsked(
  { shared, cold, strange, wished, first }: AskedRun,
  presets: readonly Preset[],
  ahead: () => ToldAhead,
): Promise<void> {
  if (shared !== null) return openShared(shared, first);
  await openPreset(first, cold, !cold && first === presets[0] ? ahead() : null);
  if (wished !== null && wished !== first.id) {
    const known = presets.map(({ id }) => id).join(', ');
    useSim.setState({ problem: problem('no-such-preset', { name: wished, known }, 'preset=') });
  } else if (strange !== null)
    useSim.setState({ problem: problem('no-such-start', { name: strange }, 'from=') });
}
