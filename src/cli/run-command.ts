import { parseArgs } from 'node:util';
import type { Run } from '../runner/run.ts';
import { protocolOf } from '../scenarios/protocols.ts';
import type { Fact, FactValue, StepRecord } from '../view/fact.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { wholeNumber } from './arguments.ts';
import { play } from './play.ts';
import type { Played } from './play.ts';
import { loadFile, problemLine } from './scenario-files.ts';
import { Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const options = {
  seed: { type: 'string' },
  until: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** `sim run SCENARIO.json`: its trace, and each expectation with its result. */
export function runCommand(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [path, extra] = positionals;
  if (path === undefined) throw new Usage('sim run: no file; give a scenario');
  if (extra !== undefined) throw new Usage(`sim run: '${extra}' is one argument too many`);
  const file = scenarioOf(path, values.seed, terminal);
  const until = values.until === undefined ? null : wholeNumber('until', values.until, 0) * 1000;

  const trace: Fact[] = [];
  const hear = ({ facts }: StepRecord): void => {
    trace.push(...facts);
    if (!values.json) for (const fact of facts) terminal.out(traceLine(fact));
  };
  const played = play(protocolOf(file.model), file, until, hear);

  if (values.json) terminal.out(JSON.stringify(report(played, path, trace)));
  else summary(played, terminal);
  const { expectations, unfinished, run } = played;
  const cut = unfinished !== null && until !== null && run.world.violations.length === 0;
  if (unfinished !== null && !values.json) {
    terminal.out(
      cut ? `stopped in step ${unfinished}` : `FAIL step ${unfinished} did not come to its end`,
    );
  }
  const ok = expectations.every((each) => each.ok) && run.world.violations.length === 0;
  return ok && (unfinished === null || cut) ? 0 : 1;
}

function scenarioOf(path: string, seed: string | undefined, terminal: Terminal): ScenarioFile {
  const { scenario, problems } = loadFile(path, terminal);
  if (scenario === null) {
    for (const problem of problems.slice(1)) terminal.err(problemLine(path, problem));
    const [first] = problems;
    throw new Usage(first === undefined ? `${path}: no scenario` : problemLine(path, first));
  }
  return seed === undefined ? scenario : { ...scenario, seed: wholeNumber('seed', seed, 0) };
}

/** The document of `--json`. Times are ms of virtual time. */
function report({ run, expectations, unfinished }: Played, path: string, trace: readonly Fact[]) {
  const { world, file } = run;
  return {
    scenario: file.title ?? file.lesson?.id ?? path,
    seed: file.seed,
    time: world.time / 1000,
    digest: world.fingerprint(),
    servers: servers(run),
    expectations,
    unfinished,
    violations: world.violations.map(({ invariant, step, text }) => ({ invariant, step, text })),
    trace: trace.map(({ step, time, pid, rule, data }) => ({
      step,
      time: time / 1000,
      pid,
      rule,
      data,
    })),
  };
}

/** Each process with what its protocol shows of it. */
function servers({ world, model, protocol }: Run): readonly object[] {
  const detail = protocol.detail(world) as { readonly servers?: readonly object[] };
  return world.processes.map(({ pid, liveness }, index) => ({
    pid,
    name: model.nameOf(pid),
    liveness,
    state: protocol.stateWord(world, pid),
    ...detail.servers?.[index],
  }));
}

function summary({ run, expectations }: Played, terminal: Terminal): void {
  const { world, protocol } = run;
  for (const { pid } of world.processes) {
    terminal.out(`${run.model.nameOf(pid)} ${protocol.stateWord(world, pid)}`);
  }
  for (const { text, ok } of expectations) terminal.out(`${ok ? 'ok' : 'FAIL'} ${text}`);
  for (const { invariant, step, text } of world.violations) {
    terminal.out(`FAIL ${invariant} at step ${step}: ${text}`);
  }
  terminal.out(`${world.step} steps, ${world.time / 1000} ms, digest ${world.fingerprint()}`);
}

const traceLine = ({ time, pid, rule, data }: Fact): string => {
  const at = (time / 1000).toFixed(3).padStart(12);
  const values = Object.entries(data).map(([name, value]) => `${name}=${shown(value)}`);
  return `${at} ${pid === null ? '-' : `S${pid}`} ${rule} ${values.join(' ')}`.trimEnd();
};

const shown = (value: FactValue): string =>
  typeof value === 'string' && /\s|^$/.test(value) ? JSON.stringify(value) : String(value);
