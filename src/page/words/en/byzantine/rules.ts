/** The rules of the generals as they can be switched off, by the mutants’ names. */
export const rules = {
  'default-for-majority': 'Who hears more than one order takes the fixed one, without counting',
  'one-round-short': 'One round of relays too few',
  'believe-unsigned': 'A relay is believed without a look at its signatures',
} as const;
