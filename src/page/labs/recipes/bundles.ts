import type { BundleName } from '../../words/words.ts';

/** Its servers say what those of the ZooKeeper lab say. */
export const bundles: readonly BundleName[] = ['zookeeper'];
