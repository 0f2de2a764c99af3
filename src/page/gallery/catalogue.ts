import { courses, groups, lessons } from '../../lessons/words.ts';
import type { Locale } from '../words/words.ts';
import { found } from './search.ts';
import type { Sought } from './search.ts';

/** A lesson as the gallery shows it. */
export interface Entry extends Sought {
  readonly id: string;
  readonly group: string;
  readonly level: number;
  readonly minutes: number;
  readonly title: string;
  /** What it is about, in one line. */
  readonly line: string;
}

/** The lessons in teaching order, in the reader's language. */
export const catalogue = (locale: Locale): readonly Entry[] =>
  lessons.map(({ id, group, level, minutes, titles, terms }) => ({
    id,
    group,
    level,
    minutes,
    ...titles[locale],
    terms: `${terms.en} ${terms['zh-CN']}`,
  }));

/** Entries that hold every word of the query in their title, line or terms. */
export const matching = (entries: readonly Entry[], query: string): readonly Entry[] =>
  found(entries, query);

/** The groups in teaching order. */
export const GROUPS = groups;

/** Name of a lesson's group in the reader's language; its id where it has none. */
export const groupName = (id: string, locale: Locale): string =>
  GROUPS.find((group) => group.id === id)?.names[locale] ?? id;

/** Whoever is new begins with these. */
const FIRST = ['did-it-happen', 'majorities', 'first-start'];

const inOrder = (ids: readonly string[], entries: readonly Entry[]): readonly Entry[] =>
  ids.flatMap((id) => entries.filter((entry) => entry.id === id));

export const startHere = (entries: readonly Entry[]): readonly Entry[] => inOrder(FIRST, entries);

/** The courses with their lessons, in the reader's language. */
export const coursesOf = (entries: readonly Entry[], locale: Locale) =>
  courses.map(({ id, names, lessons: ids }) => ({
    id,
    name: names[locale],
    lessons: inOrder(ids, entries),
  }));
