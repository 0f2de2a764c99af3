import { lessons } from '../../lessons/words.ts';
import { asksForAnotherRun } from '../browser/hash-location.ts';
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
  const entry = lessons.find(({ id }) => id === opened.lesson);
  const locale = wantedLocale();
  const still = fetchStill(opened, locale).catch(() => null);
  const parts: Promise<unknown>[] = [source.load(), wordsOf(locale, source.words)];
  if (entry === undefined) parts.push(import('./lab-page.tsx'));
  else parts.push(import('./lesson-page.tsx'), entry.words(locale));
  const come = Promise.allSettled(parts);
  // What is seen first is known without the simulation, whose files then come after those that show it.
  if (entry === undefined && asksForAnotherRun()) prepareWorker(opened.model);
  else void come.then(() => prepareWorker(opened.model));
  if (document.querySelector('.boot-said') !== null) await still;
};
