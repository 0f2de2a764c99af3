import { useLocale, useTranslations } from 'use-intl';
import type { Locale, Words } from './words.ts';

export { useTranslations };

/** A translator for keys that are only known at run time (rules, codes); check them with `has`. */
export interface LooseTranslator {
  (key: string, values?: Readonly<Record<string, string | number>>): string;
  has(key: string): boolean;
}

/** Keys known at run time cannot be checked against the words' type: this is where that ends. */
export const useLoose = (area: keyof Words): LooseTranslator =>
  useTranslations(area) as unknown as LooseTranslator;

/** The language of the page. */
export const useLanguage = (): Locale => useLocale();
