/** The notes' third case without end, ready to be opened [specification 2.1, P-C3 and P-C3M]. */
import { duelOnFullMesh, duelOnTwoSides } from '../../protocols/paxos/duels.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';
import type { Scenario } from '../../view/scenario.ts';

const both = ['proposer', 'acceptor'] as const;

/** A1 and A5 of five duel for ever, by a schedule. @param mesh everybody hears everything */
export const livelock = (mesh: boolean): Scenario<'paxos'> => ({
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'paxos',
  seed: 1,
  setup: {
    processes: [
      { id: 1, roles: both, value: '10%' },
      { id: 2, roles: ['acceptor'] },
      { id: 3, roles: ['acceptor'] },
      { id: 4, roles: ['acceptor'] },
      { id: 5, roles: both, value: '20%' },
    ],
    retry: { policy: 'immediate' },
    timeoutMs: null,
    delivery: 'by-hand',
    schedule: mesh ? duelOnFullMesh : duelOnTwoSides,
  },
  pace: 10_000,
});
