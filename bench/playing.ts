/**
 * R1: what a frame costs the main thread while runs play in the built page: an election at 1×, with the
 * views below the stage and without; R2: two crowds of over two thousand messages, of
 * few processes and of as many as a run may have, beside a naive drawing of the same by React. Processor time, but this
 * machine's of today: RaftScope's page, which the aims were taken from, took 2.9 ms of script and 6.3 of
 * the main thread beside ours on the same machine.
 */
import { duel, DUEL_AT, everybody, EVERYBODY_AT } from './crowds.ts';
import { inPage } from './in-page.ts';
import type { Row } from './row.ts';

export const name = 'playing';

const election = { route: '#/lab/election?from=start', scenario: null, seconds: 6 };
const crowd = { seconds: 6, speed: '0.1×', dock: false, naively: true, aims: { task: 2 } };
/** Of what the naive drawing costs. */
const OF_NAIVE = 1 / 3;

const RUNS = [
  {
    name: 'election, with its views',
    aims: { script: 0.5, task: 3.2 },
    ...election,
    speed: '1×',
    dock: true,
  },
  {
    name: 'election, stage alone',
    aims: { script: 0.5, task: 3.2 },
    ...election,
    speed: '1×',
    dock: false,
  },
  {
    name: 'nine of Paxos, only positions',
    ...crowd,
    route: '#/lab/paxos?from=start',
    scenario: duel,
    position: DUEL_AT,
  },
  {
    name: '111 of recipes, only positions',
    ...crowd,
    route: '#/lab/recipes?from=start',
    scenario: everybody,
    position: EVERYBODY_AT,
  },
] as const;

/** Of each frame, ms. */
interface Measured {
  readonly task: number;
  readonly script: number;
  readonly layout: number;
  readonly style: number;
  readonly frames: number;
  readonly commits: number;
  readonly elements: number;
  readonly processes: number;
  readonly messages: number;
  /** Of the naive drawing of the same messages, the main thread's ms of a frame; null where it was not asked for. */
  readonly naiveTask: number | null;
}

const judged = (run: string, what: string, value: number, aim: number | undefined): Row => ({
  name: `${run}: ${what} a frame`,
  value,
  unit: 'ms',
  ...(aim !== undefined && { aim: `≤ ${aim}`, ok: value <= aim }),
});

const besideNaive = (run: string, { task, naiveTask }: Measured): readonly Row[] =>
  naiveTask === null
    ? []
    : [
        { name: `${run}: naively by React, main thread a frame`, value: naiveTask, unit: 'ms' },
        {
          name: `${run}: of the naive one`,
          value: task / naiveTask,
          unit: '',
          aim: `≤ ${OF_NAIVE.toFixed(2)}`,
          ok: task / naiveTask <= OF_NAIVE,
        },
      ];

/** Without a browser there is nothing to measure, and it says so. */
export function run(): { rows: Row[] } {
  const results = inPage<readonly Measured[]>(name, 'playing-page', { runs: RUNS });
  if (results === null) return { rows: [] };
  return {
    rows: RUNS.flatMap((each, i): Row[] => {
      const found = results[i];
      if (found === undefined) return [];
      const aims: { readonly script?: number; readonly task?: number } = each.aims;
      return [
        judged(each.name, 'script', found.script, aims.script),
        judged(each.name, 'main thread', found.task, aims.task),
        judged(each.name, 'layout and style', found.layout + found.style, undefined),
        { name: `${each.name}: commits of React a frame`, value: found.commits, unit: '' },
        { name: `${each.name}: elements of the page`, value: found.elements, unit: '' },
        { name: `${each.name}: processes`, value: found.processes, unit: '' },
        { name: `${each.name}: messages under way`, value: found.messages, unit: '' },
        ...besideNaive(each.name, found),
      ];
    }),
  };
}
