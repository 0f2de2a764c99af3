import { useEffect, useState } from 'react';
import type { LessonWords } from '../panels/lesson/lesson-words.ts';
import type { Locale } from '../words/words.ts';

const load = async (id: string, locale: Locale): Promise<LessonWords | null> => {
  void id;
  void locale;
  return null;
};

/** A lesson's words in the reader's language; null until they are there. */
export const useLessonWords = (id: string, locale: Locale): LessonWords | null => {
  const [words, setWords] = useState<LessonWords | null>(null);
  useEffect(() => {
    let left = false;
    void load(id, locale).then((found) => {
      if (!left) setWords(found);
    });
    return () => {
      left = true;
    };
  }, [id, locale]);
  return words;
};
