import { isRegistryAsked } from '../../../stage/recipes/scene-of.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { RecipesDetail } from '../../../view/recipes.ts';

export interface RegistryDeeds {
  /** All its servers die, or those that are down start; null: nobody asks a registry. */
  readonly registry: Extract<Intervention, { kind: 'kill-all' | 'start' }> | null;
  /** The next provider starts; null: all are there; undefined: nobody is called. */
  readonly provider: Extract<Intervention, { kind: 'start' }> | null | undefined;
}

/** What can be done to a registry and its providers, as the run stands. */
export const registryDeeds = ({ detail, processes }: Frame<RecipesDetail>): RegistryDeeds => {
  const serves = detail.outside.some(({ kind }) => kind === 'provider');
  if (!serves) return { registry: null, provider: undefined };
  const [next] = detail.spare;
  const provider = next === undefined ? null : ({ kind: 'start', pids: [next] } as const);
  if (!isRegistryAsked(detail)) return { registry: null, provider };
  const servers = detail.servers.map(({ pid }) => pid);
  const up = servers.filter((pid) =>
    processes.some(
      (one) => one.pid === pid && (one.liveness === 'up' || one.liveness === 'paused'),
    ),
  );
  const registry =
    up.length > 0
      ? ({ kind: 'kill-all', pids: up } as const)
      : ({ kind: 'start', pids: servers } as const);
  return { registry, provider };
};
