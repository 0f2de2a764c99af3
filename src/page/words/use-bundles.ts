import { use, useEffect, useState } from 'react';
import { beginWork } from '../sim/work.ts';
import { BundleContext } from './bundle-context.ts';
import type { BundleName } from './words.ts';

/**
 * Has these bundles of words fetched; says whether they are there. Once they are, they are in every
 * language: the page changes over when it has all of them. Throws when they cannot be fetched.
 */
export const useBundles = (names: readonly BundleName[]): boolean => {
  const { has, fetch } = use(BundleContext);
  const missing = names.filter((name) => !has.includes(name)).join(' ');
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => {
    if (missing === '') return undefined;
    const done = beginWork();
    fetch(missing.split(' ') as BundleName[])
      .catch((error: unknown) =>
        setFailed(error instanceof Error ? error : new Error(String(error))),
      )
      .finally(done);
    return done;
  }, [missing, fetch]);
  if (failed !== null) throw failed;
  return missing === '';
};
