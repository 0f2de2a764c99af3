import { expect, it } from 'vitest';
import { FIRST_LOOK, lookEarlier, lookFurther } from './look-back.ts';
import type { LookBack } from './look-back.ts';

/** Looks back from step 9000 of a run in which only these steps make rows. */
const settled = (look: LookBack, rows: readonly number[]): { look: LookBack; seen: number } => {
  for (let at = look; ;) {
    const from = Math.max(0, 9000 - at.steps);
    const seen = rows.filter((step) => step >= from && step < 9000).length;
    const further = lookFurther(at, { rows: seen, from });
    if (further === null) return { look: at, seen };
    at = further;
  }
};

it('finds what happened before minutes of pings, without being told to look further', () => {
  expect(settled(FIRST_LOOK, [3, 20, 40]).seen).toBe(3);
});

it('looks no further than it must', () => {
  const busy = Array.from({ length: 9000 }, (_, step) => step);
  expect(settled(FIRST_LOOK, busy)).toEqual({ look: FIRST_LOOK, seen: FIRST_LOOK.steps });
});

it('comes to an end where nothing is, also in a run that never ends', () => {
  expect(settled(FIRST_LOOK, []).seen).toBe(0);
  let look: LookBack | null = FIRST_LOOK;
  for (let asked = 0; look !== null; asked++) {
    expect(asked).toBeLessThan(10);
    look = lookFurther(look, { rows: 0, from: 1e9 });
  }
});

it('brings earlier rows with each press, however far away they are', () => {
  const rows = [...Array.from({ length: 30 }, (_, step) => step), 8950, 8960];
  const first = settled({ steps: 100, rows: 2 }, rows);
  expect(first.seen).toBe(2);
  expect(settled(lookEarlier(first.look, { rows: first.seen }), rows).seen).toBe(32);
});
