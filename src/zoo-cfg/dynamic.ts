/** The file that `dynamicConfigFile` names: servers, groups and weights alone. */
import type { Members } from './members.ts';
import { refused } from './note.ts';
import type { CfgNote } from './note.ts';
import { isMembers, readCfg } from './read.ts';
import type { CfgFile } from './read.ts';

export interface DynamicFile {
  readonly members: Members;
  /** What is wrong with it besides its members. */
  readonly faults: readonly CfgNote[];
}

/**
 * [QuorumPeerConfig.parse] What is wrong is said of the line that names the file.
 * @param file the one that names it
 * @param read its text; what the system says instead when it cannot be read
 * @returns null when none is named
 */
export function dynamicOf(
  file: CfgFile,
  read: (path: string) => { readonly text: string } | { readonly why: string },
): DynamicFile | null {
  const line = file.lines.get('dynamicConfigFile');
  if (line === undefined) return null;
  const found = read(line.value);
  if ('why' in found) {
    const said = `${line.value} (${found.why})`;
    const faults = [refused('no-dynamic-file', line, { value: line.value }, said)];
    return { members: readCfg('').members, faults };
  }
  const inner = readCfg(found.text);
  const faults: CfgNote[] = [];
  const malformed = inner.faults.find(({ code }) => code === 'malformed');
  if (malformed !== undefined) faults.push(refused('malformed', line, {}, malformed.said));
  if (inner.lines.has('version')) {
    const said = "dynamic file shouldn't have version inside";
    faults.push(refused('version-in-dynamic-file', line, {}, said));
  }
  for (const { key } of inner.walked) {
    if (isMembers(key) || key === 'version') continue;
    const said = `Unrecognised parameter: ${key}`;
    faults.push(refused('not-in-dynamic-file', line, { inner: key }, said));
  }
  const at = (each: CfgNote): CfgNote => ({ ...each, line: line.number });
  return { members: { ...inner.members, notes: inner.members.notes.map(at) }, faults };
}
