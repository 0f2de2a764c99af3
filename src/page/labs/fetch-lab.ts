import { lessons } from '../../lessons/words.ts';
import { fetchStill } from '../lab/stills.ts';
import type { Opened } from '../lab/stills.ts';
import { prepareWorker } from '../sim/start-worker.ts';
import { wordsOf } from '../words/bundles.ts';
import { wantedLocale } from '../words/locale.ts';
import { labSource } from './labs.ts';

const openedAt = (path: string): Opened | null => {
  const [, kind, id = ''] = path.split('/');
  if (kind === 'lab') return { model: id, lesson: null };
  const lesson = kind === 'lesson' ? lessons.find((one) => one.id === id) : undefined;
  return lesson === undefined ? null : { model: lesson.model, lesson: id };
};

/**
 * Begins to fetch, all at once, what a cold visit of this address needs: each part finds it under way
 * or there when it asks itself, and says then what went wrong.
 */
export const fetchAhead = (path: string): void => {
  const opened = openedAt(path);
  const source = opened === null ? null : labSource(opened.model);
  if (opened === null || source === null) return;
  prepareWorker(opened.model);
  const entry = lessons.find(({ id }) => id === opened.lesson);
  const locale = wantedLocale();
  const parts = [
    fetchStill(opened),
    entry === undefined ? import('./lab-page.tsx') : import('./lesson-page.tsx'),
    source.load(),
    wordsOf(locale, source.words),
    entry?.words(locale),
  ];
  void Promise.allSettled(parts);
};
