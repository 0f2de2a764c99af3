import type { ProtocolForm } from '../form.ts';
import { checkPaxosSetup } from './check.ts';
import { paxosConditions, paxosSetup, somePaxosSetup } from './schema.ts';

export const paxosForm = {
  model: 'paxos',
  setup: paxosSetup,
  someSetup: somePaxosSetup,
  conditions: paxosConditions,
  views: ['space-time', 'certificate', 'events', 'messages'],
  veiled: ['promised', 'accepted', 'proposes', 'chosen'],
  invariants: [
    'I-Type',
    'I-Keep',
    'I-Mono',
    'I-Truth',
    'I-OneValuePerBallot',
    'I-P2c',
    'I-Safe',
    'I-P2b',
    'I-P2a',
    'I-P2',
    'I-Agreement',
    'I-Validity',
    'I-Learn',
    'I-Stable',
  ],
  rules: [
    'keep-own-value',
    'share-ballots',
    'accept-below-promise',
    'adopt-lowest',
    'forget-disk',
    'forget-ballot',
    'accept-without-promise',
    'half-is-quorum',
    'refuse-equal-accept',
  ],
  check: checkPaxosSetup,
  pids: ({ processes }) => processes.map(({ id }) => id),
} as const satisfies ProtocolForm<'paxos'>;
