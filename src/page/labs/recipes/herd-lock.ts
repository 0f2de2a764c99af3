import type { SceneView } from '../../../stage/recipes/scene.ts';

/** Locks that a crowd stands round, and that cost more than a queue. */
export type HerdLock = 'exclusive-lock' | 'parent-lock';

/** The lock that all of them want; for a queue what it is better than. Null: they want something else. */
export function herdLock({ clients }: Pick<SceneView, 'clients'>): HerdLock | null {
  const programs = new Set(clients.map(({ program }) => program));
  if (programs.size !== 1) return null;
  if (programs.has('parent-lock')) return 'parent-lock';
  return programs.has('exclusive-lock') || programs.has('fair-lock') ? 'exclusive-lock' : null;
}
