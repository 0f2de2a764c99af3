import { ensembleNotes, limitNotes } from '../../../view/zoo-cfg/judge.ts';
import type { CfgNote } from '../../../view/zoo-cfg/note.ts';
import { readCfg } from '../../../view/zoo-cfg/read.ts';
import type { CfgFile } from '../../../view/zoo-cfg/read.ts';
import type { CfgServer } from '../../../view/zoo-cfg/server-line.ts';

/** What an election takes from a pasted `zoo.cfg`. */
export interface ZooCfg {
  readonly servers: readonly CfgServer[];
  readonly tickTimeMs: number | null;
  readonly initLimit: number | null;
  readonly syncLimit: number | null;
  readonly notes: readonly CfgNote[];
}

export const MOST_SERVERS = 11;

/** Remarks about keys that change nothing in an election would only be in the way. */
const BESIDE_THE_POINT: ReadonlySet<CfgNote['code']> = new Set(['not-simulated', 'jvm-property']);

const countNotes = ({ servers }: CfgFile): CfgNote[] => {
  const note = (code: CfgNote['code'], data: CfgNote['data']): CfgNote[] => [
    { kind: 'error', code, line: 0, data },
  ];
  if (servers.length === 0) return note('no-servers', {});
  if (servers.length <= MOST_SERVERS) return [];
  return note('too-many-servers', { count: servers.length, most: MOST_SERVERS });
};

const judged = (file: CfgFile): readonly CfgNote[] => {
  const count = countNotes(file);
  return count.length > 0 ? count : ensembleNotes(file);
};

export const parseZooCfg = (text: string): ZooCfg => {
  const file = readCfg(text);
  const wrong = new Set(file.notes.filter(({ kind }) => kind === 'error').map(({ line }) => line));
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
      ...file.notes.filter(({ code }) => !BESIDE_THE_POINT.has(code)),
    ],
  };
};
