const files = import.meta.glob<string>('./*/opening.ts', { eager: true, import: 'opening' });

/**
 * What each lab says of the moment at which it opens, by its name: it stands there before the lab itself
 * has come. (A helper that both languages share would be in the page's file, which waits for this one.)
 */
export const openings: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(files).map(([file, sentence]) => [file.split('/')[1] ?? file, sentence]),
);
