/** Events and guards in the machines' drawings. */
export const machine = {
  event: {
    SAID: 'hears a message',
    ROUND: 'the round is over',
    LIE: 'a lie is set by hand',
    MESSENGER: 'a messenger comes',
    PLAN: 'the plan leaves',
    DAWN: 'dawn',
  },
  guard: {
    isInTime: 'comes in its round',
    isLastRound: 'was the last round',
    isHeardBefore: 'came before',
    isLate: 'its round is over',
    isValid: 'all signatures genuine',
  },
} as const;
