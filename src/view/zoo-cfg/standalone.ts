/** What a server that stands alone makes of a `zoo.cfg`. */
import type { ZooCfg } from '../zookeeper-setup.ts';
import { ensembleNotes, serverNotes } from './judge.ts';
import type { CfgNote } from './note.ts';
import { readCfg } from './read.ts';
import type { CfgFile } from './read.ts';
import { settingsOf } from './settings.ts';

/** Without the line it is this; only the sample file has 2000 [ZooKeeperServer.DEFAULT_TICK_TIME]. */
const TICK_TIME = 3000;

/** Everything that is to be said of a file for one server, in order of its lines. */
export function standaloneNotes(file: CfgFile): readonly CfgNote[] {
  return [...file.notes, ...serverNotes(file), ...ofServers(file)].toSorted(
    (a, b) => a.line - b.line,
  );
}

/** Several servers would be an ensemble; a run has what it has. */
function ofServers(file: CfgFile): readonly CfgNote[] {
  const { servers } = file;
  const notes = ensembleNotes(file);
  if (servers.length < 2) return notes;
  const line = Math.min(...servers.map((server) => server.line));
  const data = { count: servers.length };
  return [
    { kind: 'error', code: 'ensemble-elsewhere', line, data },
    ...notes.filter(({ kind }) => kind === 'error'),
  ];
}

/** What the server obeys; what is wrong, and what the file does not say, is as without the line. */
export const standaloneCfg = (file: CfgFile): ZooCfg => ({
  tickTime: TICK_TIME,
  ...settingsOf(file),
});

/**
 * What ends a real server that reads this text; null: nothing does. What is merely of no use there
 * does not end it.
 */
export function fatalNote(text: string): CfgNote | null {
  const fatal = ({ kind, code, said }: CfgNote): boolean =>
    kind === 'error' && (said !== undefined || code === 'ensemble-elsewhere');
  return standaloneNotes(readCfg(text)).find(fatal) ?? null;
}
