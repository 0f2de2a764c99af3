import { lessons } from '../../lessons/words.ts';
import { fetchHero } from '../gallery/hero/hero-built.ts';
import { fetchStill } from '../lab-frame/stills.ts';
import type { Opened } from '../lab-frame/stills.ts';
import { isRecorded } from '../sim/models.ts';
import { prepareWorker } from '../sim/start-worker.ts';
import { wordsOf } from '../words/bundles.ts';
import { wantedLocale } from '../words/locale.ts';
import { labSource } from '../labs/labs.ts';

const openedAt = (path: string): Opened | null => {
  const [, kind, id = ''] = path.split('/');
  if (kind === 'lab') return { model: id, lesson: null };
  const lesson = kind === 'lesson' ? lessons.find((one) => one.id === id) : undefined;
  return lesson === undefined ? null : { model: lesson.model, lesson: id };
};

/**
 * Begins to fetch, all at once, what a cold visit of this address needs: each part finds it under way
 * or there when it asks itself, and says then what went wrong. Resolves when the page may take over what
 * `early.js` has shown of it: at once, unless that has come already and only has to be taken up.
 */
export const fetchAhead = async (path: string): Promise<void> => {
  if (path === '/') {
    // What fails here is asked for again, and told, where it is shown.
    await fetchHero().catch(() => undefined);
    return;
  }
  const opened = openedAt(path);
  const source = opened === null ? null : labSource(opened.model);
  if (opened === null || source === null) return;
  // What was recorded has a reader of its own.
  if (isRecorded(opened.model)) return;
  prepareWorker(opened.model);
  const entry = lessons.find(({ id }) => id === opened.lesson);
  const locale = wantedLocale();
  const begun = (part: Promise<unknown>): void => void part.catch(() => undefined);
  const still = fetchStill(opened, locale).catch(() => null);
  if (entry === undefined) {
    begun(import('./lab-page.tsx'));
  } else {
    begun(import('./lesson-page.tsx'));
    begun(entry.words(locale));
  }
  begun(source.load());
  begun(wordsOf(locale, source.words));
  if (document.querySelector('.boot-said') !== null) await still;
};
