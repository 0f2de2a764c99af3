import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { IntlProvider } from 'use-intl';
import { beginWork } from '../sim/work.ts';
import { BundleContext } from './bundle-context.ts';
import { together, wordsOf } from './bundles.ts';
import type { Messages } from './bundles.ts';
import { LanguageContext } from './language.ts';
import { rememberLocale, wantedLocale } from './locale.ts';
import type { BundleName, Locale } from './words.ts';

/** What the page says at present. */
interface Said {
  readonly locale: Locale;
  /** The bundles that are among the words. */
  readonly has: readonly BundleName[];
  readonly words: Messages;
}

const load = async (locale: Locale, has: readonly BundleName[]): Promise<Said> => ({
  locale,
  has,
  words: await wordsOf(locale, has),
});

/** What holds before the first render; awaited by `main.tsx`. */
export const initialWords = (): Promise<Said> => load(wantedLocale(), []);

/** With more words; those of another language than the page's come too late. */
const withMore = (said: Said, more: Said): Said =>
  said.locale === more.locale
    ? {
        locale: said.locale,
        has: [...new Set([...said.has, ...more.has])],
        words: together(said.words, more.words),
      }
    : said;

/** Gives the words of the chosen language to the page and lets it change in place. */
export const WordsProvider = (props: { initial: Said; children: ReactNode }) => {
  const [said, setSaid] = useState(props.initial);
  const { locale, has } = said;

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  // Of several changes in a row the last one counts, in whatever order their words come.
  const chosen = useRef(locale);
  const change = (next: Locale): void => {
    chosen.current = next;
    rememberLocale(next);
    const done = beginWork();
    void load(next, has)
      .then((loaded) => {
        if (chosen.current === next) setSaid(loaded);
      })
      .finally(done);
  };
  const bundles = useMemo(
    () => ({
      has,
      fetch: async (names: readonly BundleName[]): Promise<void> => {
        const more = await load(locale, names);
        setSaid((before) => withMore(before, more));
      },
    }),
    [locale, has],
  );

  return (
    <LanguageContext value={change}>
      {/* Every language has the same keys, checked in their own files; who speaks has its bundles fetched. */}
      <IntlProvider locale={locale} messages={said.words as never} timeZone="UTC">
        {/* The widgets' own words, such as a dialog's hidden way out. */}
        <I18nProvider locale={locale}>
          <BundleContext value={bundles}>{props.children}</BundleContext>
        </I18nProvider>
      </IntlProvider>
    </LanguageContext>
  );
};
