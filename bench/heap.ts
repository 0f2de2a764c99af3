/**
 * R4: whether minutes of play keep the page's memory and pace: each lab at 50×, with deeds again and
 * again, in the built page in a real browser. The heap is that of the page after a collection; what the
 * simulation's worker holds is history, which has a bound of its own, and is told beside it.
 */
import { duel } from './duel.ts';
import { clients } from './hundred.ts';
import { inPage } from './in-page.ts';
import { quantile } from './row.ts';
import type { How, Row } from './row.ts';

export const name = 'minutes of play';

/** As the issue asks; `--minutes N` makes it shorter, or longer. */
const MINUTES = 10;
/** Growth after the first minute, %. */
const GROWTH = 10;

const act = (pid: number, kind: 'kill' | 'start') =>
  kind === 'kill' ? { kind, pid } : { kind, pids: [pid] };
const typed = (text: string) => ({ kind: 'input', pid: 101, name: 'LINE', data: { text } });
const lie = (path: string, to: number, value: string | null) => ({
  kind: 'input',
  pid: 4,
  name: 'LIE',
  data: { path, to, value },
});
const add = (pid: number) => ({
  kind: 'input',
  pid,
  name: 'CALL',
  data: { op: 'add', amount: 1 },
});

/**
 * `every`: wall time between two deeds, s; so short that what shows the last steps is full within a
 * minute. `again`: deeds are done at this position of the run, and what comes of each is played.
 */
const RUNS = [
  {
    name: 'election',
    route: '#/lab/election?from=start',
    scenario: null,
    every: 2,
    deeds: [5, 4, 3].flatMap((pid) => [act(pid, 'kill'), act(pid, 'start')]),
    fps: 60,
  },
  {
    name: 'zookeeper',
    route: '#/lab/zookeeper',
    scenario: null,
    // As fast as a person types: the log of the console, which is shown, holds a thousand lines and more.
    every: 10,
    deeds: [
      typed('create /kept x'),
      typed('get -w /kept'),
      typed('set /kept y'),
      typed('delete /kept'),
    ],
    fps: 60,
  },
  {
    name: 'counter',
    route: '#/lab/counter?from=start',
    scenario: null,
    every: 0.5,
    deeds: [add(1), add(2)],
    fps: 60,
  },
  { name: 'duel', route: '#/lab/paxos?from=start', scenario: duel, every: 2, deeds: [], fps: 30 },
  {
    name: 'recipes',
    route: '#/lab/recipes?from=start',
    // They never come to an end of it.
    scenario: clients('exclusive-lock', 20, 100_000),
    every: 2,
    deeds: [103, 104].flatMap((pid) => [act(pid, 'kill'), act(pid, 'start')]),
    fps: 60,
  },
  {
    name: 'cap',
    route: '#/lab/cap?from=start',
    scenario: null,
    every: 2,
    deeds: [
      {
        kind: 'partition',
        groups: [
          [1, 2],
          [3, 4, 5],
        ],
      },
      { kind: 'heal' },
    ],
    fps: 60,
  },
  {
    name: 'byzantine',
    route: '#/lab/byzantine?from=start',
    scenario: null,
    every: 2,
    // The generals decide once; then they are asked again, each time with another lie.
    again: 1,
    deeds: [2, 3].flatMap((to) => [lie('1.4', to, 'A'), lie('1.4', to, null)]),
    fps: 60,
  },
] as const;

interface Measured {
  /** At the end of each minute, the first one first, bytes after a collection. */
  readonly heaps: readonly number[];
  /** After the first minute and at the end, bytes of the heap that are not the engine's code. */
  readonly data: readonly number[];
  readonly workers: readonly number[];
  readonly elements: readonly number[];
  /** Frames a second of each second. */
  readonly rates: readonly number[];
  /** Processor time of the main thread a frame, ms. */
  readonly task: number;
  readonly events: number;
  /** Deeds that could be done when they were tried. */
  readonly done: number;
}

const megabytes = (bytes: number | undefined): number => (bytes ?? NaN) / 1e6;

/** Without a browser there is nothing to measure, and it says so. */
export function run({ minutes = MINUTES, runs }: How = {}): { rows: Row[] } {
  const chosen = RUNS.filter(({ name: lab }) => runs === undefined || runs.includes(lab));
  const results = inPage<readonly Measured[]>(name, 'heap-page', { runs: chosen, minutes });
  if (results === null) return { rows: [] };
  return { rows: chosen.flatMap((each, i) => rowsOf(each, results[i])) };
}

function rowsOf(
  { name: lab, fps, deeds }: (typeof RUNS)[number],
  found: Measured | undefined,
): Row[] {
  if (found === undefined) return [];
  const { heaps, data, workers, elements, rates, task, events, done } = found;
  const [first = NaN] = heaps;
  // The highest of what follows: a leak that a late collection hides is one, too.
  const growth = 100 * (Math.max(...heaps.slice(1)) / first - 1);
  const rate = quantile(rates, 0.5);
  return [
    { name: `${lab}: steps`, value: events, unit: '' },
    {
      name: `${lab}: deeds done`,
      value: done,
      unit: '',
      ...(deeds.length > 0 && { aim: '> 0', ok: done > 0 }),
    },
    {
      name: `${lab}: heap after the first minute`,
      value: megabytes(first),
      unit: `MB (at the end ${megabytes(heaps.at(-1)).toFixed(1)} MB)`,
    },
    {
      name: `${lab}: its growth since`,
      value: growth,
      unit: '%',
      aim: `≤ ${GROWTH}`,
      ok: growth <= GROWTH,
    },
    {
      name: `${lab}: growth of what is not compiled code`,
      value: 100 * ((data[1] ?? NaN) / (data[0] ?? NaN) - 1),
      unit: '%',
      aim: `≤ ${GROWTH}`,
      ok: (data[1] ?? NaN) <= (1 + GROWTH / 100) * (data[0] ?? NaN),
    },
    {
      name: `${lab}: the worker's heap after the first minute`,
      value: megabytes(workers[0]),
      unit: `MB (at the end ${megabytes(workers.at(-1)).toFixed(1)} MB)`,
    },
    {
      name: `${lab}: elements of the page after the first minute`,
      value: elements[0] ?? NaN,
      unit: `(at the end ${String(elements.at(-1))})`,
    },
    {
      name: `${lab}: frames a second, median of the seconds`,
      value: rate,
      unit: '',
      aim: `≥ ${fps}`,
      // A screen's sixty are never quite reached by the clock.
      ok: rate >= 0.97 * fps,
    },
    { name: `${lab}: main thread, processor time a frame`, value: task, unit: 'ms' },
  ];
}
