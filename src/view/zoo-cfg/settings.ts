import { cfgKey } from './keys.ts';
import type { CfgKey } from './keys.ts';
import type { CfgFile } from './read.ts';

export type Setting = number | boolean | string;

/**
 * The values of those keys that a standalone server obeys, in the file's own units. What is wrong is
 * left out, and so is what the file does not say.
 */
export function settingsOf({ lines, notes }: CfgFile): Readonly<Record<string, Setting>> {
  const wrong = new Set(notes.filter(({ kind }) => kind === 'error').map(({ line }) => line));
  const settings: Record<string, Setting> = {};
  for (const { key, value, number } of lines.values()) {
    const spec = cfgKey(key);
    if (spec === undefined || wrong.has(number)) continue;
    if (spec.obeyed === 'standalone' || spec.obeyed === 'both') settings[key] = typed(spec, value);
  }
  return settings;
}

const typed = ({ type }: CfgKey, value: string): Setting => {
  if (type === 'whole' || type === 'port') return Number(value);
  if (type === 'flag') return value.toLowerCase() === 'true';
  return type === 'yes-no' ? value === 'yes' : value;
};
