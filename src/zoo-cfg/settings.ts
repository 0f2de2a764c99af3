import { cfgKey } from './keys.ts';
import type { CfgKey } from './keys.ts';
import type { CfgFile } from './read.ts';
import { decodeInteger, isOn, parseInteger } from './value.ts';

export type Setting = number | boolean | string;

/** What `memberCfg` makes of a file by itself. */
const OF_MEMBERS: ReadonlySet<string> = new Set([
  'initLimit',
  'syncLimit',
  'connectToLearnerMasterLimit',
  'peerType',
  'standaloneEnabled',
  'electionAlg',
  'leaderServes',
  'localSessionsEnabled',
  'localSessionsUpgradingEnabled',
  'readonlymode.enabled',
]);

/** Whether a server obeys it whatever its place in an ensemble. */
export const isSetting = ({ key, obeyed }: CfgKey): boolean =>
  obeyed !== 'nobody' && !OF_MEMBERS.has(key);

/**
 * The values of those keys that are settings, in the file's own units. What is wrong or
 * ignored is left out, and so is what the file does not say.
 */
export function settingsOf({ lines, notes }: CfgFile): Readonly<Record<string, Setting>> {
  const ignored = new Set(
    notes
      .filter(({ kind, code }) => kind === 'refused' || code === 'ignored-value')
      .map(({ line }) => line),
  );
  const settings: Record<string, Setting> = {};
  for (const { key, value, number } of lines.values()) {
    const spec = cfgKey(key);
    if (spec === undefined || ignored.has(number)) continue;
    if (!isSetting(spec)) continue;
    const setting = typed(spec, value);
    if (setting !== null) settings[key] = setting;
  }
  return settings;
}

function typed(spec: CfgKey, value: string): Setting | null {
  const { type, read } = spec;
  if (type === 'whole' || type === 'port') {
    return read === 'parser' ? parseInteger(value) : decodeInteger(value);
  }
  if (type === 'flag' || type === 'yes-no') return isOn(spec, value);
  return type === 'decimal' ? Number.parseFloat(value) : value;
}
