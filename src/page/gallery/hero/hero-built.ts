import { useEffect, useState } from 'react';

/** The run of the gallery's live election with its first frame, made when the site was built. */
export type HeroBuilt = typeof import('../../../built/hero.built.ts');

let there: HeroBuilt | null = null;

/** A file of its own, since a visit of a lab has no use for it. */
export const fetchHero = async (): Promise<HeroBuilt> =>
  (there ??= await import('../../../built/hero.built.ts'));

/** Null while it is fetched; throws when it cannot be. */
export const useHeroBuilt = (): HeroBuilt | null => {
  const [built, setBuilt] = useState(there);
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => {
    if (built === null)
      void fetchHero().then(setBuilt, (error: unknown) =>
        setFailed(error instanceof Error ? error : new Error(String(error))),
      );
  }, [built]);
  // The error boundary round the page says so and offers to try again.
  if (failed !== null) throw failed;
  return built;
};
