import type { ProtocolForm } from '../form.ts';
import { checkByzantineSetup } from './check.ts';
import { byzantineConditions, byzantineSetup, someByzantineSetup } from './schema.ts';

export const byzantineForm = {
  model: 'byzantine',
  setup: byzantineSetup,
  someSetup: someByzantineSetup,
  conditions: byzantineConditions,
  views: ['tree', 'lies', 'worlds', 'opinions', 'counts', 'space-time', 'events', 'messages'],
  veiled: ['decision', 'verdict', 'loyalty'],
  invariants: ['IC1', 'IC2', 'B-Count', 'B-Unforgeable', 'B-Relayed', 'B-Turn'],
  rules: ['default-for-majority', 'one-round-short', 'believe-unsigned'],
  check: checkByzantineSetup,
  pids: ({ generals }) => Array.from({ length: generals }, (_, index) => index + 1),
} as const satisfies ProtocolForm<'byzantine'>;
