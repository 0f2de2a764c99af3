/**
 * Bundled and run by `fuzz-inputs.mjs` as `KIND SEED FROM TO [PLANT]`: makes the inputs
 * numbered [FROM, TO) of a kind and gives each to its door. A line on standard output for each: who
 * watches sees where it hangs.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { Dice } from '../../src/runner/fuzz/dice.ts';
import { log, snapshot } from './files.ts';
import type { InputKind } from './kind.ts';
import { link, scenario } from './runs.ts';
import { serverLogs } from './server-logs.ts';
import { cfg, conformance, zkcli } from './texts.ts';

const kinds: Readonly<Record<string, InputKind>> = {
  scenario,
  link,
  log,
  snapshot,
  'server-logs': serverLogs,
  cfg,
  zkcli,
  conformance,
};

/** Seconds of processor time that one input may take. A busy machine does not make it more. */
const LONGEST = 3;

/**
 * MB that one input may add to the most memory that this process ever had, buffers included, which no
 * limit of the heap counts.
 */
const LARGEST = 200;

const [name = '', seed = '1', from = '0', to = '0', plant = ''] = process.argv.slice(2);
const kind = kinds[name];
if (kind === undefined) throw new Error(`no kind ${name}: ${Object.keys(kinds).join(', ')}`);

function tell(line: string): void {
  for (;;) {
    try {
      writeSync(1, `${line}\n`);
      return;
    } catch (error) {
      // Who watches has not yet read what was said before.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

const seconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** MB that this process had at its largest. */
const largest = (): number => process.resourceUsage().maxRSS / 1000;

/** What a checker must see, to be believed where it sees nothing. */
function planted(what: string): void {
  const kept: unknown[] = [];
  if (what === 'throw') throw new TypeError('planted');
  if (what === 'slow') for (const until = seconds() + LONGEST + 1; seconds() < until;);
  if (what === 'hang') for (;;);
  if (what === 'memory') for (;;) kept.push(Array.from({ length: 100_000 }, Math.random));
  if (what === 'buffers')
    for (let mb = 0; mb < 2 * LARGEST; mb++) kept.push(new Uint8Array(1e6).fill(1));
}

for (let number = Number(from); number < Number(to); number++) {
  tell(`at ${number}`);
  const dice = new Dice(Number(seed) * 1_000_003 + number);
  const before = seconds();
  const had = largest();
  try {
    const input = await kind.make(dice);
    if (plant !== '' && number === Number(to) - 1) planted(plant);
    await kind.take(input);
    const took = seconds() - before;
    if (took > LONGEST) tell(`FAIL ${number} took ${took.toFixed(1)} s of processor time`);
    const grown = largest() - had;
    if (grown > LARGEST) tell(`FAIL ${number} took ${Math.round(grown)} MB of memory`);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell(`FAIL ${number} ${text.split('\n').slice(0, 4).join(' | ').slice(0, 600)}`);
  }
}
tell('done');
process.exit();
