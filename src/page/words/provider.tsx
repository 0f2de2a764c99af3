import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'use-intl';
import { en } from './en/index.ts';
import { rememberLocale, wantedLocale } from './locale.ts';
import { LanguageContext } from './language.ts';
import type { Locale, Words } from './words.ts';

const loadWords = async (locale: Locale): Promise<Words> =>
  locale === 'en' ? en : (await import('./zh-CN/index.ts')).zhCN;

/** What holds before the first render; awaited by `main.tsx`. */
export const initialWords = async (): Promise<{ locale: Locale; words: Words }> => {
  const locale = wantedLocale();
  return { locale, words: await loadWords(locale) };
};

/** Gives the words of the chosen language to the page and lets it change in place. */
export const WordsProvider = (props: {
  initial: { locale: Locale; words: Words };
  children: ReactNode;
}) => {
  const [shown, setShown] = useState(props.initial);

  useEffect(() => {
    document.documentElement.lang = shown.locale;
  }, [shown.locale]);

  const change = (locale: Locale): void => {
    rememberLocale(locale);
    void loadWords(locale).then((words) => setShown({ locale, words }));
  };

  return (
    <LanguageContext value={change}>
      {/* The other languages have the same keys, checked in their own files. */}
      <IntlProvider locale={shown.locale} messages={shown.words as typeof en} timeZone="UTC">
        {/* The widgets' own words, such as a dialog's hidden way out. */}
        <I18nProvider locale={shown.locale}>{props.children}</I18nProvider>
      </IntlProvider>
    </LanguageContext>
  );
};
