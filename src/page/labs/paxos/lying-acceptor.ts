import type { Preset } from '../../../view/preset.ts';

/** What one acceptor that breaks its word takes from the others. */
const FALLS = ['I-Keep', 'I-Mono', 'I-Agreement'] as const;

/**
 * P-X3: A2 promises ballot 2 and accepts in ballot 1 all the same. It opens where that has happened, and
 * two values are chosen.
 */
export const lyingAcceptor: Preset = {
  id: 'lying-acceptor',
  from: {
    format: 'zooscope-scenario',
    version: 3,
    model: 'paxos',
    seed: 1,
    breaks: FALLS,
    setup: {
      processes: [
        { id: 1, roles: ['acceptor'] },
        { id: 2, roles: ['acceptor'] },
        { id: 3, roles: ['acceptor'] },
        { id: 4, name: 'P1', roles: ['proposer'], value: 'X' },
        { id: 5, name: 'P2', roles: ['proposer'], value: 'Y' },
      ],
      retry: { policy: 'by-hand' },
      delivery: 'by-hand',
      broken: ['accept-below-promise'],
      watch: FALLS,
      schedule: {
        rows: [
          'P1 → A1 prepare',
          'P1 → A2 prepare',
          'P1 decides',
          'P2 → A2 prepare',
          'P2 → A3 prepare',
          'P2 decides',
          'P2 → A2 accept',
          'P2 → A3 accept',
          'P1 → A1 accept',
          'P1 → A2 accept',
        ],
      },
    },
  },
  way: [{ kind: 'wait', until: { violated: 'I-Agreement' } }],
  selected: 2,
};
