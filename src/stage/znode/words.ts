import type { Say, Texts } from '../say.ts';

/** Every visible word of the drawings of a tree. */
export const znodeWords = {
  /** Beside an ephemeral node: whose session it ends with. */
  of: 'of {owner}',
  /** In its place when no client here has opened that session. */
  ownerless: 'nobody’s',
  /** Behind a folded node: how many are below it. */
  folded: '+{below, number}',
} as const satisfies Texts;

export type SayZnode = Say<typeof znodeWords>;
