import { useEffect, useState } from 'react';
import { lessons } from '../../lessons/words.ts';
import type { LessonEntry, LessonText } from '../../lessons/words.ts';
import type { Locale } from '../words/words.ts';

/** What the catalogue says of a lesson; undefined when there is no such lesson. */
export const lessonEntry = (id: string): LessonEntry | undefined =>
  lessons.find((lesson) => lesson.id === id);

/** The lesson that follows this one in teaching order; undefined after the last. */
export const lessonAfter = (id: string): LessonEntry | undefined =>
  lessons[lessons.findIndex((lesson) => lesson.id === id) + 1];

/** A lesson's words in the reader's language; null until they are there. */
export const useLessonWords = (lesson: LessonEntry, locale: Locale): LessonText | null => {
  const [words, setWords] = useState<LessonText | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => {
    let left = false;
    lesson.words(locale).then(
      (found) => {
        if (!left) setWords(found);
      },
      (error: unknown) => setFailed(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      left = true;
    };
  }, [lesson, locale]);
  if (failed !== null) throw failed;
  return words;
};
