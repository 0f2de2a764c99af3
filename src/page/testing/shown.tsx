import { cleanup, configure, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { allWords } from '../words/bundles.ts';
import type { Locale } from '../words/words.ts';

// What is awaited comes when it comes: only a hang is a failure.
configure({ asyncUtilTimeout: 300_000 });

/**
 * Shows a part of the page in a document without a browser, with all words of a language; found by
 * role and name, as in the journeys. What was shown before is gone. There is no layout: what needs
 * one is for `e2e/`.
 */
export async function shown(part: ReactNode, locale: Locale = 'en'): Promise<typeof screen> {
  cleanup();
  const words = await allWords(locale);
  render(
    <IntlProvider locale={locale} messages={words as never} timeZone="UTC">
      {part}
    </IntlProvider>,
  );
  return screen;
}
