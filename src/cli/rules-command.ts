import { parsed } from './arguments.ts';
import { subjectOf } from './subject.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** `sim rules MODEL`: the rules that can be switched off by `--break`. */
export function rulesCommand(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parsed('sim rules', {
    args,
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const { name, mutants } = subjectOf(positionals, 'rules');
  if (values.json) terminal.out(JSON.stringify({ model: name, rules: mutants }));
  else
    for (const rule of mutants)
      terminal.out(`${rule.name}: ${rule.reach} Found in ${rule.runs} random runs (median).`);
  return 0;
}
