/** What is to be said of keys on which nothing here acts, and of those that nobody reads. */
import { knownKey, keyLike, readInstead } from './other-keys.ts';
import { note, warning } from './note.ts';
import type { CfgNote } from './note.ts';
import type { CfgLine } from './properties.ts';
import { isMembers } from './read.ts';
import type { CfgFile } from './read.ts';

/** Each is in the order of its line. */
export function cfgRemarks({ lines, notes }: CfgFile): readonly CfgNote[] {
  // Of a line that is none that is said already.
  const bare = new Set(notes.flatMap((each) => (each.code === 'not-key-value' ? each.line : [])));
  return [...lines.values()].flatMap((line) => (bare.has(line.number) ? [] : (remark(line) ?? [])));
}

function remark(line: CfgLine): CfgNote | null {
  const { key, value } = line;
  if (key.startsWith('server.') || key === 'version') return null;
  if (isMembers(key)) return note('unsimulated', 'hierarchy-ignored', line);
  const spec = knownKey(key);
  if (spec !== undefined) {
    if (spec.read === 'jvm') return warning('jvm-property', line, { value });
    return spec.obeyed === 'nobody' ? note('unsimulated', 'unsimulated', line) : null;
  }
  const other = readInstead(key);
  if (other !== undefined) return note('unknown', 'other-name', line, { like: other });
  const like = keyLike(key);
  if (like !== undefined) return note('unknown', 'wrong-case', line, { like: like.key });
  return note('unknown', 'unknown-key', line);
}
