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

test('the lanes of ten clients do not touch in the dock of a small screen', () => {
  const clients = queueOf(10).clients;
  const kinds = ['session', 'silent', 'paused', 'believes', 'holds'] as const;
  const spans = clients.flatMap(({ pid }) =>
    kinds.map((kind) => ({ pid, kind, from: 1_000_000, to: 9_000_000, what: 'lock' })),
  );
  const chart = beliefsChart(clients, spans, { ...dock, now, selected: clients[4]?.pid ?? null });
  const lanes = everyShape(chart.shapes).flatMap((one) =>
    one.type === 'group' && one.key?.startsWith('lane-') === true ? [one.children] : [],
  );
  expect(lanes).toHaveLength(10);
  /** From where to where each lane reaches, in drawing units. */
  const reach = lanes.map((shapes) => {
    const ys = shapes.flatMap((one): number[] => {
      if (one.type === 'rect') return [one.y, one.y + one.height];
      // Letters need some 13 of the line.
      if (one.type === 'text') return [one.y - 10, one.y + 3];
      return one.type === 'path'
        ? [...one.d.matchAll(/(?:M\S+ |V)([\d.]+)/gu)].map(([, y]) => Number(y))
        : [];
    });
    return { top: Math.min(...ys), bottom: Math.max(...ys) };
  });
  reach.slice(1).forEach(({ top }, i) => expect(top).toBeGreaterThan(reach[i]?.bottom ?? Infinity));
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
