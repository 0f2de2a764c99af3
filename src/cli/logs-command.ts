import { basename } from 'node:path';
import { ServerLogs } from '../server-logs/logs.ts';
import { LIMITS } from '../view/limits.ts';
import { withoutControls } from '../view/plain-text.ts';
import type { LogFileView, LogProblem, LogWarning, SkippedKind } from '../view/server-logs.ts';
import type { Pid } from '../view/time.ts';
import { parsed } from './arguments.ts';
import { filesAt, progressOn } from './given-files.ts';
import { logSentence } from './log-sentences.ts';
import { Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const options = {
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** `sim logs [SID=]FILE…`: the elections that the logs of real servers tell. */
export function logsCommand(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parsed('sim logs', { args, options, allowPositionals: true });
  if (positionals.length === 0) {
    throw new Usage('sim logs: no file; give the logs of one server or more');
  }
  if (positionals.length > LIMITS.filesAtOnce) {
    const count = positionals.length;
    throw new Usage(`sim logs: ${count} files; give ${LIMITS.filesAtOnce} at most`);
  }
  const given = positionals.map(givenAs);
  const read = filesAt(
    given.map(({ path }) => path),
    terminal,
  );
  const said = Object.fromEntries(
    read.flatMap(({ name }, i): [string, Pid][] => {
      const sid = given[i]?.sid;
      return sid === undefined ? [] : [[name, sid]];
    }),
  );
  const logs = new ServerLogs(read, said, progressOn(terminal));
  const { view } = logs;
  if (values.json) terminal.out(JSON.stringify(document(logs)));
  else {
    for (const file of view.files) terminal.out(withoutControls(fileLine(file)));
    for (const { told, record } of logs.events) {
      if (record.routine && !values.all) continue;
      const at = (record.time / 1_000_000).toFixed(3).padStart(10);
      const file = basename(view.files[told.file]?.name ?? '');
      terminal.out(withoutControls(`${at} ${logSentence(told)} (${file}:${told.line})`));
    }
    for (const warning of view.warnings) terminal.out(withoutControls(warningLine(warning)));
    for (const kind of view.skipped) terminal.out(withoutControls(skippedLine(kind)));
  }
  return view.events === 0 || view.files.some(({ problem }) => problem !== null) ? 1 : 0;
}

/** `3=path` says that the file is the log of server 3. */
function givenAs(text: string): { readonly path: string; readonly sid?: Pid } {
  const [, sid, path] = /^(\d{1,4})=(.+)$/u.exec(text) ?? [];
  return path === undefined ? { path: text } : { path, sid: Number(sid) };
}

/** All that is told, for other programs. */
function document({ view, events }: ServerLogs): unknown {
  return {
    ...view,
    history: events.map(({ told, record }) => ({
      at: record.time / 1000,
      server: told.server,
      rule: told.rule,
      ...told.data,
      file: view.files[told.file]?.name ?? '',
      line: told.line,
    })),
  };
}

function fileLine({ name, servers, by, version, lines, told, problem }: LogFileView): string {
  const whose = servers.length === 0 ? 'nobody’s' : servers.map((sid) => `S${sid}`).join(', ');
  const known = by === null ? '' : ` (by ${by})`;
  const what = `${name}: ${whose}${known}, ${version ?? 'version not told'}, ${told} of ${lines} lines told`;
  return problem === null ? what : `${what}; ${problemText(problem)}`;
}

function problemText(problem: LogProblem): string {
  switch (problem.code) {
    case 'no-log':
      return 'no line of it is one of a log: give what the server wrote';
    case 'whose':
      return 'nothing in it says whose log it is: give it as SID=FILE';
    case 'overlaps':
      return `left out: ${problem.with} is of the same server and the same time`;
    case 'many-lines':
      return `not read from line ${problem.line} on: ${LIMITS.logLines} lines at most are read`;
    default:
      return problem.text;
  }
}

function warningLine({ code, data }: LogWarning): string {
  const d = (name: string): string => String(data[name] ?? '');
  switch (code) {
    case 'heard-too-early':
      return `warning: S${d('server')} heard a vote of S${d('other')} ${d('ms')} ms before S${d('other')} began the election in which it cast it (lines ${d('line')}, ${d('otherLine')}): their clocks differ`;
    case 'joined-too-early':
      return `warning: S${d('other')} came to S${d('server')} ${d('ms')} ms before its own log says that it follows (lines ${d('line')}, ${d('otherLine')}): their clocks differ`;
    case 'clock-back':
      return `warning: the clock of S${d('server')} goes back by ${d('ms')} ms`;
    case 'no-log-of':
      return `warning: no log of S${d('server')}: only what others tell of it is known`;
    case 'many-events':
      return `warning: more than ${d('most')} events: the rest is left out`;
    case 'many-servers':
      return `warning: ${d('left')} servers are left out: ${d('most')} at most are told of`;
  }
}

const WHY: Readonly<Record<SkippedKind['why'], string>> = {
  ensemble: 'words not known here',
  other: 'not about the election',
  trace: 'go on with the line before',
  foreign: 'no lines of a log',
};

const skippedLine = ({ why, logger, count }: SkippedKind): string =>
  `skipped ${count} lines${logger === '' ? '' : ` of ${logger}`}: ${WHY[why]}`;
