/** The rules of the counter as they can be switched off, by the mutants' names. */
export const rules = {
  'answer-before-disk': 'The server answers before its disk has the change',
  'forget-call-ids': 'The server forgets the ids of the calls that it has carried out',
} as const;
