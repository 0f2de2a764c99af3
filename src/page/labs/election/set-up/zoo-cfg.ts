import { ensembleNotes, limitNotes } from '../../../../zoo-cfg/judge.ts';
import { byLine, isRefused, note, refused } from '../../../../zoo-cfg/note.ts';
import type { CfgNote } from '../../../../zoo-cfg/note.ts';
import { readCfg } from '../../../../zoo-cfg/read.ts';
import type { CfgFile } from '../../../../zoo-cfg/read.ts';
import { cfgRemarks } from '../../../../zoo-cfg/remarks.ts';
import type { CfgServer } from '../../../../zoo-cfg/server-line.ts';
import { LIMITS } from '../../../../view/limits.ts';

/** What an election takes from a pasted `zoo.cfg`. */
export interface ZooCfg {
  readonly servers: readonly CfgServer[];
  readonly tickTimeMs: number | null;
  readonly initLimit: number | null;
  readonly syncLimit: number | null;
  readonly notes: readonly CfgNote[];
}

/** The ids that a server of the lab can have. */
const SIDS = { least: 1, most: 255 };

/** Remarks about keys that change nothing in an election would only be in the way. */
const toThePoint = (each: CfgNote): boolean =>
  each.kind === 'unknown' || each.code === 'hierarchy-ignored';

/** Of an election, and not taken into this lab, whose servers stand in one form. */
const NOT_TAKEN = new Set([
  'fastleader.minNotificationInterval',
  'fastleader.maxNotificationInterval',
  'cnxTimeout',
  'connectToLearnerMasterLimit',
]);

const notTaken = ({ walked }: CfgFile): CfgNote[] =>
  walked
    .filter(({ key }) => NOT_TAKEN.has(key))
    .map((line) => note('unsimulated', 'unsimulated', line));

const countNotes = ({ servers }: CfgFile): CfgNote[] => {
  if (servers.length === 0) return [refused('no-servers', null)];
  if (servers.length > LIMITS.shownServers) {
    return [
      refused('too-many-servers', null, { count: servers.length, most: LIMITS.shownServers }),
    ];
  }
  return servers
    .filter(({ sid }) => sid < SIDS.least || sid > SIDS.most)
    .map(({ sid, line }) =>
      refused('sid-not-here', { number: line, key: `server.${sid}` }, { sid, ...SIDS }),
    );
};

const judged = (file: CfgFile): readonly CfgNote[] => {
  const count = countNotes(file);
  return count.length > 0 ? count : ensembleNotes(file);
};

export const parseZooCfg = (text: string): ZooCfg => {
  const file = readCfg(text);
  const wrong = new Set(
    file.notes
      .filter((each) => isRefused(each) || each.code === 'senseless')
      .map(({ line }) => line),
  );
  const number = (key: string): number | null => {
    const line = file.lines.get(key);
    return line === undefined || wrong.has(line.number) ? null : Number(line.value);
  };
  return {
    servers: file.servers,
    tickTimeMs: number('tickTime'),
    initLimit: number('initLimit'),
    syncLimit: number('syncLimit'),
    notes: [
      // An ensemble of which a line could not be read is not judged.
      ...(file.unread ? [] : judged(file)),
      ...limitNotes(file),
      ...byLine([...file.notes, ...notTaken(file), ...cfgRemarks(file).filter(toThePoint)]),
    ],
  };
};
