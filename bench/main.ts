/** `npm run bench -- [NAME] [--minutes N] [--runs A,B] [--json]`: the measurements behind the aims, as ratios in one run. */
import process from 'node:process';
import { parsed, wholeNumber } from '../src/cli/arguments.ts';
import { guarded, Usage } from '../src/cli/terminal.ts';
import type { ExitCode } from '../src/cli/terminal.ts';
import { thisTerminal } from '../src/cli/this-terminal.ts';
import * as answer from './answer.ts';
import { contest } from './contestants.ts';
import * as busy from './busy.ts';
import * as digest from './digest.ts';
import * as dispatch from './dispatch.ts';
import * as busyPage from './busy-page.ts';
import * as duel from './duel.ts';
import * as engine from './engine.ts';
import * as ensemble from './ensemble.ts';
import * as explore from './explore.ts';
import * as firstLoad from './first-load.ts';
import * as frame from './frame.ts';
import * as heap from './heap.ts';
import * as hundred from './hundred.ts';
import * as history from './history.ts';
import * as long from './long.ts';
import * as moving from './moving.ts';
import * as playing from './playing.ts';
import type { Bench, Row } from './row.ts';
import * as scrub from './scrub.ts';
import * as tree from './tree.ts';
import * as treePage from './tree-page.ts';

const benches: Readonly<Record<string, Bench>> = {
  dispatch,
  engine,
  digest,
  history,
  scrub,
  duel,
  busyPage,
  hundred,
  heap,
  long,
  moving,
  playing,
  answer,
  firstLoad,
  frame,
  ensemble,
  busy,
  explore,
  tree,
  treePage,
};

/** These take their minutes: only when they are named. */
const LONG: ReadonlySet<string> = new Set(['heap', 'long']);

const contestants: Readonly<Record<string, () => unknown>> = {
  ...history.contestants,
  ...long.contestants,
  ...digest.contestants,
  ...frame.contestants,
  ...busy.contestants,
};

process.exitCode = guarded(thisTerminal, () => main(process.argv.slice(2)));

function main(args: string[]): ExitCode {
  const { values, positionals } = parsed('bench', {
    args,
    options: {
      json: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '10' },
      runs: { type: 'string' },
      contestant: { type: 'string' },
    },
    allowPositionals: true,
  });
  const { contestant } = values;
  if (contestant !== undefined) {
    const own = contestants[contestant];
    process.stdout.write(JSON.stringify(own === undefined ? contest(contestant) : own()));
    return 0;
  }
  const unknown = positionals.find((each) => !Object.hasOwn(benches, each));
  if (unknown !== undefined) {
    const names = Object.keys(benches).join(', ');
    throw new Usage(`bench: no bench '${unknown}'; give one of: ${names}`);
  }
  const usual = Object.keys(benches).filter((each) => !LONG.has(each));
  const names = positionals.length === 0 ? usual : positionals;
  const minutes = wholeNumber('minutes', values.minutes, 2, 1000);
  const runs = values.runs?.split(',');
  const all: { bench: string; rows: readonly Row[] }[] = [];
  for (const key of names) {
    const bench = benches[key] as Bench;
    process.stderr.write(`${bench.name} …\n`);
    const { rows } = bench.run({ minutes, ...(runs !== undefined && { runs }) });
    all.push({ bench: key, rows });
    if (!values.json) for (const row of rows) process.stdout.write(`${line(bench.name, row)}\n`);
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ benches: all })}\n`);
  return all.every(({ rows }) => rows.every(({ ok }) => ok !== false)) ? 0 : 1;
}

function line(bench: string, { name, value, unit, aim, ok }: Row): string {
  const number = value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
  const judged = aim === undefined ? '' : `  (aim ${aim}: ${ok === true ? 'ok' : 'MISSED'})`;
  return `${bench}: ${name}: ${number} ${unit}${judged}`.replaceAll(/ +\(/g, ' (').trimEnd();
}
