import { en } from './en/index.ts';
import type { Bundle, BundleName, FirstWords, Locale, Words } from './words.ts';

type Loaders = {
  readonly [N in BundleName]: Readonly<Record<Locale, () => Promise<{ words: Bundle<N> }>>>;
};

/** Where each bundle stands, in each language. */
const loaders: Loaders = {
  labs: { en: () => import('./en/labs.ts'), 'zh-CN': () => import('./zh-CN/labs.ts') },
  election: {
    en: () => import('./en/election/index.ts'),
    'zh-CN': () => import('./zh-CN/election/index.ts'),
  },
  paxos: {
    en: () => import('./en/paxos/index.ts'),
    'zh-CN': () => import('./zh-CN/paxos/index.ts'),
  },
  paxosTools: {
    en: () => import('./en/paxos/tools.ts'),
    'zh-CN': () => import('./zh-CN/paxos/tools.ts'),
  },
  counter: {
    en: () => import('./en/counter/index.ts'),
    'zh-CN': () => import('./zh-CN/counter/index.ts'),
  },
  zookeeper: {
    en: () => import('./en/zookeeper/index.ts'),
    'zh-CN': () => import('./zh-CN/zookeeper/index.ts'),
  },
  zooCfg: { en: () => import('./en/zoo-cfg.ts'), 'zh-CN': () => import('./zh-CN/zoo-cfg.ts') },
};

export const BUNDLES = Object.keys(loaders) as readonly BundleName[];

/** Some words of one language: whole areas or parts of them. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

/** Both together; where both have an area, it has the words of both. */
export function together(some: Messages, more: Messages): Messages {
  const all: Record<string, string | Messages> = { ...some };
  for (const [key, value] of Object.entries(more)) {
    const known = all[key];
    all[key] =
      typeof known === 'object' && typeof value === 'object' ? together(known, value) : value;
  }
  return all;
}

const first = async (locale: Locale): Promise<FirstWords> =>
  locale === 'en' ? en : (await import('./zh-CN/index.ts')).zhCN;

/** The words that come with the page, and those of these bundles. Fails when one cannot be fetched. */
export async function wordsOf(locale: Locale, names: readonly BundleName[]): Promise<Messages> {
  const parts = await Promise.all([
    first(locale),
    ...names.map(async (name) => (await loaders[name][locale]()).words),
  ]);
  return parts.reduce<Messages>(together, {});
}

/** Every word of a language. */
export const allWords = async (locale: Locale): Promise<Words> =>
  (await wordsOf(locale, BUNDLES)) as unknown as Words;
