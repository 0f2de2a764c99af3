import { expect, test } from 'vitest';
import { everyShape } from '../testing/outline.ts';
import { inEnglish } from '../words.ts';
import { beliefsChart } from './beliefs.ts';
import { callsChart } from './calls.ts';
import { queueOf, twoOwners } from './fixtures.ts';
import { callsMade, registryScene, twoOwnersSpans } from './fixtures-scenes.ts';
import { recipesWords } from './words.ts';

const words = inEnglish(recipesWords);
const now = 20_000_000;
/** As the dock is at 1280 × 720. */
const dock = { words, width: 976, height: 117, selected: null };

test('an axis reaches on as the present does, though nothing happens', () => {
  const options = { ...dock, now };
  const { until } = beliefsChart(twoOwners().clients, twoOwnersSpans(), options);
  expect(until).toBeGreaterThan(now);
  const reached = until + 1;
  const drawn = [
    beliefsChart(twoOwners().clients, twoOwnersSpans(), { ...options, reached }),
    callsChart(registryScene(false), callsMade(), { ...options, reached }),
  ];
  for (const one of drawn) expect(one.until).toBeGreaterThan(reached);
});

test('a tick’s time is not seen behind the present’s', () => {
  const chart = beliefsChart(twoOwners().clients, twoOwnersSpans(), { ...dock, now });
  const ticks = everyShape(chart.shapes).flatMap((one) =>
    one.type === 'text' && one.key?.startsWith('tick-') === true ? [one] : [],
  );
  const second = ticks.at(1);
  const time = Number.parseFloat(second?.text ?? '') * 1_000_000;
  const hiddenAt = (at: number): (string | undefined)[] =>
    chart.moves(at).flatMap(({ key, hidden }) => (hidden === true ? [key] : []));
  expect(hiddenAt(time)).toEqual([second?.key]);
  const third = Number.parseFloat(ticks.at(2)?.text ?? '') * 1_000_000;
  expect(hiddenAt((time + third) / 2)).toEqual([]);
});

test('six clients, and five providers, stand with their axis in the dock of a small screen', () => {
  const beliefs = beliefsChart(queueOf(6).clients, [], { ...dock, now });
  expect(beliefs.height).toBe(dock.height);
  // What is written in two lanes does not touch: letters need some 13 of the line.
  const names = everyShape(beliefs.shapes).flatMap((one) =>
    one.type === 'text' && /^C\d$/u.test(one.text) ? [one.y] : [],
  );
  expect(names).toHaveLength(6);
  const apart = names.slice(1).map((y, i) => y - (names[i] ?? 0));
  expect(Math.min(...apart)).toBeGreaterThan(13);
  const scene = registryScene(false);
  const four = scene.outside.filter(({ kind }) => kind === 'provider');
  const fifth = four.map((one) => ({ ...one, pid: one.pid + 50 })).slice(0, 1);
  const five = { ...scene, outside: [...scene.outside, ...fifth] };
  expect(four).toHaveLength(4);
  expect(callsChart(five, callsMade(), { ...dock, now }).height).toBe(dock.height);
});
