import type { BundleName } from '../../words/words.ts';

/** Two of its stores are ZooKeeper: their servers say what those of the ZooKeeper lab say. */
export const bundles: readonly BundleName[] = ['zookeeper'];
