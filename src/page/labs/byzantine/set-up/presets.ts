import type { ByzantineDraft } from './draft.ts';

const draft = (more: Partial<ByzantineDraft> = {}): ByzantineDraft => ({
  two: false,
  generals: 4,
  rounds: 1,
  commander: 1,
  traitors: [4],
  strategy: 'flip',
  values: 'A, R',
  order: 'A',
  tie: 'default',
  signed: false,
  confirmations: 3,
  roundMs: '40',
  leastMs: '8',
  mostMs: '28',
  seed: '1',
  broken: [],
  kept: {},
  was: null,
  ...more,
});

/** Forms to begin with. */
export const byzantineSetUps = {
  four: () => draft(),
  three: () => draft({ generals: 3, traitors: [3] }),
  seven: () => draft({ generals: 7, rounds: 2, traitors: [6, 7] }),
  ten: () => draft({ generals: 10, rounds: 3, traitors: [1, 5, 9], strategy: 'split' }),
  signed: () => draft({ traitors: [1, 4], rounds: 2, signed: true, strategy: 'split' }),
  two: () => draft({ two: true, traitors: [] }),
} as const satisfies Readonly<Record<string, () => ByzantineDraft>>;
