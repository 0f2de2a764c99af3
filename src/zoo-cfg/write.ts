import type { ZooCfg } from '../view/zookeeper-setup.ts';
import { CFG_KEYS } from './keys.ts';
import type { CfgKey } from './keys.ts';

/** The sample file's; nothing but an ensemble reads the two limits. */
const SAMPLE: Readonly<Record<string, string | number>> = {
  tickTime: 2000,
  initLimit: 10,
  syncLimit: 5,
  dataDir: '/var/lib/zookeeper',
  clientPort: 2181,
};

/** The file that says what a set-up says, with the lines that every real one has. */
export function cfgText(
  cfg: ZooCfg & Partial<Record<'initLimit' | 'syncLimit', number>> = {},
): string {
  const values: Readonly<Record<string, string | number | boolean>> = { ...SAMPLE, ...cfg };
  return CFG_KEYS.filter(({ key }) => Object.hasOwn(values, key))
    .map((spec) => `${spec.key}=${written(spec, values[spec.key] ?? '')}\n`)
    .join('');
}

function written({ type }: CfgKey, value: string | number | boolean): string {
  if (type === 'yes-no') return value === true ? 'yes' : 'no';
  return String(value);
}
