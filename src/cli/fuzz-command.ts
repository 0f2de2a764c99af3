import { fuzz } from '../runner/fuzz/fuzz.ts';
import type { FuzzReport } from '../runner/fuzz/fuzz.ts';
import type { Wishes } from '../runner/fuzz/fuzz-run.ts';
import type { RandomRun } from '../runner/fuzz/random-run.ts';
import { fileOfRun } from '../scenarios/from-run.ts';
import { LIMITS } from '../view/limits.ts';
import { firstSeed, parsed, wholeNumber } from './arguments.ts';
import { subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';
import { Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const options = {
  runs: { type: 'string', default: '100' },
  seed: { type: 'string', default: '1' },
  servers: { type: 'string' },
  break: { type: 'string' },
  wipe: { type: 'boolean', default: false },
  save: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** `sim fuzz MODEL`: random schedules with faults under the model's invariants. */
export function fuzzCommand(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parsed('sim fuzz', { args, options, allowPositionals: true });
  const subject = subjectOf(positionals, 'fuzz');
  const { name, protocol, run: runOf } = subject;
  const runs = wholeNumber('runs', values.runs, 1, LIMITS.runs);
  const seed = firstSeed(values.seed, runs);
  const { servers, break: broken } = values;
  if (broken !== undefined && !subject.mutants.some((rule) => rule.name === broken)) {
    throw new Usage(`--break ${broken}: no such rule; npm run -s sim -- rules ${name} lists them`);
  }
  const wishes: Wishes = {
    wipes: values.wipe,
    ...(servers === undefined
      ? {}
      : { servers: wholeNumber('servers', servers, ...subject.sizes) }),
    ...(broken === undefined ? {} : { broken }),
  };

  // Who waits for an hour of runs does not want to hear of it at their end.
  if (values.save !== undefined) terminal.writable(values.save);
  const begin = terminal.cpu();
  const found = broken === undefined ? () => false : (run: RandomRun) => run.violation !== null;
  const report = fuzz(protocol, runs, seed, wishes, found, runOf);
  const eventsPerSecond = Math.round(report.events / Math.max(terminal.cpu() - begin, 1e-6));

  const again = (violationSeed: number): string => replayCommand(name, violationSeed, values);
  if (values.json) terminal.out(JSON.stringify({ ...report, eventsPerSecond }));
  else print(terminal, report, eventsPerSecond, again);
  if (values.json) {
    for (const violation of report.violations) terminal.err(`Again: ${again(violation.seed)}`);
  }
  if (values.save !== undefined) {
    save(terminal, values.save, subject, report.violations[0]?.seed ?? seed, wishes);
  }
  return report.violations.length > 0 === (broken !== undefined) ? 0 : 1;
}

function print(
  terminal: Terminal,
  { runs, events, faults, exercised, violations }: FuzzReport,
  eventsPerSecond: number,
  again: (seed: number) => string,
): void {
  terminal.out(`${runs} runs, ${events} events, ${eventsPerSecond} events/s`);
  const list = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  terminal.out(`faults: ${list(faults) || 'none'}`);
  if (Object.keys(exercised).length > 0) terminal.out(`exercised: ${list(exercised)}`);
  for (const { invariant, seed, step, text } of violations) {
    terminal.out(`violation of ${invariant} with seed ${seed} at step ${step}: ${text}`);
    terminal.out(`  again: ${again(seed)}`);
  }
  if (violations.length === 0) terminal.out('no violation');
}

function replayCommand(
  name: string,
  seed: number,
  values: {
    readonly servers?: string | undefined;
    readonly break?: string | undefined;
    readonly wipe: boolean;
  },
): string {
  const parts = [`npm run -s sim -- fuzz ${name} --runs 1 --seed ${seed}`];
  if (values.servers !== undefined) parts.push(`--servers ${values.servers}`);
  if (values.break !== undefined) parts.push(`--break ${values.break}`);
  if (values.wipe) parts.push('--wipe');
  return parts.join(' ');
}

/** The run as a scenario, to be played by `sim run` or looked at in the page. */
function save(
  terminal: Terminal,
  path: string,
  { protocol, run }: Subject,
  seed: number,
  wishes: Wishes,
): void {
  const { file, interventions } = run(protocol, seed, wishes);
  terminal.write(path, `${JSON.stringify(fileOfRun(file, interventions), null, 2)}\n`);
  terminal.err(`Saved the run with seed ${seed} as ${path}`);
}
