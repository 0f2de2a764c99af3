import { expect, it } from 'vitest';
import type { Sliced } from '../scenarios/slices.ts';
import { Stopped } from '../scenarios/slices.ts';
import type { Command, Working } from '../view/command.ts';
import { Looks } from './looks.ts';

const seek: Command = { type: 'seek', position: 1 };
const advance: Command = { type: 'advance', until: 1, again: true };

/** Steps that take so long together, ms. @param only it looks ahead, and takes none of the run's */
function* slow(ms: number, only = false): Sliced<string> {
  const end = performance.now() + ms;
  while (performance.now() < end) yield only ? null : 1;
  return 'done';
}

const looked = () => {
  const told: Working['working'][] = [];
  return { told, looks: new Looks((so) => told.push(so)) };
};

it('tells how far a long command is, and nothing of a short one', async () => {
  const { told, looks } = looked();
  expect(await looks.at({ id: 1, command: seek })(slow(40))).toBe('done');
  expect(told).toEqual([]);
  expect(await looks.at({ id: 2, command: seek })(slow(700))).toBe('done');
  expect(told.length).toBeGreaterThanOrEqual(2);
  expect(new Set(told.map(({ id }) => id))).toEqual(new Set([2]));
  expect(told.map(({ steps }) => steps)).toEqual(
    told.map(({ steps }) => steps).toSorted((a, b) => a - b),
  );
});

it('ends what is not wanted any more, and nothing else', async () => {
  const { looks } = looked();
  let went = 0;
  function* unwanted(): Sliced {
    for (;;) {
      // A worker hears it between two slices.
      if (went === 50) looks.stop(7);
      went++;
      yield* slow(1);
    }
  }
  await expect(looks.at({ id: 7, command: seek })(unwanted())).rejects.toThrow(Stopped);
  expect(went).toBeGreaterThan(50);
  // What was said of one command is not said of the next.
  expect(await looks.at({ id: 8, command: seek })(slow(60))).toBe('done');
});

it('ends a command once: its answer still has its own work', async () => {
  const { looks } = looked();
  looks.stop(3);
  const carry = looks.at({ id: 3, command: seek });
  await expect(carry(slow(20_000))).rejects.toThrow(Stopped);
  expect(await carry(slow(60))).toBe('done');
});

it('does not end what only looks ahead', async () => {
  const { looks } = looked();
  looks.stop(3);
  expect(await looks.at({ id: 3, command: seek })(slow(60, true))).toBe('done');
});

it('ends playing after a moment: what comes then is asked for next', async () => {
  const { told, looks } = looked();
  await expect(looks.at({ id: 1, command: advance })(slow(20_000))).rejects.toThrow(Stopped);
  expect(told).toEqual([]);
});

it('takes an advance that nobody asks for again as far as it was asked', async () => {
  const { looks } = looked();
  const command: Command = { type: 'advance', until: 1 };
  expect(await looks.at({ id: 1, command })(slow(600))).toBe('done');
});
