import { createHash } from 'node:crypto';
import { assert, nat, property, string, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERMS } from '../records/acl.ts';
import type { Acl, Id } from '../records/acl.ts';
import { base64Of } from '../records/base64.ts';
import { textOf, utf8Of } from '../records/utf8.ts';
import { allowed, fixedAcl, maskedAcl } from './check.ts';
import { ipMatches, isIpRange } from './ip.ts';
import { addIds, authenticate, digestId, userOf } from './providers.ts';
import { sha1 } from './sha1.ts';

const acl = (scheme: string, id: string, perms: number = PERMS.ALL): Acl => ({ scheme, id, perms });
const local: Id = { scheme: 'ip', id: '127.0.0.1' };
const alice: Id = { scheme: 'digest', id: 'alice:aYXlLOpEooaV1cRAvUL1fp9Qt7E=' };

describe('SHA-1, Base64 and UTF-8', () => {
  it('SHA-1 and Base64 agree with the platform, at every length around a block', () => {
    for (const length of [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) & 255);
      const mine = sha1(String.fromCharCode(...bytes));
      expect(base64Of(mine)).toBe(createHash('sha1').update(bytes).digest('base64'));
    }
    assert(
      property(uint8Array(), (bytes) => {
        const text = String.fromCharCode(...bytes);
        expect(base64Of(text)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });

  it('UTF-8 agrees with the platform, whatever the text or the bytes', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(utf8Of(text)).toBe(Buffer.from(text, 'utf8').toString('latin1'));
        expect(textOf(utf8Of(text))).toBe(Buffer.from(text, 'utf8').toString('utf8'));
      }),
    );
    expect(textOf('a\xff\xe4\xb8\xad\xe4\xb8')).toBe('a\ufffd中\ufffd\ufffd');
    expect(textOf('\xc0\xaf\xed\xa0\x80')).toBe('\ufffd'.repeat(5));
  });
});

describe('identities', () => {
  it('a digest is user:base64(sha1(user:password))', () => {
    expect(digestId('alice:secret')).toBe('alice:aYXlLOpEooaV1cRAvUL1fp9Qt7E=');
    expect(digestId('a:pw')).toBe('a:TrFYJuj/1igvMZK7MHQbW13B6nQ=');
  });

  it('a wrong password is another identity, an unknown scheme is refused', () => {
    expect(authenticate('digest', 'alice:secret', '127.0.0.1', '')).toEqual([alice]);
    expect(authenticate('digest', 'alice:wrong', '127.0.0.1', '')).not.toEqual([alice]);
    expect(authenticate('kerberos', 'x', '127.0.0.1', '')).toBeNull();
    expect(authenticate('world', 'anyone', '127.0.0.1', '')).toBeNull();
  });

  it('who knows the super digest may do everything', () => {
    const ids = authenticate('digest', 'alice:secret', '127.0.0.1', alice.id) ?? [];
    expect(allowed([acl('ip', '10.0.0.1')], PERMS.DELETE, ids, false)).toBe(true);
  });

  it('an identity is added once, and shown by its user', () => {
    expect(addIds([local, alice], [alice])).toEqual([local, alice]);
    expect([local, alice, { scheme: 'super', id: '' }].map(userOf)).toEqual([
      '127.0.0.1',
      'alice',
      '',
    ]);
  });
});

describe('a permission', () => {
  it('is the union of all entries that fit; none forbids', () => {
    const list = [acl('world', 'anyone', PERMS.READ), acl('digest', alice.id, PERMS.WRITE)];
    expect(allowed(list, PERMS.READ, [local], false)).toBe(true);
    expect(allowed(list, PERMS.WRITE, [local], false)).toBe(false);
    expect(allowed(list, PERMS.WRITE, [local, alice], false)).toBe(true);
    expect(allowed(list, PERMS.ADMIN | PERMS.READ, [local], false)).toBe(true);
    expect(allowed(list, PERMS.ADMIN, [local, alice], false)).toBe(false);
  });

  it('is everybody’s where there is no list, or where lists are skipped', () => {
    expect(allowed([], PERMS.ADMIN, [], false)).toBe(true);
    expect(allowed([acl('ip', '10.0.0.1')], PERMS.ADMIN, [local], true)).toBe(true);
  });

  it('of an address holds for its range', () => {
    expect(ipMatches('10.1.2.3', '10.1.0.0/16')).toBe(true);
    expect(ipMatches('10.2.2.3', '10.1.0.0/16')).toBe(false);
    expect(ipMatches('200.2.2.3', '0.0.0.0/0')).toBe(true);
    expect(ipMatches('127.0.0.1', '127.0.0.1')).toBe(true);
    expect(ipMatches('127.0.0.2', '127.0.0.1/32')).toBe(false);
  });

  it('knows an address range when it sees one', () => {
    for (const good of ['1.2.3.4', '1.2.3.4/0', '1.2.3.4/32']) expect(isIpRange(good)).toBe(true);
    for (const bad of ['', '1.2.3', '1.2.3.256', '1.2.3.4/33', '1.2.3.4/x', '1.2.3.4/', '::1']) {
      expect([bad, isIpRange(bad)]).toEqual([bad, false]);
    }
  });

  it('of a range and an address never throws', () => {
    assert(property(string(), string(), (a, b) => typeof ipMatches(a, b) === 'boolean'));
  });
});

describe('an ACL before it is set', () => {
  it('loses doubles', () => {
    const one = acl('world', 'anyone');
    expect(fixedAcl([one, { ...one }], [])).toEqual([one]);
  });

  it('has `auth` replaced by what the connection has proved, not by its address', () => {
    expect(fixedAcl([acl('auth', 'ignored', PERMS.READ)], [local, alice])).toEqual([
      acl('digest', alice.id, PERMS.READ),
    ]);
    expect(fixedAcl([acl('auth', '')], [local])).toBeNull();
  });

  it('is not valid when empty, of an unknown scheme, or of an id that means nothing there', () => {
    const bad = [
      null,
      [],
      [acl('kerberos', 'x')],
      [acl('world', 'other')],
      [acl('digest', 'alice')],
      [acl('digest', 'a:b:c')],
      [acl('digest', 'alice:')],
      [acl('ip', 'localhost')],
      [acl('super', '')],
      [acl('constructor', 'x')],
    ];
    for (const list of bad) expect([list, fixedAcl(list, [local])]).toEqual([list, null]);
    expect(fixedAcl([acl('digest', ':hash')], [])).toEqual([acl('digest', ':hash')]);
  });

  it('is shown without hashes to who may not change it', () => {
    expect(maskedAcl([acl('digest', alice.id), acl('ip', '127.0.0.1')])).toEqual([
      acl('digest', 'alice:x'),
      acl('ip', '127.0.0.1'),
    ]);
  });

  it('never throws, whatever stands in it', () => {
    assert(
      property(string(), string(), nat(40), (scheme, id, perms) => {
        const fixed = fixedAcl([{ scheme, id, perms }], [local, alice]);
        if (fixed !== null) allowed(fixed, PERMS.READ, [local], false);
      }),
    );
  });
});
