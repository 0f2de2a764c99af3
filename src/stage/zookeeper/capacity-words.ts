import type { Say, Texts } from '../say.ts';

/** Every visible word of the plots. */
export const capacityWords = {
  reads: 'reads a second',
  writes: 'writes a second',
  packets: 'packets for a write',
  count: '{value, number}',
  /** What a point says: `5 voters: 3,224 reads a second`. */
  point: '{voters, plural, one {# voter} other {# voters}}: {value} {what}',
  pointWith:
    '{voters, plural, one {# voter} other {# voters}} and {observers, plural, one {# observer} other {# observers}}: {value} {what}',
} as const satisfies Texts;

export type SayCapacity = Say<typeof capacityWords>;
