import { byLab } from '../openings.ts';

/** What each lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const openings = byLab(
  import.meta.glob<string>('./*/opening.ts', { eager: true, import: 'opening' }),
);
