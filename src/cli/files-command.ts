import { OpenedFiles } from '../runner/opened/opened-files.ts';
import type { OpenedFile } from '../view/opened-files.ts';
import { instantText } from '../view/instant.ts';
import { LIMITS } from '../view/limits.ts';
import { withoutControls } from '../view/plain-text.ts';
import { zxidHex } from '../view/zxid.ts';
import { MOST_ROWS } from '../view/zookeeper-ask.ts';
import { parsed } from './arguments.ts';
import { historyAt } from './data-folder.ts';
import { megabytesOn, serverFilesAt } from './given-files.ts';
import { Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const options = {
  list: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** `sim files FILE…`: what transaction logs and snapshots of a real server hold; of a folder, all of them. */
export function filesCommand(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parsed('sim files', { args, options, allowPositionals: true });
  if (positionals.length === 0) {
    throw new Usage('sim files: no file; give log.… and snapshot.… of a server’s version-2');
  }
  const paths = positionals.flatMap(historyAt);
  if (paths.length > LIMITS.filesAtOnce) {
    const count = paths.length;
    throw new Usage(`sim files: ${count} files; give ${LIMITS.filesAtOnce} at most`);
  }
  const opened = new OpenedFiles(serverFilesAt(paths, terminal, megabytesOn(terminal)));
  const { files, tree, lack } = opened.view;
  if (values.json) terminal.out(JSON.stringify(opened.view));
  else {
    for (const file of files) terminal.out(lineOf(file));
    if (tree !== null) terminal.out(`tree at ${zxidHex(tree.zxid)}: ${tree.nodes} nodes`);
    if (lack !== null) terminal.out(LACK[lack]);
    if (values.list) list(opened, terminal);
  }
  return files.some(({ problem }) => problem !== null) ? 1 : 0;
}

const LACK = {
  'snapshot-missing': 'no tree: the log begins in the middle; give the snapshot before it as well',
  gap: 'transactions are missing behind that; give the log in between as well',
};

function lineOf(file: OpenedFile): string {
  const broken = file.problem === null ? '' : `; then broken: ${file.problem.text}`;
  switch (file.kind) {
    case 'nothing':
      return `broken ${file.name}: ${file.problem?.text ?? ''}`;
    case 'snapshot': {
      const { name, nodes, sessions, zxid, digest } = file;
      return `snapshot ${name}: ${nodes} nodes, ${sessions} sessions, ${zxidHex(zxid)}, digests ${digest.state}`;
    }
    case 'log': {
      const { name, transactions, from, to, digest } = file;
      const range = from === null || to === null ? 'none' : `${zxidHex(from)} to ${zxidHex(to)}`;
      return `log ${name}: ${transactions} transactions, ${range}, digests ${digest.state}${broken}`;
    }
  }
}

/** A line for each transaction: zxid, time, session, cxid, kind, path. */
function list(opened: OpenedFiles, terminal: Terminal): void {
  for (let first = 0; ; first += MOST_ROWS) {
    const answer = opened.ask({ ask: 'log', server: 1, first, most: MOST_ROWS });
    if (answer?.ask !== 'log' || answer.cells.length === 0) return;
    for (const cell of answer.cells) {
      if (cell.kind === 'snapshot') {
        terminal.out(`${zxidHex(cell.zxid)} snapshot`);
        continue;
      }
      const found = opened.txn(cell.txn.index);
      if (found === null) continue;
      const { zxid, time, session, cxid } = found;
      const { type, path } = cell.txn;
      const when = instantText(time);
      const line = `${zxidHex(zxid)} ${when} ${session} ${cxid} ${type} ${path}`;
      terminal.out(withoutControls(line.trim()));
    }
  }
}
