import type { Bundle } from '../words.ts';
import { problems } from './problems.ts';
import { cfg, setup } from './setup.ts';

export const words: Bundle<'parts'> = { problems, panels: { setup, cfg } };
