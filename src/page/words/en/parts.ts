import { problems } from './problems.ts';
import { cfg, setup } from './setup.ts';

/** What parts of every lab say that are shown later: its set-up, and what is wrong with what it was given. */
export const words = { problems, panels: { setup, cfg } } as const;
