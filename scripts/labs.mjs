import { readdirSync } from 'node:fs';

/** The labs there are, by their folders. */
export const LABS = readdirSync(new URL('../src/page/labs', import.meta.url), {
  withFileTypes: true,
}).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
