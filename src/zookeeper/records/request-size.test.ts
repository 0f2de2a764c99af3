import { describe, expect, it } from 'vitest';
import { OPEN_ACL } from '../tree/acl-cache.ts';
import { ZERO } from '../../protocols/election/zxid.ts';
import { requestSize } from './request-size.ts';
import type { MultiOp } from './requests.ts';

describe('the size of a request', () => {
  it('is its frame, header included, without the frame’s own length', () => {
    // type and xid 8; path 4 + 2; data 4 + 3; one ACL of 4 + 4 + (4 + 5) + (4 + 6); flags 4
    const create: MultiOp = {
      op: 'create',
      path: '/a',
      data: 'abc',
      acl: OPEN_ACL,
      mode: 'PERSISTENT',
    };
    expect(requestSize(create)).toBe(8 + 6 + 7 + 27 + 4);
    expect(requestSize({ ...create, mode: 'PERSISTENT_WITH_TTL', ttl: 1 })).toBe(60);
    expect(requestSize({ ...create, data: null, acl: [] })).toBe(8 + 6 + 4 + 4 + 4);
    expect(requestSize({ op: 'multi', ops: [create, create] })).toBe(8 + 2 * (9 + 44) + 9);
    expect(requestSize({ op: 'delete', path: '/中', version: -1 })).toBe(8 + 4 + 4 + 4);
    expect(requestSize({ op: 'getData', path: '/a', watch: true })).toBe(8 + 6 + 1);
    expect(requestSize({ op: 'ping' })).toBe(8);
    expect(requestSize({ op: 'auth', scheme: 'digest', auth: 'a:b' })).toBe(8 + 4 + 10 + 7);
  });

  it('of watches to be set again has two lists more for persistent ones', () => {
    const request = {
      op: 'setWatches',
      relativeZxid: ZERO,
      data: ['/a', '/b'],
      exist: [],
      child: [],
      persistent: [],
      persistentRecursive: [],
    } as const;
    expect(requestSize(request)).toBe(8 + 8 + (4 + 12) + 4 + 4);
    expect(requestSize({ ...request, persistent: ['/a'] })).toBe(8 + 8 + 16 + 8 + (4 + 6) + 4);
  });
});
