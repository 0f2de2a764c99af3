import { EXPLAINED } from '../../../zoo-cfg/explained.ts';
import { OTHER_KEYS_EXPLAINED } from '../../../zoo-cfg/other-keys-explained.ts';

/** What each key of a zoo.cfg is for; the dots of a key are written `_`. */
export const zooCfg = {
  keys: { ...EXPLAINED, ...OTHER_KEYS_EXPLAINED },
} as const;

export const words = { zooCfg } as const;
