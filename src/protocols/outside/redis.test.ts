/** What a command does to the keys, as a function of the clock. */
import { describe, expect, it } from 'vitest';
import type { RedisKey } from '../../view/outside.ts';
import type { RedisRequest } from './messages.ts';
import { execute, expiredBy, withKey } from './redis.ts';

const set = (value: string, change: { nx?: boolean; px?: number | null } = {}): RedisRequest => ({
  op: 'set',
  key: 'lock',
  value,
  nx: true,
  px: 10_000,
  ...change,
});

/** Gives one command after the other, each at its time; prints what came of each. */
function play(...commands: readonly (readonly [atMs: number, RedisRequest])[]): string[] {
  let keys: readonly RedisKey[] = [];
  return commands.map(([at, command]) => {
    const { reply, changed } = execute(keys, command, at);
    if (changed !== undefined) keys = withKey(keys, changed.key, changed.now);
    return `${reply.err} ${reply.value}`;
  });
}

const key = 'lock';

describe('SET NX PX', () => {
  it('sets a key that is not there, once', () => {
    expect(play([0, set('a')], [1, set('b')], [2, { op: 'get', key }])).toEqual([
      'OK null',
      'NotSet null',
      'OK a',
    ]);
  });

  it('sets it again at the very ms at which its time is over', () => {
    expect(play([0, set('a')], [9_999, set('b')], [10_000, set('b')])).toEqual([
      'OK null',
      'NotSet null',
      'OK null',
    ]);
  });

  it('without NX it overwrites, without PX it never expires', () => {
    const never = set('b', { nx: false, px: null });
    expect(play([0, set('a')], [1, never], [1e9, { op: 'get', key }]).at(-1)).toBe('OK b');
  });
});

describe('to let go', () => {
  it('compare-and-delete leaves another’s key alone', () => {
    const mine = { op: 'compare-and-delete', key, value: 'a' } as const;
    expect(
      play([0, set('a')], [10_000, set('b')], [10_001, mine], [10_002, { op: 'get', key }]),
    ).toEqual(['OK null', 'OK null', 'NotSet null', 'OK b']);
    expect(play([0, set('a')], [1, mine], [2, { op: 'get', key }])).toEqual([
      'OK null',
      'OK 1',
      'OK null',
    ]);
  });

  it('a plain DEL takes whatever stands there', () => {
    expect(
      play([0, set('a')], [10_000, set('b')], [10_001, { op: 'del', key }], [10_002, set('c')]),
    ).toEqual(['OK null', 'OK null', 'OK 1', 'OK null']);
    expect(play([0, { op: 'del', key }])).toEqual(['OK 0']);
  });
});

it('a renewal moves the end, if the key is still one’s own', () => {
  const renew = (value: string): RedisRequest => ({
    op: 'compare-and-extend',
    key,
    value,
    px: 10_000,
  });
  expect(play([0, set('a')], [9_000, renew('a')], [10_001, set('b')])).toEqual([
    'OK null',
    'OK 1',
    'NotSet null',
  ]);
  expect(play([0, set('a')], [10_000, renew('a')], [10_001, set('b')])).toEqual([
    'OK null',
    'NotSet null',
    'OK null',
  ]);
});

it('INCR gives tokens that only grow', () => {
  const incr = { op: 'incr', key: 'token' } as const;
  expect(play([0, incr], [1, incr], [1e9, incr])).toEqual(['OK 1', 'OK 2', 'OK 3']);
});

it('tells which keys are over', () => {
  const keys = [
    { key: 'a', value: '', expiresAt: 5 },
    { key: 'b', value: '', expiresAt: 6 },
    { key: 'c', value: '', expiresAt: null },
  ];
  expect(expiredBy(keys, 5).map((each) => each.key)).toEqual(['a']);
});
