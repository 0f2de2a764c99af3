import type { OutputLine } from '../clients/program.ts';
import { Console } from '../runner/standalone/console.ts';
import { byLine, isRefused } from '../zoo-cfg/note.ts';
import { readCfg } from '../zoo-cfg/read.ts';
import { cfgRemarks } from '../zoo-cfg/remarks.ts';
import { standaloneCfg, standaloneNotes } from '../zoo-cfg/standalone.ts';
import { LIMITS } from '../view/limits.ts';
import type { ZooCfg } from '../view/zookeeper-setup.ts';
import { cfgSentence } from './cfg-sentences.ts';
import { parsed, wholeNumber } from './arguments.ts';
import { textOf, Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const options = {
  servers: { type: 'string', default: '1' },
  observers: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  cfg: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/**
 * `sim zkcli [FILE]`: commands, from a file or from standard input, at a fresh simulated server, or at an
 * ensemble with so many voters and observers. What
 * the real zkCli prints on standard output and on standard error goes there; nothing is echoed.
 */
export function zkCliCommand(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parsed('sim zkcli', { args, options, allowPositionals: true });
  const [path, extra] = positionals;
  if (extra !== undefined) throw new Usage(`sim zkcli: '${extra}' is one argument too many`);
  const voters = wholeNumber('servers', values.servers, 1, LIMITS.servers);
  const observers = wholeNumber('observers', values.observers, 0, LIMITS.servers - voters);
  const members = voters + observers === 1 ? undefined : { voters, observers };
  const cfg = cfgFrom(values.cfg, terminal);
  const zk = new Console(cfg, wholeNumber('seed', values.seed, 0, LIMITS.seed), members);
  const lines =
    path === undefined
      ? notTooLong('standard input', terminal.lines(LIMITS.scriptBytes))
      : // All are looked at before the first is carried out.
        [...notTooLong(path, linesOf(textOf(terminal, path, LIMITS.scriptBytes)))];
  const servers = members === undefined ? 'standalone' : `ensemble of ${voters + observers}`;
  if (values.json) terminal.out(JSON.stringify({ servers, ...recorded(zk, lines) }));
  else print(zk, lines, terminal);
  return 0;
}

function print(zk: Console, lines: Iterable<string>, terminal: Terminal): void {
  const show = (output: readonly OutputLine[]): void => {
    for (const { stream, text, open } of output) {
      if (stream !== 'in' && stream !== 'hint')
        terminal.print(stream === 'err' ? 'err' : 'out', text, open ? '' : '\n');
    }
  };
  show(zk.banner);
  for (const line of lines) {
    show(zk.type(line));
    if (zk.ended) return;
  }
}

/** The document of `--json`: as the recordings of the real zkCli are written. */
function recorded(zk: Console, lines: Iterable<string>) {
  const commands: string[] = [];
  const expected: object[] = [];
  for (const line of lines) {
    if (line === '') continue;
    commands.push(line);
    expected.push(recordedCommand(line, zk.type(line), zk.ended));
    if (zk.ended) break;
  }
  const { exitCode } = zk;
  return {
    banner: zk.banner.map(({ text }) => text),
    commands,
    expected,
    exitCode,
    violations: zk.violations,
  };
}

function recordedCommand(cmd: string, output: readonly OutputLine[], ended: boolean) {
  const printed = output.filter(({ stream }) => stream !== 'in' && stream !== 'hint');
  const own = printed.filter(({ stream }) => stream !== 'watcher');
  const watched = own.length < printed.length;
  const stderrLines = own.filter(({ stream }) => stream === 'err').length;
  const text = ({ text: line }: OutputLine): string => line;
  return {
    cmd,
    stdout: printed.map((line) => `${line.text}${line.open ? '' : '\n'}`).join(''),
    ...(watched && {
      own: own.map(text),
      events: printed.filter(({ text: line }) => line.startsWith('WatchedEvent ')).map(text),
    }),
    ...(stderrLines > 0 && { stderrLines }),
    ...(ended && { cliExits: true }),
  };
}

/** The settings of a `zoo.cfg`; what is of no consequence is said, what is wrong is refused. */
function cfgFrom(path: string | undefined, terminal: Terminal): ZooCfg {
  // As the sample file has it.
  if (path === undefined) return { tickTime: 2000 };
  const file = readCfg(textOf(terminal, path, LIMITS.cfgCharacters));
  // There is no disk here of which a missing line would have to speak.
  const notes = standaloneNotes(file).filter(
    ({ code, data }) => data['key'] !== 'dataDir' && code !== 'no-client-port',
  );
  const wrong = notes.find(isRefused);
  if (wrong !== undefined) throw new Usage(`${path}: ${cfgSentence(wrong)}`);
  for (const note of byLine([...notes, ...cfgRemarks(file)]))
    terminal.err(`${path}: ${cfgSentence(note)}`);
  return standaloneCfg(file);
}

/** @throws Usage at a line with more characters than any console takes */
function* notTooLong(source: string, lines: Iterable<string>): Generator<string> {
  let number = 0;
  for (const line of lines) {
    number++;
    const { length } = line;
    if (length > LIMITS.lineCharacters) {
      const most = `at most ${LIMITS.lineCharacters} are read; shorten it`;
      throw new Usage(`${source}: line ${number} has ${length} characters; ${most}`);
    }
    yield line;
  }
}

const linesOf = (text: string): readonly string[] => {
  const lines = text.split(/\r?\n/u);
  if (lines.at(-1) === '') lines.pop();
  return lines;
};
