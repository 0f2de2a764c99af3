/** What each invariant of the generals says. */
export const invariants = {
  IC1: {
    name: 'The loyal agree (IC1), where promised',
    says: 'All loyal lieutenants obey the same order, if m rounds of relays face at most m faults and, without signatures, more than 3m generals.',
  },
  IC2: {
    name: 'A loyal commander is obeyed (IC2), where promised',
    says: 'If the commander is loyal, every loyal lieutenant obeys it, under the same conditions.',
  },
  'B-Count': {
    name: 'As many messages as the formula says',
    says: 'In each round of OM(m) every general that keeps no silence sends just its share of (n − 1)(n − 2)….',
  },
  'B-Unforgeable': {
    name: 'Nobody forges',
    says: 'No loyal lieutenant believes that a loyal commander has signed what it has not.',
  },
  'B-Relayed': {
    name: 'What one loyal has, all loyal have',
    says: 'With as many rounds of relays as faults, loyal lieutenants end with the same V.',
  },
  'B-Turn': {
    name: 'One messenger after the other',
    says: 'A messenger leaves when the one before it has come.',
  },
} as const;
