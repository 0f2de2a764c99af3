import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copied, grown, hashOrder, javaHash } from './java-hash.ts';
import { CONTAINER_OWNER, MAX_TTL, ownerKind, ttlOf, ttlOwner } from './owner.ts';
import { namesOf, pathProblem } from './paths.ts';
import { keeperMessage } from './texts.ts';

describe('a path', () => {
  it.each([
    ['', 'Path length must be > 0'],
    ['a', 'Path must start with / character'],
    ['/a/', 'Path must not end with / character'],
    ['//', 'Path must not end with / character'],
    ['/a//b', 'Invalid path string "/a//b" caused by empty node name specified @3'],
    ['//a', 'Invalid path string "//a" caused by empty node name specified @1'],
    ['/a/./b', 'Invalid path string "/a/./b" caused by relative paths not allowed @3'],
    ['/a/../b', 'Invalid path string "/a/../b" caused by relative paths not allowed @4'],
    ['/..', 'Invalid path string "/.." caused by relative paths not allowed @2'],
    ['/a/.', 'Invalid path string "/a/." caused by relative paths not allowed @3'],
    ['/a\0b', 'Invalid path string "/a\0b" caused by null character not allowed @2'],
    ['/a\u0001', 'Invalid path string "/a\u0001" caused by invalid character @2'],
    ['/a\u007f', 'Invalid path string "/a\u007f" caused by invalid character @2'],
    ['/\ud83d\ude00', 'Invalid path string "/\ud83d\ude00" caused by invalid character @1'],
    ['/\uf8ff', 'Invalid path string "/\uf8ff" caused by invalid character @1'],
    ['/\ufff0', 'Invalid path string "/\ufff0" caused by invalid character @1'],
  ])('%j is refused: %s', (path, message) => {
    expect(pathProblem(path)).toBe(message);
  });

  it.each(['/', '/a', '/a/b', '/...', '/a b', '/中文/é', '/a..', '/..a', '/.a', '/a.'])(
    '%j is legal',
    (path) => {
      expect(pathProblem(path)).toBeNull();
    },
  );

  it('may end with a slash when a number follows', () => {
    expect(pathProblem('/a/', true)).toBeNull();
    expect(pathProblem('/', true)).toBeNull();
    expect(pathProblem('/a//', true)).toBe(
      'Invalid path string "/a//1" caused by empty node name specified @3',
    );
  });

  it('is judged whatever it is, and has a name for each slash', () => {
    assert(
      property(string({ unit: 'binary' }), (path) => {
        if (pathProblem(path) !== null || path === '/') return;
        expect(`/${namesOf(path).join('/')}`).toBe(path);
      }),
    );
  });
});

describe('error texts', () => {
  it('are those of the Java client', () => {
    expect(keeperMessage('NoNode', '/a')).toBe('KeeperErrorCode = NoNode for /a');
    expect(keeperMessage('NotEmpty', '/a')).toBe('KeeperErrorCode = Directory not empty for /a');
    expect(keeperMessage('SessionExpired')).toBe('KeeperErrorCode = Session expired');
  });
});

describe('the mark of an owner', () => {
  it('tells containers, times to live and sessions apart', () => {
    expect(ownerKind('0x0')).toBe('none');
    expect(ownerKind(CONTAINER_OWNER)).toBe('container');
    expect(ownerKind('0x1000070e5210000')).toBe('session');
    expect(ownerKind(ttlOwner(5000))).toBe('ttl');
    expect(ttlOf(ttlOwner(MAX_TTL))).toBe(MAX_TTL);
    expect(ttlOwner(1)).toBe('0xff00000000000001');
    expect(ttlOf(CONTAINER_OWNER)).toBe(0);
  });
});

describe('Java’s order of a set', () => {
  it('hashes as String.hashCode does', () => {
    expect(javaHash('hello')).toBe(99_162_322);
    expect(javaHash('/app/n-0000000001')).toBe(javaHash('/app/n-0000000001'));
    expect(javaHash('polygenelubricants')).toBe(-2_147_483_648);
  });

  it('grows a table before three quarters of it are passed', () => {
    expect([grown(16, 12), grown(16, 13), grown(8, 7)]).toEqual([16, 32, 16]);
    expect([copied(0), copied(2), copied(3), copied(12), copied(13)]).toEqual([1, 4, 8, 32, 32]);
  });

  it('walks the buckets, and each bucket in order of coming', () => {
    const self = (name: string): string => name;
    expect(hashOrder(['keep', 'm', 'app', 'box', 'zookeeper', 'nul'], 8, self)).toEqual([
      'app',
      'box',
      'zookeeper',
      'nul',
      'm',
      'keep',
    ]);
  });
});
