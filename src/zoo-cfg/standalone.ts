/** What a server that stands alone makes of a `zoo.cfg`. */
import type { ZooCfg } from '../view/zookeeper-setup.ts';
import { dynamicOf } from './dynamic.ts';
import { isEnsemble, judge } from './judge.ts';
import { byLine, isRefused, refused } from './note.ts';
import type { CfgNote } from './note.ts';
import { readCfg } from './read.ts';
import type { CfgFile } from './read.ts';
import { settingsOf } from './settings.ts';

/** Without the line it is this; only the sample file has 2000 [ZooKeeperServer.DEFAULT_TICK_TIME]. */
const TICK_TIME = 3000;

/** No other file lies on its disk. */
const nothing = (): { why: string } => ({ why: 'No such file or directory' });

/** Everything that ZooKeeper has to say of a file for one server, in order of its lines. */
export function standaloneNotes(file: CfgFile): readonly CfgNote[] {
  const { notes } = judge(file, null, dynamicOf(file, nothing));
  const several = isEnsemble(file) && file.servers.length > 0;
  return several ? byLine([...notes, elsewhere(file)]) : notes;
}

/** Several servers would be an ensemble; a run has what it has. */
function elsewhere({ servers, lines }: CfgFile): CfgNote {
  const [first] = servers.toSorted((a, b) => a.line - b.line);
  const line = [...lines.values()].find(({ number }) => number === first?.line);
  return refused('ensemble-elsewhere', line ?? null, { count: servers.length });
}

/** What the server obeys; what is wrong, and what the file does not say, is as without the line. */
export const standaloneCfg = (file: CfgFile): ZooCfg => ({
  tickTime: TICK_TIME,
  ...settingsOf(file),
});

/** What ends a real server that reads this text; null: nothing does. */
export function fatalNote(text: string): CfgNote | null {
  const file = readCfg(text);
  const { why, notes } = judge(file, null, dynamicOf(file, nothing));
  if (why !== undefined)
    return notes.find((each) => isRefused(each) && (each.said ?? '') === why) ?? null;
  return standaloneNotes(file).find(isRefused) ?? null;
}
