import type { Mark } from './frame.ts';

/** How the marks of the timeline differ from those sent before: most often some came after them. */
export interface MarksNews {
  /** So many of those sent before stay; what came after them is gone. */
  readonly kept: number;
  readonly added: readonly Mark[];
}

/** What turns the marks sent before into the present ones; a mark that stays is the same object. */
export const marksNews = (sent: readonly Mark[], now: readonly Mark[]): MarksNews => {
  let kept = 0;
  while (kept < sent.length && kept < now.length && sent[kept] === now[kept]) kept++;
  return { kept, added: now.slice(kept) };
};

/** The present marks. */
export const withNews = (known: readonly Mark[], { kept, added }: MarksNews): readonly Mark[] => [
  ...known.slice(0, kept),
  ...added,
];
