import { playAll } from '../scenarios/play-all.ts';
import type { PlayOptions } from '../scenarios/play-all.ts';
import type { Played } from '../scenarios/played.ts';
import { protocolOf } from '../scenarios/protocols.ts';
import { questionProblems } from '../scenarios/questions.ts';
import { Unplayable } from '../scenarios/unplayable.ts';
import type { ProblemView } from '../view/command.ts';
import type { Fact, FactValue } from '../view/fact.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { LIMITS } from '../view/limits.ts';
import { parsed, wholeNumber } from './arguments.ts';
import { stepsOn } from './each-second.ts';
import { loadFile, problemLine, sentencesOf } from './scenario-files.ts';
import { Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const options = {
  seed: { type: 'string' },
  until: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** `sim run SCENARIO.json`: its trace, and each expectation with its result. */
export function runCommand(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parsed('sim run', { args, options, allowPositionals: true });
  const [path, extra] = positionals;
  if (path === undefined) throw new Usage('sim run: no file; give a scenario');
  if (extra !== undefined) throw new Usage(`sim run: '${extra}' is one argument too many`);
  const file = scenarioOf(path, terminal);
  const sentence = sentencesOf(path, file, terminal);
  const outcome = play(path, file, {
    heard: stepsOn(terminal, path),
    ...(values.seed === undefined
      ? {}
      : { seed: wholeNumber('seed', values.seed, 0, LIMITS.seed) }),
    ...(values.until === undefined
      ? {}
      : { untilMs: wholeNumber('until', values.until, 0, LIMITS.virtualMs) }),
  });
  const expected = outcome.expectations.map(({ text, ok }) => ({ text: sentence(text), ok }));
  const played = { ...outcome, expectations: expected };

  const questions = questionProblems(file, outcome, values.until === undefined);
  if (values.json) terminal.out(JSON.stringify(report(played, file, path, questions)));
  else {
    print(played, file, terminal);
    for (const each of questions) terminal.out(`FAIL ${problemLine(path, each)}`);
  }
  const { expectations, stuck, notReached, violations, cut } = played;
  if (cut) terminal.err(`${path}: ${CUT}`);
  // Whoever stops a script half way does not expect it to be over.
  const all = stuck === null && notReached === null;
  const over = all || (values.until !== undefined && violations.length === 0);
  const asExpected = expectations.every(({ ok }) => ok) && questions.length === 0;
  return !cut && over && violations.length === 0 && asExpected ? 0 : 1;
}

/** As a run whose script is not over, it fails. */
const CUT = `stopped after ${LIMITS.runSteps} steps or ${LIMITS.runFacts} facts; give --until an earlier time, or a pause between attempts`;

function play(path: string, file: ScenarioFile, options: PlayOptions): Played {
  try {
    return playAll(file, options);
  } catch (error) {
    if (error instanceof Unplayable) throw new Usage(problemLine(path, error.problem));
    throw error;
  }
}

function scenarioOf(path: string, terminal: Terminal): ScenarioFile {
  const { scenario, problems } = loadFile(path, terminal);
  if (scenario !== null) return scenario;
  const [first, ...others] = problems;
  if (first === undefined) throw new Usage(`${path}: no scenario`);
  const more =
    others.length === 0 ? '' : ` (and ${others.length} more; sim check ${path} lists them)`;
  throw new Usage(`${problemLine(path, first)}${more}`);
}

/** The document of `--json`. Times are ms of virtual time. */
function report(
  played: Played,
  file: ScenarioFile,
  path: string,
  questions: readonly ProblemView[],
) {
  const { seed, time, digest, expectations, predictions, stuck, notReached, violations, cut } =
    played;
  return {
    scenario: file.lesson?.id ?? file.title ?? path,
    seed,
    time: time / 1000,
    digest,
    servers: servers(played, file),
    expectations,
    predictions,
    problems: questions.map(({ where, text, code }) => ({ where, text, code })),
    stuck,
    notReached,
    violations,
    cut,
    trace: facts(played).map(({ step, time: at, pid, rule, data }) => ({
      step,
      time: at / 1000,
      pid,
      rule,
      data,
    })),
  };
}

const facts = ({ trace }: Played): readonly Fact[] => trace.flatMap((record) => record.facts);

/** Each process with what its protocol shows of it. */
function servers({ world }: Played, { model }: ScenarioFile): readonly object[] {
  const protocol = protocolOf(model);
  const detail = protocol.detail(world) as { readonly servers?: readonly object[] };
  return world.processes.map(({ pid, liveness }, index) => ({
    pid,
    name: world.model.nameOf(pid),
    liveness,
    state: protocol.stateWord(world, pid),
    ...detail.servers?.[index],
  }));
}

function print(played: Played, { model }: ScenarioFile, terminal: Terminal): void {
  const { world, time, digest, expectations, stuck, notReached, violations } = played;
  for (const fact of facts(played)) terminal.out(traceLine(fact));
  for (const { pid } of world.processes) {
    terminal.out(`${world.model.nameOf(pid)} ${protocolOf(model).stateWord(world, pid)}`);
  }
  for (const { text, ok } of expectations) terminal.out(`${ok ? 'ok' : 'FAIL'} ${text}`);
  if (stuck !== null) terminal.out(`step ${stuck} has not come to its end`);
  if (notReached !== null)
    terminal.out(`interventions[${notReached}]: the run has not come to its step`);
  for (const { invariant, step, text } of violations) {
    terminal.out(`FAIL ${invariant} at step ${step}: ${text}`);
  }
  terminal.out(`${world.step} steps, ${time / 1000} ms, digest ${digest}`);
}

const traceLine = ({ time, pid, rule, data }: Fact): string => {
  const at = (time / 1000).toFixed(3).padStart(12);
  const values = Object.entries(data).map(([name, value]) => `${name}=${shown(value)}`);
  return `${at} ${pid === null ? '-' : `S${pid}`} ${rule} ${values.join(' ')}`.trimEnd();
};

const shown = (value: FactValue): string =>
  typeof value === 'string' && /\s|^$/.test(value) ? JSON.stringify(value) : String(value);
