import { describe, expect, test } from 'vitest';
import { shortLine } from './short-line.ts';

const short = (code: string, rest: string): string => {
  const line = shortLine({ label: '', code, rest, note: '', broken: '' }, '/ParentLock');
  return `${line.code} ${line.rest}`.trim();
};

describe('a line of a program in little room', () => {
  test.each([
    ['create', '/ParentLock/$guid-Lock- ephemeral sequential as $own, $token', 'create Lock-'],
    [
      'getChildren',
      '/ParentLock as $queue; pick smallest of $queue as $first; if $own = /ParentLock/$first → held',
      'getChildren pick smallest; if own = first',
    ],
    [
      'wait',
      'watch NodeDeleted or NodeChildrenChanged → look',
      'wait watch NodeDeleted or NodeChildrenChanged',
    ],
    [
      'release',
      'lock; delete $own NoNode → done, ConnectionLoss → unfreed',
      'release lock; delete own',
    ],
  ])('%s %s', (code, rest, said) => {
    expect(short(code, rest)).toBe(said);
  });
});
