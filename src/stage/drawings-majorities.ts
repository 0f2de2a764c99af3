import type { EnsembleSize, TwoSets } from '../view/exhibit.ts';
import { fixedSizes, usualSizes } from './fixtures-majorities.ts';
import { majorities } from './majorities.ts';
import type { Drawing } from './shape.ts';
import { firstAndLast } from './two-sets.ts';
import { englishWords as words } from './words.ts';

const draw = (
  servers: number,
  room: { readonly width: number; readonly height: number },
  sets?: TwoSets,
  sizes = usualSizes(),
): Drawing => {
  const size = sizes[servers - 1] as EnsembleSize;
  return majorities(sizes, { words, servers, sets: sets ?? firstAndLast(size), ...room });
};

const dock = { width: 936, height: 132 };
const large = { width: 1300, height: 230 };
const phone = { width: 358, height: 300 };

/** Majorities: what two of them share, and what each size of an ensemble costs. */
export const majorityDrawings: readonly { readonly name: string; readonly draw: () => Drawing }[] =
  [
    { name: 'majorities: five servers', draw: () => draw(5, dock) },
    { name: 'majorities: four share two', draw: () => draw(4, dock) },
    {
      name: 'majorities: two and three of five share nobody',
      draw: () => draw(5, dock, { a: [1, 2], b: [3, 4, 5] }),
    },
    {
      name: 'majorities: seven, chosen by hand',
      draw: () => draw(7, large, { a: [1, 3, 5, 7], b: [2, 3, 4, 6] }),
    },
    { name: 'majorities: eleven', draw: () => draw(11, dock) },
    { name: 'majorities: one', draw: () => draw(1, dock) },
    { name: 'majorities: nobody', draw: () => draw(3, dock, { a: [], b: [2] }) },
    { name: 'majorities: fixed latency', draw: () => draw(3, dock, undefined, fixedSizes()) },
    { name: 'majorities: eleven on a phone', draw: () => draw(11, phone) },
    { name: 'majorities: four on a phone', draw: () => draw(4, phone) },
  ];
