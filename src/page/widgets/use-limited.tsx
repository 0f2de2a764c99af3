import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

export interface Limited {
  /** Passes a text on, unless it is too long: then nothing changes. */
  readonly take: (text: string) => void;
  /** What is to be said of the last one, beside the field. */
  readonly complaint: ReactNode;
}

/** A field's text of at most so many characters. What is longer is not cut in silence. */
export const useLimited = (most: number, onText: (text: string) => void): Limited => {
  const t = useTranslations('app');
  const [length, setLength] = useState<number | null>(null);
  return {
    take: (text) => {
      const tooLong = text.length > most;
      setLength(tooLong ? text.length : null);
      if (!tooLong) onText(text);
    },
    complaint: length !== null && (
      <p role="alert" className="field-error">
        {t('tooLong', { count: length, most })}
      </p>
    ),
  };
};
