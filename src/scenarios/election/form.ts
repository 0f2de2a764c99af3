import type { ProtocolForm } from '../form.ts';
import { checkSetup } from './check.ts';
import { electionConditions, electionSetup, someElectionSetup } from './schema.ts';

export const electionForm = {
  model: 'election',
  setup: electionSetup,
  someSetup: someElectionSetup,
  conditions: electionConditions,
  views: ['votes', 'space-time', 'events', 'messages', 'majorities'],
  veiled: ['vote', 'round', 'epoch', 'zxid', 'sid', 'log', 'tally', 'comparison'],
  invariants: [
    'E-Order',
    'E-Quorum',
    'BetterVoteInBox',
    'E-OneEstablished',
    'E-Fresh',
    'E-Stable',
    'Z-Fence',
    'Z-Durable',
  ],
  rules: [
    'ignore-epoch',
    'ignore-zxid',
    'ignore-sid',
    'half-is-quorum',
    'skip-finalize-wait',
    'believe-old-rounds',
    'keep-old-rounds-waiting',
    'skip-check-leader',
    'forget-epoch',
    'accept-old-epoch',
    'accept-fresher-follower',
    'yield-to-newcomer',
    'skip-discovery-quorum',
  ],
  check: checkSetup,
  pids: ({ servers }) => servers.map(({ sid }) => sid),
} as const satisfies ProtocolForm<'election'>;
