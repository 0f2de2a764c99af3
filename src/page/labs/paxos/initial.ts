import type { ScenarioFile } from '../../../view/scenario.ts';

const both = ['proposer', 'acceptor'] as const;

/**
 * The Paxos lab's first run: five members of parliament who all accept, two of whom propose a tax
 * rate; whoever is refused tries again after a random pause.
 */
export const fiveMembers: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 2,
  model: 'paxos',
  seed: 1,
  setup: {
    processes: [
      { id: 1, name: 'A1', roles: both, value: '10%' },
      { id: 2, name: 'A2', roles: ['acceptor'] },
      { id: 3, name: 'A3', roles: ['acceptor'] },
      { id: 4, name: 'A4', roles: ['acceptor'] },
      { id: 5, name: 'A5', roles: both, value: '20%' },
    ],
    retry: { policy: 'random', ms: 40 },
  },
  latency: { kind: 'uniform', min: 5000, max: 15_000 },
  pace: 10_000,
};
