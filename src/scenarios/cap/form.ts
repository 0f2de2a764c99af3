import type { CapStore } from '../../view/cap-setup.ts';
import type { ProtocolForm } from '../form.ts';
import { ensembleInvariants, ensembleRules } from '../zookeeper/form.ts';
import { checkCapSetup, serversOf } from './check.ts';
import { capConditions, capSetup, someCapSetup } from './schema.ts';

const invariants = ['C-Linearizable', 'C-Writes', 'C-Sequential', 'C-Monotonic', 'C-NotLost'];

const rules = [
  'quorums-may-miss',
  'no-write-back',
  'gossip-takes-anything',
  'gossip-once',
  'answer-before-copy',
  'answer-before-disk',
];

const ofStore: Readonly<
  Record<CapStore, { readonly invariants: readonly string[]; readonly rules: readonly string[] }>
> = (() => {
  const [linearizable = '', ...others] = invariants;
  const zookeeper = {
    invariants: [...others, ...ensembleInvariants],
    rules: ensembleRules,
  };
  return {
    zookeeper,
    'zookeeper-read-only': zookeeper,
    quorum: {
      invariants: [linearizable, ...others],
      rules: ['quorums-may-miss', 'no-write-back', 'answer-before-disk'],
    },
    primary: { invariants: others, rules: ['answer-before-copy', 'answer-before-disk'] },
    'last-writer-wins': {
      invariants: ['C-Monotonic'],
      rules: ['gossip-takes-anything', 'gossip-once', 'answer-before-disk'],
    },
  };
})();

export const capForm = {
  model: 'cap',
  setup: capSetup,
  someSetup: someCapSetup,
  conditions: capConditions,
  views: [
    'requests',
    'stores',
    'healed',
    'latency',
    'statement',
    'events',
    'space-time',
    'messages',
  ],
  veiled: ['register', 'outcome'],
  invariants: [...invariants, ...ensembleInvariants],
  rules,
  other: ({ store }) => ofStore[store],
  check: checkCapSetup,
  pids: (setup) => [...serversOf(setup), ...setup.clients.map(({ id }) => id)],
} as const satisfies ProtocolForm<'cap'>;
