import { groups, lessons } from '../../lessons/words.ts';
import type { Locale } from '../words/words.ts';

/** A lesson as the gallery shows it. */
export interface Entry {
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
  lessons.map(({ id, group, level, minutes, titles }) => ({
    id,
    group,
    level,
    minutes,
    ...titles[locale],
  }));

/** Entries whose title or line holds every word of the query. */
export const matching = (entries: readonly Entry[], query: string): readonly Entry[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = `${entry.title} ${entry.line} ${entry.id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};

/** The groups in teaching order. */
export const GROUPS = groups;

/** Name of a lesson's group in the reader's language; its id where it has none. */
export const groupName = (id: string, locale: Locale): string =>
  GROUPS.find((group) => group.id === id)?.names[locale] ?? id;
