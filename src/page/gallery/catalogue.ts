import { useEffect, useState } from 'react';
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

const load = async (locale: Locale): Promise<readonly Entry[]> => {
  void locale;
  return [];
};

/** The lessons in teaching order, in the reader's language; null while they are fetched. */
export const useCatalogue = (locale: Locale): readonly Entry[] | null => {
  const [entries, setEntries] = useState<readonly Entry[] | null>(null);
  useEffect(() => {
    let left = false;
    void load(locale).then((found) => {
      if (!left) setEntries(found);
    });
    return () => {
      left = true;
    };
  }, [locale]);
  return entries;
};

/** Entries whose title or line holds every word of the query. */
export const matching = (entries: readonly Entry[], query: string): readonly Entry[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = `${entry.title} ${entry.line} ${entry.id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};

/** The groups of the gallery in teaching order; a group not listed comes last, as `other`. */
export const GROUPS = [
  'coordination',
  'tree',
  'recipes',
  'elections',
  'paxos',
  'zab',
  'faults',
  'other',
] as const;
export type GroupId = (typeof GROUPS)[number];

export const groupOf = (entry: Entry): GroupId =>
  GROUPS.find((group) => group === entry.group) ?? 'other';
