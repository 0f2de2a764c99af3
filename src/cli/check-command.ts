import { parseArgs } from 'node:util';
import { loadFile, problemLine } from './scenario-files.ts';
import { Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** `sim check SCENARIO.json…`: every mistake with its JSON path. */
export function checkCommand(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Usage('sim check: no file; give one scenario or more');
  const files = positionals.map((path) => ({ path, ...loadFile(path, terminal) }));
  if (values.json) {
    const report = files.map(({ path, problems }) => ({
      path,
      ok: problems.length === 0,
      problems: problems.map(({ where, text, code }) => ({ where, text, code })),
    }));
    terminal.out(JSON.stringify({ files: report }));
  } else {
    for (const { path, problems } of files) {
      if (problems.length === 0) terminal.out(`ok ${path}`);
      for (const problem of problems) terminal.out(problemLine(path, problem));
    }
  }
  return files.every(({ problems }) => problems.length === 0) ? 0 : 1;
}
