import { heroRun } from './hero.ts';

export type { HeroRun } from './hero.ts';

const made = await heroRun();

/** The live election at the top of the gallery: its run, and its first frame for each room, in words too. */
export const heroStart = made.run;
export const heroSituation = made.situation;
export const heroDrawings = made.drawings;
