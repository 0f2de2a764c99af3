import type { en } from './en/index.ts';
import type { paxosTools } from './en/paxos/tools.ts';

/** The same keys with any text. */
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** What every language must provide: the keys of the English words. */
export type Words = Texts<typeof en>;

/** What is fetched with what it belongs to (`more-words.tsx`). */
interface Later {
  readonly paxosTools: typeof paxosTools;
}
export type MoreWords = Texts<Later>;

/** The languages there are. */
export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

export type TermId = keyof Words['terms'];

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof en & Later;
  }
}
