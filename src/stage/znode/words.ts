/** Every visible word of the drawings of a tree; they come from the page's words. */
export interface ZnodeWords {
  /** Beside an ephemeral node: whose session it ends with, `of β`. */
  readonly of: (owner: string) => string;
  /** In its place when nobody has that session any more. */
  readonly ownerless: string;
  /** Behind a folded node: how many are below it, `+12`. */
  readonly folded: (below: number) => string;
}

export const englishZnode: ZnodeWords = {
  of: (owner) => `of ${owner}`,
  ownerless: 'of nobody here',
  folded: (below) => `+${below.toLocaleString('en')}`,
};
