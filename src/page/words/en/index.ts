import { app, gallery } from './app.ts';

/** What comes with the page: what the gallery says. Everything else is in a bundle (`bundles.ts`). */
export const en = { app, gallery } as const;
