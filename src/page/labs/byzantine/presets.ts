import type { ByzantineSetup } from '../../../view/byzantine-setup.ts';
import type { Condition } from '../../../view/condition.ts';
import type { Preset } from '../../../view/preset.ts';
import type { Scenario } from '../../../view/scenario.ts';

/** Generals as the lab offers them: a messenger takes 8 to 28 ms, a round 40. */
export const generals = (setup: ByzantineSetup): Scenario<'byzantine'> => ({
  format: 'zooscope-scenario',
  version: 2,
  model: 'byzantine',
  seed: 1,
  setup,
  latency: { kind: 'uniform', min: 8_000, max: 28_000 },
  pace: 18_000,
});

const wait = (until: Condition) => ({ kind: 'wait', until }) as const;

/** When the orders leave and the relays of each round after them, ms. */
const LEAVE = [10, 50, 90, 130] as const;
/** So many messages have left in all, the last of them in this round, and the first of those has come. */
const midway = (sent: number, round: 1 | 2 | 3 | 4) =>
  [wait({ sent }), wait({ timeMs: (LEAVE[round - 1] ?? 0) + 1 })] as const;

/** What the lab offers to begin with; it opens with the first. The pids are C 1, L1 2, L2 3, … */
export const byzantinePresets: readonly [Preset, ...(readonly Preset[])] = [
  // B-4L: both lies are on their way, and each loyal lieutenant has the order.
  {
    id: 'four-lieutenant',
    from: generals({ generals: 4, rounds: 1, traitors: [4] }),
    way: midway(9, 2),
    selected: 2,
  },
  // B-3L: L1 has A from C, and what L2 says of that is on its way.
  {
    id: 'three-lieutenant',
    from: generals({ generals: 3, rounds: 1, traitors: [3] }),
    way: midway(4, 2),
    selected: 2,
  },
  // B-3C: the same messages to L1, and another traitor.
  {
    id: 'three-commander',
    from: generals({ generals: 3, rounds: 1, traitors: [1], strategy: 'split' }),
    way: midway(4, 2),
    selected: 2,
  },
  // B-4C: C tells each what it likes.
  {
    id: 'four-commander',
    from: generals({ generals: 4, rounds: 1, traitors: [1], strategy: 'split' }),
    way: midway(3, 1),
    selected: 2,
  },
  // B-7LL: of 156 messages the last 120 leave.
  {
    id: 'seven-lieutenants',
    from: generals({ generals: 7, rounds: 2, traitors: [6, 7] }),
    way: midway(156, 3),
    selected: 2,
  },
  // B-7CL: the commander is one of them.
  {
    id: 'seven-commander',
    from: generals({ generals: 7, rounds: 2, traitors: [1, 7], strategy: 'split' }),
    way: midway(156, 3),
    selected: 2,
  },
  // B-7x: the same traitors, and one round too few.
  {
    id: 'seven-short',
    from: generals({ generals: 7, rounds: 1, traitors: [1, 7], strategy: 'split' }),
    way: midway(36, 2),
    selected: 3,
  },
  // B-6x: one general too few.
  {
    id: 'six',
    from: generals({ generals: 6, rounds: 2, traitors: [5, 6] }),
    way: midway(85, 3),
    selected: 2,
  },
  // B-S3C: each passes on what C has signed.
  {
    id: 'signed-three',
    from: generals({ generals: 3, rounds: 1, traitors: [1], strategy: 'split', signed: true }),
    way: midway(4, 2),
    selected: 2,
  },
  // B-S4: L3 passes its R on to L1 alone, in the last round.
  {
    id: 'signed-four',
    from: generals({
      generals: 4,
      rounds: 1,
      traitors: [1, 4],
      signed: true,
      lies: [
        { path: [1], to: 2, value: 'A' },
        { path: [1], to: 3, value: 'A' },
        { path: [1], to: 4, value: 'R' },
        { path: [1, 4], to: 2, value: 'R' },
        { path: [1, 4], to: 3, value: null },
      ],
    }),
    way: midway(8, 2),
    selected: 3,
  },
  // Ten, three of them traitors: 3,609 messages in four rounds.
  {
    id: 'ten',
    from: generals({ generals: 10, rounds: 3, traitors: [1, 5, 9], strategy: 'split' }),
    way: midway(585, 3),
    selected: 2,
  },
  // Two: the plan has come, its confirmation too; the messenger that tells of that is on its way.
  {
    id: 'two-generals',
    from: generals({ generals: 2, twoGenerals: { confirmations: 3 } }),
    way: [wait({ messenger: { number: 2, is: 'arrived' } })],
    selected: 1,
  },
];
