import { en } from './en/index.ts';
import type { BundleName, FirstWords, Locale, Words } from './words.ts';

/** The words of each bundle, by language and file; those of labs are called as their folders are. */
const files = import.meta.glob<Messages>(
  [
    './*/*/index.ts',
    './*/labs.ts',
    './*/parts.ts',
    './*/zookeeper/parts.ts',
    './*/zoo-cfg.ts',
    './*/paxos/tools.ts',
  ],
  { import: 'words' },
);
const elsewhere: { readonly [N in BundleName]?: string } = {
  labs: 'labs.ts',
  parts: 'parts.ts',
  zookeeperParts: 'zookeeper/parts.ts',
  zooCfg: 'zoo-cfg.ts',
  paxosTools: 'paxos/tools.ts',
};

const labs = Object.keys(files).flatMap(
  (file) => /^\.\/en\/([^/]+)\/index\.ts$/u.exec(file)?.[1] ?? [],
);
export const BUNDLES = [...labs, ...Object.keys(elsewhere)] as readonly BundleName[];

const load = async (locale: Locale, name: BundleName): Promise<Messages> => {
  const file = files[`./${locale}/${elsewhere[name] ?? `${name}/index.ts`}`];
  if (file === undefined) throw new RangeError(`no words of ${name} in ${locale}`);
  return file();
};

/** Some words of one language: whole areas or parts of them. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

/** In the built site a message is a list (`scripts/messages.mjs`), and a whole. */
const isArea = (value: string | Messages | undefined): value is Messages =>
  typeof value === 'object' && !Array.isArray(value);

/** Both together; where both have an area, it has the words of both. */
export function together(some: Messages, more: Messages): Messages {
  const all: Record<string, string | Messages> = { ...some };
  for (const [key, value] of Object.entries(more)) {
    const known = all[key];
    all[key] = isArea(known) && isArea(value) ? together(known, value) : value;
  }
  return all;
}

const first = async (locale: Locale): Promise<FirstWords> =>
  locale === 'en' ? en : (await import('./zh-CN/index.ts')).zhCN;

/** The words that come with the page, and those of these bundles. Fails when one cannot be fetched. */
export async function wordsOf(locale: Locale, names: readonly BundleName[]): Promise<Messages> {
  const parts = await Promise.all([first(locale), ...names.map((name) => load(locale, name))]);
  return parts.reduce<Messages>(together, {});
}

/** Every word of a language. */
export const allWords = async (locale: Locale): Promise<Words> =>
  (await wordsOf(locale, BUNDLES)) as unknown as Words;
