import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPEN_ACL } from '../tree/acl-cache.ts';
import { recordFields } from './record-fields.ts';
import { readTxnLog } from '../testing/read-txn-log.ts';
import { logRecord } from './txn-log.ts';

const file = join(import.meta.dirname, '../../../fixtures/zookeeper-3.8/files/log.1');
const bytes = new Uint8Array(readFileSync(file));

describe('the fields of a record', () => {
  it('cover every byte of every recorded record once, in order', () => {
    for (const { offset, length } of readTxnLog(bytes)) {
      const record = bytes.subarray(offset, offset + 12 + length + 1);
      let at = 0;
      for (const { name, from, to } of recordFields(record)) {
        expect([name, from]).toEqual([name, at]);
        at = to;
      }
      expect(at).toBe(record.length);
    }
  });

  it('have the names and types of zookeeper.jute, and values a person can read', () => {
    const [first] = readTxnLog(bytes);
    const record = bytes.subarray(first?.offset, (first?.offset ?? 0) + 13 + (first?.length ?? 0));
    expect(recordFields(record).map(({ name, type }) => `${name} ${type}`)).toEqual([
      'checksum long',
      'length int',
      'clientId session',
      'cxid int',
      'zxid zxid',
      'time long',
      'type int',
      'timeOut int',
      'digestVersion int',
      'treeDigest long',
      'mark byte',
    ]);
    expect(recordFields(record).find(({ name }) => name === 'type')?.value).toBe(
      '-10 createSession',
    );
    expect(recordFields(record).at(-1)?.value).toBe('0x42');
  });

  it('name the parts of a multi and the entries of an ACL', () => {
    const create = {
      type: 'create',
      path: '/a',
      data: null,
      acl: OPEN_ACL,
      ephemeral: false,
      parentCVersion: 1,
      ttl: 0,
    } as const;
    const multi = { type: 'multi', txns: [create, { type: 'error', code: 'NoNode' }] } as const;
    const zxid = { epoch: 1, counter: 5 };
    const head = { session: '0x1', cxid: 1, zxid, time: 1, digest: null };
    const fields = recordFields(logRecord({ ...head, body: multi }));
    const value = (name: string) => fields.find((field) => field.name === name)?.value;
    expect(value('zxid')).toBe('0x100000005');
    expect(value('txns')).toBe('2');
    expect(value('txns[0].path')).toBe('/a');
    expect(value('txns[0].data')).toBe('null');
    expect(value('txns[0].acl[0].scheme')).toBe('world');
    expect(value('txns[1].err')).toBe('-101 NoNode');
  });
});
