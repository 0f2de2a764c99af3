import type { words as counter } from './en/counter/index.ts';
import type { words as election } from './en/election/index.ts';
import type { en } from './en/index.ts';
import type { words as labs } from './en/labs.ts';
import type { words as paxos } from './en/paxos/index.ts';
import type { words as paxosTools } from './en/paxos/tools.ts';
import type { words as zooCfg } from './en/zoo-cfg.ts';
import type { words as zookeeper } from './en/zookeeper/index.ts';

/** The words that are fetched with what says them, by the name of their bundle, in English. */
interface English {
  /** What every lab says. */
  readonly labs: typeof labs;
  readonly election: typeof election;
  readonly paxos: typeof paxos;
  readonly paxosTools: typeof paxosTools;
  readonly counter: typeof counter;
  readonly zookeeper: typeof zookeeper;
  /** What each key of a zoo.cfg is for. */
  readonly zooCfg: typeof zooCfg;
}
export type BundleName = keyof English;

/** The same keys with any text. */
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** What a language must provide for the bundle of this name: the keys of the English one. */
export type Bundle<N extends BundleName> = Texts<English[N]>;

/** What comes with the page. */
export type FirstWords = Texts<typeof en>;

/** Several bundles laid over one another: they may share areas (`facts`, `terms`), never a word. */
type Together<T> = (T extends unknown ? (one: T) => void : never) extends (all: infer All) => void
  ? All
  : never;
type Everything = typeof en & Together<English[BundleName]>;

/** All words of a language, by area. */
export type Words = Texts<Everything>;

/** The languages there are. */
export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

export type TermId = keyof Words['terms'];

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    // Whoever speaks has the bundles fetched first that it speaks from.
    Messages: Everything;
  }
}
