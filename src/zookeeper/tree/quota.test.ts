import { describe, expect, it } from 'vitest';
import type { Code } from '../records/codes.ts';
import { OneServer } from '../testing/one-server.ts';
import { OPEN_ACL } from './acl-cache.ts';
import { nodeAt } from './data-tree.ts';
import { noLimits, readTrack, trackText } from './quota.ts';
import type { StatsTrack } from './quota.ts';

function setUp(enforceQuota: boolean): {
  server: OneServer;
  create: (path: string, data?: string) => Code;
  limit: (path: string, limits: Partial<StatsTrack>) => void;
  state: (path: string) => string | null | undefined;
} {
  const server = new OneServer({ enforceQuota });
  const a = server.connect(1, '0x1');
  const create = (path: string, data = ''): Code =>
    server.write(a, { op: 'create', path, data, acl: OPEN_ACL, mode: 'PERSISTENT' }).err;
  return {
    server,
    create,
    limit: (path, limits) => {
      create(`/zookeeper/quota${path}`);
      const text = trackText({ ...noLimits, ...limits }, true);
      create(`/zookeeper/quota${path}/zookeeper_limits`, text);
      create(`/zookeeper/quota${path}/zookeeper_stats`, trackText(noLimits, false));
    },
    state: (path) => nodeAt(server.tree, `/zookeeper/quota${path}/zookeeper_stats`)?.data,
  };
}

describe('the text of a quota', () => {
  it('puts hard limits behind an odd sign that old parsers stop at', () => {
    const text = trackText({ ...noLimits, count: 3 }, true);
    expect(text).toBe('count=3,bytes=-1=;byteHardLimit=-1;countHardLimit=-1');
    expect(readTrack(text)).toEqual({ ...noLimits, count: 3 });
    expect(trackText({ ...noLimits, count: 5, bytes: 8 }, false)).toBe('count=5,bytes=8');
  });

  it('reads what is not there as no limit', () => {
    for (const text of [null, '', 'rubbish', 'count=,bytes=x']) {
      expect(readTrack(text)).toEqual(noLimits);
    }
  });
});

describe('the statistics of a quota', () => {
  it('count the node itself and the bytes below it, from its making on', () => {
    const { server, create, limit, state } = setUp(false);
    create('/q', 'four');
    create('/q/a', 'xx');
    limit('/q', { count: 10 });
    expect(state('/q')).toBe('count=2,bytes=6');
    create('/q/b', 'y');
    const writer = { connection: 1, session: '0x1' };
    server.write(writer, { op: 'setData', path: '/q/a', data: null, version: -1 });
    expect(state('/q')).toBe('count=3,bytes=5');
    server.write(writer, { op: 'delete', path: '/q/b', version: -1 });
    expect(state('/q')).toBe('count=2,bytes=4');
  });

  it('change neither version nor zxid nor digest of their node', () => {
    const { server, create, limit } = setUp(false);
    create('/q');
    limit('/q', { count: 10 });
    const path = '/zookeeper/quota/q/zookeeper_stats';
    const before = nodeAt(server.tree, path);
    create('/q/a');
    const after = nodeAt(server.tree, path);
    expect(after).toEqual({ ...before, data: 'count=2,bytes=0' });
  });

  it('are kept for the nearest quota above, and no longer once its limits are gone', () => {
    const { server, create, limit, state } = setUp(false);
    create('/q');
    create('/qq');
    limit('/q', { count: 10 });
    create('/qq/a');
    expect(state('/q')).toBe('count=1,bytes=0');
    const path = '/zookeeper/quota/q/zookeeper_limits';
    server.write({ connection: 1, session: '0x1' }, { op: 'delete', path, version: -1 });
    create('/q/a');
    expect(state('/q')).toBe('count=1,bytes=0');
    expect(server.tree.quotas).toBeNull();
  });
});

describe('a limit', () => {
  it('that is soft refuses nothing', () => {
    const { create, limit } = setUp(true);
    create('/q');
    limit('/q', { count: 1, bytes: 0 });
    expect(create('/q/a', 'data')).toBe('OK');
  });

  it('that is hard refuses only where quotas are enforced', () => {
    for (const [enforced, code] of [
      [false, 'OK'],
      [true, 'QuotaExceeded'],
    ] as const) {
      const { create, limit } = setUp(enforced);
      create('/q');
      limit('/q', { countHardLimit: 2 });
      expect(create('/q/a')).toBe('OK');
      expect(create('/q/b')).toBe(code);
    }
  });

  it('of bytes looks at the difference, before the version', () => {
    const { server, create, limit } = setUp(true);
    create('/q', '12345');
    limit('/q', { byteHardLimit: 6 });
    const write = (data: string, version: number): Code =>
      server.write({ connection: 1, session: '0x1' }, { op: 'setData', path: '/q', data, version })
        .err;
    expect(write('1234567', 9)).toBe('QuotaExceeded');
    expect(write('123456', 9)).toBe('BadVersion');
    expect(write('123456', 0)).toBe('OK');
    expect(write('1', 1)).toBe('OK');
  });

  it('does not see what is still on its way', () => {
    const { server, create, limit } = setUp(true);
    create('/q');
    limit('/q', { countHardLimit: 2 });
    const writer = { connection: 1, session: '0x1' };
    for (const path of ['/q/a', '/q/b', '/q/c']) {
      const { body } = server.submit(writer, {
        op: 'create',
        path,
        data: '',
        acl: OPEN_ACL,
        mode: 'PERSISTENT',
      });
      expect(body.type).toBe('create');
    }
  });
});
