import { EXPLAINED } from '../../../zoo-cfg/explained.ts';
import { EXPLAINED_MORE } from '../../../zoo-cfg/explained-more.ts';

/** What each key of a zoo.cfg is for; the dots of a key are written `_`. */
export const zooCfg = {
  keys: { ...EXPLAINED, ...EXPLAINED_MORE },
} as const;

export const words = { zooCfg } as const;
