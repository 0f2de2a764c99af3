import type { ProtocolForm } from '../form.ts';
import { checkCounterSetup } from './check.ts';
import { counterConditions, counterSetup, someCounterSetup } from './schema.ts';

export const counterForm = {
  model: 'counter',
  setup: counterSetup,
  someSetup: someCounterSetup,
  conditions: counterConditions,
  invariants: ['C-Success', 'C-Failure', 'C-Sum', 'C-Once'],
  rules: ['answer-before-disk', 'forget-call-ids'],
  check: checkCounterSetup,
  pids: ({ server, clients }) => [...clients, server].map(({ id }) => id),
} as const satisfies ProtocolForm<'counter'>;
