import type { ReactNode } from 'react';
import { useBundles } from './use-bundles.ts';
import type { BundleName } from './words.ts';

/** Shows its children when this bundle of words is there. */
export const WithWords = ({ of, children }: { of: BundleName; children: ReactNode }) =>
  useBundles([of]) ? children : <span data-loading hidden />;
