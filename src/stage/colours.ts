/** Claims and epochs come in a few colours each; the printed label tells the rest apart. */

/** The colour of a claim: a leader voted for, the proposer of a ballot. Without one: plain ink. */
export const claimColour = (claim: number | null): string =>
  claim === null ? 'var(--ink-2)' : `var(--c${((((claim - 1) % 5) + 5) % 5) + 1})`;

/** The pale tint of an epoch. */
export const epochTint = (epoch: number): string =>
  epoch <= 0 ? 'var(--faint)' : `var(--e${((epoch - 1) % 4) + 1})`;
