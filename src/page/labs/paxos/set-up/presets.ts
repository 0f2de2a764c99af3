import type { PaxosDraft, ProposerDraft } from './draft.ts';

/** The tax rates of the five members, and what a third and a fourth might want. */
const RATES = ['10%', '20%', '30%', '40%'];

/** Members that propose, in the order in which they are made to: those at the ends first. */
const MEMBERS = [1, 5, 2, 4];

const proposer = (index: number, member = MEMBERS[index] ?? index + 1): ProposerDraft => ({
  key: index,
  member,
  value: RATES[index] ?? '',
  proposeMs: '0',
});

const draft = (more: Partial<PaxosDraft> = {}): PaxosDraft => ({
  roles: 'members',
  acceptors: 5,
  proposers: [proposer(0), proposer(1)],
  learners: 1,
  learning: 'none',
  refusal: 'nack',
  retry: 'random',
  retryMs: '40',
  timeoutMs: '100',
  byHand: false,
  leastMs: '5',
  mostMs: '15',
  diskMs: '1',
  seed: '1',
  broken: [],
  kept: {},
  was: null,
  ...more,
});

export const paxosPresets = {
  members: () => draft(),
  separate: () =>
    draft({ roles: 'separate', acceptors: 3, learners: 1, learning: 'L2', retryMs: '20' }),
  duel: () => draft({ retry: 'immediate' }),
  'four-duel': () =>
    draft({
      acceptors: 9,
      retry: 'immediate',
      proposers: [proposer(0, 1), proposer(1, 9), proposer(2, 3), proposer(3, 7)],
    }),
  leader: () => draft({ retry: 'leader', retryMs: '120', learning: 'L1' }),
  'by-hand': () => draft({ byHand: true, retry: 'by-hand', timeoutMs: '', diskMs: '0' }),
  halves: () =>
    draft({
      acceptors: 4,
      broken: ['half-is-quorum'],
      proposers: [proposer(0, 1), proposer(1, 4)],
    }),
} as const satisfies Readonly<Record<string, () => PaxosDraft>>;

export type PaxosPreset = keyof typeof paxosPresets;

/** One proposer more, at a member that does not propose yet. */
export const addProposer = (before: PaxosDraft): PaxosDraft => {
  const { proposers, acceptors } = before;
  const taken = new Set(proposers.map(({ member }) => member));
  const numbers = Array.from({ length: acceptors }, (_, i) => i + 1);
  const member = numbers.find((n) => !taken.has(n)) ?? 1;
  const key = Math.max(-1, ...proposers.map((one) => one.key)) + 1;
  const value = RATES.find((rate) => !proposers.some((one) => one.value === rate)) ?? '';
  return { ...before, proposers: [...proposers, { ...proposer(key, member), key, value }] };
};
