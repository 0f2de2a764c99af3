import type { ProblemView } from '../view/command.ts';
import { parsed } from './arguments.ts';
import { stepsOn } from './each-second.ts';
import { playAll } from '../scenarios/play-all.ts';
import { questionProblems } from '../scenarios/questions.ts';
import { Unplayable } from '../scenarios/unplayable.ts';
import type { Heard } from '../scenarios/patience.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { loadFile, problemLine } from './scenario-files.ts';
import { Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

interface Read {
  readonly problems: readonly ProblemView[];
  /** It has been said on standard error. */
  readonly unreadable: boolean;
}

/**
 * `sim check SCENARIO.json…`: every mistake with its JSON path. A file that asks something is played,
 * for what is right is decided by the run.
 */
export function checkCommand(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parsed('sim check', {
    args,
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Usage('sim check: no file; give one scenario or more');
  const files = positionals.map((path) => ({ path, ...read(path, terminal) }));
  if (values.json) {
    const report = files.map(({ path, problems }) => ({
      path,
      ok: problems.length === 0,
      problems: problems.map(({ where, text, code }) => ({ where, text, code })),
    }));
    terminal.out(JSON.stringify({ files: report }));
  } else {
    for (const { path, problems, unreadable } of files) {
      if (unreadable) continue;
      if (problems.length === 0) terminal.out(`ok ${path}`);
      for (const problem of problems) terminal.out(problemLine(path, problem));
    }
  }
  if (files.some(({ unreadable }) => unreadable)) return 2;
  return files.every(({ problems }) => problems.length === 0) ? 0 : 1;
}

/** One file that cannot be read says nothing about the others: they are checked all the same. */
function read(path: string, terminal: Terminal): Read {
  try {
    const { scenario, problems } = loadFile(path, terminal);
    return {
      problems: scenario === null ? problems : asked(scenario, stepsOn(terminal, path)),
      unreadable: false,
    };
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    terminal.err(error.message);
    return {
      problems: [{ where: '', text: error.message, code: 'unreadable', data: {} }],
      unreadable: true,
    };
  }
}

function asked(file: ScenarioFile, heard: Heard): readonly ProblemView[] {
  if (file.steps?.some(({ predict }) => predict !== undefined) !== true) return [];
  try {
    return questionProblems(file, playAll(file, { heard }));
  } catch (error) {
    if (error instanceof Unplayable) return [error.problem];
    throw error;
  }
}
