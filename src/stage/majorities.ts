import type { EnsembleSize, TwoSets } from '../view/exhibit.ts';
import { ensembleSizes } from './ensemble-sizes.ts';
import { at, group } from './shape.ts';
import type { Drawing } from './shape.ts';
import { twoSets } from './two-sets.ts';
import type { StageWords } from './words.ts';

export interface MajoritiesOptions {
  readonly words: StageWords;
  readonly width: number;
  /** Taken where it is enough for both parts. */
  readonly height: number;
  /** How many servers the ensemble has; one of the sizes. */
  readonly servers: number;
  readonly sets: TwoSets;
}

/** Narrower than this, the parts stand one below the other. */
const ABREAST = 640;
const GAP = 32;
/** Two rows of dots are no easier to read when they stand far apart. */
const SETS_HEIGHT = { least: 122, most: 150 };
/** The sets' share of the width, beside the table. */
const SHARE = 0.46;

/** Two sets of servers and what they share; beside them what each size of an ensemble costs. */
export const majorities = (sizes: readonly EnsembleSize[], options: MajoritiesOptions): Drawing => {
  const { words, width, servers } = options;
  const size = sizes.find((one) => one.servers === servers);
  if (size === undefined) return { shapes: [], width, height: options.height };
  const abreast = width >= ABREAST;
  const left = abreast ? (width - GAP) * SHARE : width;
  const right = abreast ? width - GAP - left : width;
  const sets = twoSets(size, options.sets, {
    say: words.majorities,
    width: left,
    height: abreast ? Math.min(SETS_HEIGHT.most, options.height) : SETS_HEIGHT.least,
  });
  const table = ensembleSizes(sizes, {
    words,
    width: right,
    height: abreast ? options.height : options.height - sets.height - GAP / 2,
    servers,
  });
  const place = abreast ? at(width - right, 0) : at(0, sets.height + GAP / 2);
  return {
    shapes: [
      group(sets.shapes, { key: 'sets' }),
      group(table.shapes, { key: 'sizes', transform: place }),
    ],
    width,
    height: abreast ? Math.max(sets.height, table.height) : sets.height + GAP / 2 + table.height,
  };
};
