import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import { beginWork } from '../sim/work.ts';
import type { Locale, MoreWords, Words } from './words.ts';

/** Words that are fetched with what they belong to, not with the page. */
const loaders: Readonly<Record<Locale, () => Promise<MoreWords>>> = {
  en: async () => ({ paxosTools: (await import('./en/paxos/tools.ts')).paxosTools }),
  'zh-CN': async () => ({ paxosTools: (await import('./zh-CN/paxos/tools.ts')).paxosTools }),
};

/** Shows its children when the words of the Paxos tools are there, in the reader's language. */
export const WithToolWords = ({ children }: { children: ReactNode }) => {
  const locale = useLocale();
  const messages = useMessages() as unknown as Words;
  const [known, setKnown] = useState<{ locale: Locale; words: MoreWords } | null>(null);
  useEffect(() => {
    let left = false;
    const done = beginWork();
    void loaders[locale]()
      .then((words) => {
        if (!left) setKnown({ locale, words });
      })
      .finally(done);
    return () => {
      left = true;
      done();
    };
  }, [locale]);
  if (known?.locale !== locale) return <span data-loading hidden />;
  return (
    // The same keys in every language, which the compiler has checked.
    <IntlProvider
      locale={locale}
      messages={{ ...messages, ...known.words } as never}
      timeZone="UTC"
    >
      {children}
    </IntlProvider>
  );
};
