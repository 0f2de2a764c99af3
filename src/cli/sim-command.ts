import { byzantineCommand } from './byzantine-command.ts';
import { capCommand } from './cap-command.ts';
import { cfgCommand } from './cfg-command.ts';
import { checkCommand } from './check-command.ts';
import { exploreCommand } from './explore-command.ts';
import { filesCommand } from './files-command.ts';
import { fuzzCommand } from './fuzz-command.ts';
import { logsCommand } from './logs-command.ts';
import { replaysCommand } from './replays-command.ts';
import { rulesCommand } from './rules-command.ts';
import { runCommand } from './run-command.ts';
import { guarded, Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { timesCommand } from './times-command.ts';
import { zkCliCommand } from './zkcli-command.ts';

type Command = (args: string[], terminal: Terminal) => ExitCode;

const commands: Readonly<Record<string, Command>> = {
  run: runCommand,
  check: checkCommand,
  cfg: cfgCommand,
  cap: capCommand,
  fuzz: fuzzCommand,
  replays: replaysCommand,
  rules: rulesCommand,
  explore: exploreCommand,
  times: timesCommand,
  byzantine: byzantineCommand,
  zkcli: zkCliCommand,
  files: filesCommand,
  logs: logsCommand,
};

/** The simulation without a page: runs scenarios, checks them, searches for broken invariants. */
export function sim(args: readonly string[], terminal: Terminal): ExitCode {
  return guarded(terminal, () => {
    const [name = '', ...rest] = args;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) {
      const said = name === '' ? 'no command' : `no command '${name}'`;
      throw new Usage(`sim: ${said}; give one of: ${Object.keys(commands).join(', ')}`);
    }
    return command(rest, terminal);
  });
}
