import { cfgRemarks } from '../zoo-cfg/remarks.ts';
import { dynamicOf } from '../zoo-cfg/dynamic.ts';
import { judge } from '../zoo-cfg/judge.ts';
import { byLine } from '../zoo-cfg/note.ts';
import type { CfgNote } from '../zoo-cfg/note.ts';
import { readCfg } from '../zoo-cfg/read.ts';
import { LIMITS } from '../view/limits.ts';
import { parsed } from './arguments.ts';
import { cfgText } from './cfg-sentences.ts';
import { textOf, Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const options = {
  sid: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** What `--json` says of a file. */
interface Judged {
  readonly file: string;
  readonly verdict: 'standalone' | 'ensemble' | 'refused';
  readonly why?: string;
  readonly notes: readonly Said[];
}

interface Said {
  /** 1-based; 0 when the file as a whole is meant. */
  readonly line: number;
  readonly key: string;
  readonly kind: CfgNote['kind'];
  readonly text: string;
}

/** `sim cfg FILE…`: what a server of 3.8 would make of each `zoo.cfg`, line by line. */
export function cfgCommand(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parsed('sim cfg', { args, options, allowPositionals: true });
  if (positionals.length === 0) throw new Usage('sim cfg: no file; give the path of a zoo.cfg');
  const sid = sidOf(values.sid);
  const judged = positionals.map((path) => judgedFile(path, sid, terminal));
  if (values.json) terminal.out(JSON.stringify(judged.length === 1 ? judged[0] : judged));
  else for (const each of judged) print(each, terminal);
  return judged.some(({ verdict }) => verdict === 'refused') ? 1 : 0;
}

function sidOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const sid = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(sid)) return sid;
  throw new Usage(`--sid ${text}: give a whole number, as in the file myid`);
}

function judgedFile(path: string, sid: number | null, terminal: Terminal): Judged {
  const file = readCfg(textOf(terminal, path, LIMITS.cfgCharacters));
  const { verdict, why, notes } = judge(file, sid, dynamicOf(file, reader(terminal)));
  const said = byLine([...notes, ...cfgRemarks(file)]).map((note) => ({
    line: note.line,
    key: note.key,
    kind: note.kind,
    text: cfgText(note),
  }));
  return { file: path, verdict, ...(why !== undefined && { why }), notes: said };
}

/** The file that another names, or what Java says when it cannot be read. */
const reader =
  (terminal: Terminal) =>
  (path: string): { text: string } | { why: string } => {
    try {
      return { text: textOf(terminal, path, LIMITS.cfgCharacters) };
    } catch (error) {
      if (!(error instanceof Usage)) throw error;
      const folder = path !== '' && error.message.includes('it is a folder');
      return { why: folder ? 'Is a directory' : 'No such file or directory' };
    }
  };

function print({ file, verdict, why, notes }: Judged, terminal: Terminal): void {
  terminal.out(`${file}: ${verdict}${why === undefined || why === '' ? '' : `: ${why}`}`);
  for (const { line, kind, text } of notes) {
    terminal.out(`  ${line === 0 ? '' : `line ${line}: `}${kind}: ${text}`);
  }
}
