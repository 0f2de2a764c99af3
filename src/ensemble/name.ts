import type { ZooKeeperClientSetup } from '../view/zookeeper-setup.ts';

const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';

/** α for the first client, β for the second, … unless it has a name of its own. */
export const clientName = ({ name }: ZooKeeperClientSetup, index: number): string =>
  name ?? GREEK[index] ?? `c${index + 1}`;
