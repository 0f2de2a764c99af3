import { createContext, useContext } from 'react';
import type { Locale } from './words.ts';

export const LanguageContext = createContext<(locale: Locale) => void>(() => undefined);

/** Changes the page's language; everything else stays where it is. */
export const useChangeLanguage = (): ((locale: Locale) => void) => useContext(LanguageContext);
