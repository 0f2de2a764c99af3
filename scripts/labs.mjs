import { existsSync, readdirSync } from 'node:fs';

/** @param {string} folder of the sources */
const foldersIn = (folder) =>
  readdirSync(new URL(`../src/${folder}`, import.meta.url), { withFileTypes: true }).flatMap(
    (entry) => (entry.isDirectory() ? [entry.name] : []),
  );

/** The labs there are, by their folders. */
export const LABS = foldersIn('page/labs');

/** The protocols there are, by the folders of their adapters. */
export const PROTOCOLS = foldersIn('scenarios').filter((name) =>
  existsSync(new URL(`../src/scenarios/${name}/adapter.ts`, import.meta.url)),
);
