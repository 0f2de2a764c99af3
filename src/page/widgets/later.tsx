import { lazy, Suspense } from 'react';
import type { ComponentType } from 'react';

/** A part that is fetched when it is first shown: a cold visit does not wait for it, `idle` does. */
export const later = (load: () => Promise<ComponentType>): ComponentType => {
  const Part = lazy(async () => ({ default: await load() }));
  return () => (
    <Suspense fallback={<span data-loading hidden />}>
      <Part />
    </Suspense>
  );
};
