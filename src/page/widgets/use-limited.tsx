import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

export interface Limited {
  /** Passes a text on, unless it is too long: then nothing changes. */
  readonly take: (text: string) => void;
  /** Says something else of the last one, in the same place; null: nothing is wrong with it. */
  readonly complain: (what: string | null) => void;
  /** What is to be said of the last one, beside the field. */
  readonly complaint: ReactNode;
}

/** A field's text of at most so many characters. What is longer is not cut in silence. */
export const useLimited = (most: number, onText: (text: string) => void): Limited => {
  const t = useTranslations('app');
  const [what, complain] = useState<string | null>(null);
  return {
    take: (text) => {
      const tooLong = text.length > most;
      complain(tooLong ? t('tooLong', { count: text.length, most }) : null);
      if (!tooLong) onText(text);
    },
    complain,
    complaint: what !== null && (
      <p role="alert" className="field-error">
        {what}
      </p>
    ),
  };
};
