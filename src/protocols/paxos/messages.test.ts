import { expect, test } from 'vitest';
import { describer } from './messages.ts';

test('a message has the colour of its ballot’s proposer, a refusal that of the promise which refuses', () => {
  const describe = describer(2);
  const promise = { type: 'PROMISE', ballot: 5, accBallot: 0, accValue: null } as const;
  const refusal = { type: 'NACK', ballot: 5, promised: 6 } as const;
  expect(describe(promise)).toMatchObject({ shape: 'promise', claim: 1, label: '5' });
  expect(describe(refusal)).toMatchObject({ shape: 'refusal', claim: 2, label: '5 < 6' });
});
