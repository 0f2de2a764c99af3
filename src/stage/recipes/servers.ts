import type { ProcessView } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';
import type { Point } from '../geometry.ts';
import { cropMarks, ring } from '../glyphs.ts';
import { at, group } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { ringClass, ringKind, stateWord } from '../states.ts';
import type { RecipesSaying } from './words.ts';

const RADIUS = 15;

/** The servers in small: they keep the tree, and know nothing of the recipe. */
export const serverMarks = (
  processes: readonly ProcessView[],
  places: ReadonlyMap<Pid, Point>,
  { words, selected }: { readonly words: RecipesSaying; readonly selected?: Pid | null },
): Shape[] =>
  processes.flatMap((process) => {
    const place = places.get(process.pid);
    if (place === undefined) return [];
    const kind = ringKind(process);
    return [
      group(
        [
          ...ring(kind, process.name, RADIUS),
          ...(selected === process.pid ? [cropMarks(RADIUS - 4)] : []),
        ],
        {
          key: `process-${process.pid}`,
          className: ringClass(kind),
          role: 'button',
          label: words.say('serverName', {
            name: process.name,
            state: stateWord(process, words),
          }),
          action: { select: process.pid },
          selected: selected === process.pid,
          transform: at(place.x, place.y),
        },
      ),
    ];
  });
