import { expect, it } from 'vitest';
import type { Fact } from '../../../view/fact.ts';
import { beginnings } from './beginnings.ts';

const fact = (data: Fact['data']): Fact => ({
  step: 0,
  time: 0,
  pid: 1,
  rule: 'why-better-vote',
  cause: null,
  data,
});

it('names each zxid that nobody wrote, once; not the empty log, and not what was written', () => {
  const facts = [
    fact({ by: 'zxid', theirZxid: '1·0', ownZxid: '0·0' }),
    fact({ theirZxid: '1·0', ownZxid: '12·0', leader: 5 }),
    fact({ theirZxid: '2·7', ownZxid: '2·10' }),
  ];
  expect(beginnings(facts)).toEqual([
    { zxid: '1·0', epoch: 1 },
    { zxid: '12·0', epoch: 12 },
  ]);
});
