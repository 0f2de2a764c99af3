import { read, write } from '../browser/remember.ts';
import { LOCALES } from './words.ts';
import type { Locale } from './words.ts';

const known = (name: string | null): Locale | null =>
  LOCALES.find((locale) => locale === name) ?? null;

/** The address decides, then what the person chose before, then the browser's languages. */
export const wantedLocale = (): Locale => {
  const asked = known(new URLSearchParams(location.search).get('lang')) ?? known(read('lang'));
  if (asked !== null) return asked;
  return navigator.languages.some((name) => name.toLowerCase().startsWith('zh')) &&
    !navigator.languages[0]?.toLowerCase().startsWith('en')
    ? 'zh-CN'
    : 'en';
};

/** Keeps the choice in the address (before `#`) and on this device. */
export const rememberLocale = (locale: Locale): void => {
  write('lang', locale);
  const address = new URL(location.href);
  address.searchParams.set('lang', locale);
  history.replaceState(history.state, '', address);
};
