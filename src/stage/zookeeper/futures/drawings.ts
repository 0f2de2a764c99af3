import type { Drawing } from '../../shape.ts';
import { drawnFutures, future } from './fixtures.ts';
import { futuresDrawing } from './futures.ts';
import { sayInEnglish } from '../../say.ts';
import { futuresWords } from './words.ts';

const say = sayInEnglish(futuresWords);

const two = (servers: number, width: number, height: number, between = false): Drawing =>
  futuresDrawing(drawnFutures(future(servers, false, between), future(servers, true, between)), {
    width,
    height,
    say,
    selected: servers,
  });

/** Two futures of a write, for the developers' gallery and the tests. */
export const futureDrawings: readonly { readonly name: string; readonly draw: () => Drawing }[] = [
  { name: 'futures: a write is dropped, and survives', draw: () => two(3, 976, 440) },
  { name: 'futures: another write came between', draw: () => two(3, 976, 440, true) },
  { name: 'futures: nine servers', draw: () => two(9, 976, 430) },
  { name: 'futures: phone', draw: () => two(3, 390, 376) },
  { name: 'futures: phone, seven servers', draw: () => two(7, 390, 376) },
  {
    name: 'futures: one alone',
    draw: () =>
      futuresDrawing(drawnFutures(future(3, false)), {
        width: 976,
        height: 440,
        say,
        selected: null,
      }),
  },
];
