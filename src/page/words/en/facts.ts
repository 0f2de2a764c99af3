/**
 * What happened, in sentences. Each protocol has its own below its name, by the rule of the fact: the
 * fact's data are the arguments, `pid` its process; for each number there is the name of the process
 * with that number too (`fromName` for `from`). Rules without a sentence fall back to these.
 */
export const facts = {
  /** What others did after the one that was told, where the protocol has no words of its own. */
  more: '{count, plural, one {Once more.} other {# times more.}}',
  unknown: '{pidName}: {rule}{data}.',
  unknownNobody: '{rule}{data}.',
} as const;
