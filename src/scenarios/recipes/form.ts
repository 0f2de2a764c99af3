import type { ProtocolForm } from '../form.ts';
import { ensembleInvariants, zookeeperForm } from '../zookeeper/form.ts';
import { checkRecipesSetup } from './check.ts';
import { recipesConditions, recipesSetup, someRecipesSetup } from './schema.ts';

const invariants = [
  'R-OneHolder',
  'R-ReadersWriters',
  'R-Permits',
  'R-Turn',
  'R-OneBeliever',
  'R-Fifo',
  'R-OneWoken',
  'R-NoSelfWait',
  'R-OwnKey',
  'R-Fresh',
  'R-LastValue',
  'R-NoLostWakeUp',
  'R-ItemOnce',
  'R-Unique',
  'R-BarrierEnter',
  'R-BarrierLeave',
  'R-Atomic',
  'R-Fenced',
];

const rules = [
  'no-second-look',
  'watch-the-parent',
  'delete-foreign-key',
  'retry-create-blindly',
  'hold-when-disconnected',
  'read-before-sync',
  'watch-as-data',
  'take-without-looking',
  'enter-at-once',
  'leave-at-once',
  'decide-alone',
  'ignore-tokens',
];

const ofEnsemble = {
  invariants: [...invariants, ...ensembleInvariants],
  rules,
};

export const recipesForm = {
  model: 'recipes',
  setup: recipesSetup,
  someSetup: someRecipesSetup,
  conditions: recipesConditions,
  views: ['beliefs', 'releases', 'cost', 'program', 'events', 'space-time', 'messages'],
  veiled: ['believes', 'holds'],
  invariants: [...invariants, ...zookeeperForm.invariants],
  rules,
  other: ({ ensemble }) => (ensemble === undefined ? null : ofEnsemble),
  check: checkRecipesSetup,
  pids: ({ servers, clients, outside = [] }) => [
    ...servers.map(({ sid }) => sid),
    ...clients.map(({ id }) => id),
    ...outside.map(({ id }) => id),
  ],
} as const satisfies ProtocolForm<'recipes'>;
