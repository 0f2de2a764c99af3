/**
 * One plain sentence for each rule of a fact, with its why. A fact's data are the arguments, `pid`
 * its process. Rules without a sentence here fall back to `unknown`.
 */
export const facts = {
  unknown: 'Server {pid}: {rule}{data}.',
  unknownNobody: '{rule}{data}.',
} as const;
