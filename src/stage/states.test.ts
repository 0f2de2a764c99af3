import { expect, it } from 'vitest';
import type { ProcessView } from '../view/frame.ts';
import { ring } from './glyphs.ts';
import { ringClass, ringKind } from './states.ts';

const look = (state: string, liveness: ProcessView['liveness'] = 'up'): string => {
  const kind = ringKind({ state, liveness });
  return JSON.stringify([ringClass(kind), ring(kind, 'S1', 34)]);
};

it('every state of a server has a look of its own', () => {
  const looks = [
    ...['LOOKING', 'READ-ONLY', 'FOLLOWING', 'LEADING', 'STANDALONE', 'OBSERVING'].map((state) =>
      look(state),
    ),
    look('FOLLOWING', 'crashed'),
    look('FOLLOWING', 'paused'),
    look('FOLLOWING', 'off'),
  ];
  expect(new Set(looks).size).toBe(looks.length);
});
