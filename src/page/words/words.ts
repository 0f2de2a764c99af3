import type { en } from './en/index.ts';

/** The words that are fetched with what says them, by the name of their bundle, in English: one line for each. */
interface Bundles {
  readonly election: typeof import('./en/election/index.ts').words;
  readonly paxos: typeof import('./en/paxos/index.ts').words;
  readonly zookeeper: typeof import('./en/zookeeper/index.ts').words;
  readonly counter: typeof import('./en/counter/index.ts').words;
  readonly recipes: typeof import('./en/recipes/index.ts').words;
  readonly byzantine: typeof import('./en/byzantine/index.ts').words;
  readonly cap: typeof import('./en/cap/index.ts').words;
  /** What every lab says. */
  readonly labs: typeof import('./en/labs.ts').words;
  /** What their parts say that are shown later. */
  readonly parts: typeof import('./en/parts.ts').words;
  readonly zookeeperParts: typeof import('./en/zookeeper/parts.ts').words;
  readonly paxosTools: typeof import('./en/paxos/tools.ts').words;
  /** Logs of real servers. */
  readonly logs: typeof import('./en/logs/index.ts').words;
  /** What each key of a zoo.cfg is for. */
  readonly zooCfg: typeof import('./en/zoo-cfg.ts').words;
}
export type BundleName = keyof Bundles;

/** The same keys with any text. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** What a language must provide for the bundle of this name: the keys of the English one. */
export type Bundle<N extends BundleName> = Texts<Bundles[N]>;

/** What comes with the page. */
export type FirstWords = Texts<typeof en>;

/** Several bundles laid over one another: they may share areas (`facts`, `terms`), never a word. */
type Together<T> = (T extends unknown ? (one: T) => void : never) extends (all: infer All) => void
  ? All
  : never;
/** All words in English. */
export type English = typeof en & Together<Bundles[BundleName]>;

/** All words of a language, by area. */
export type Words = Texts<English>;

/** The languages there are. */
export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

export type TermId = keyof Words['terms'];

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    // Whoever speaks has the bundles fetched first that it speaks from.
    Messages: English;
  }
}
