import { createContext } from 'react';
import type { BundleName } from './words.ts';

/** The bundles that are there, in the language of the page, and how to get more. */
export interface Bundles {
  readonly has: readonly BundleName[];
  /** Fails when a bundle cannot be fetched. */
  readonly fetch: (names: readonly BundleName[]) => Promise<void>;
}

export const BundleContext = createContext<Bundles>({
  has: [],
  fetch: async () => undefined,
});
