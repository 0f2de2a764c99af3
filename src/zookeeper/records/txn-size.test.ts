import { expect, it } from 'vitest';
import { JuteWriter } from '../files/jute-writer.ts';
import { writeTxn } from '../files/txn-codec.ts';
import type { Txn, TxnBody } from './txns.ts';
import { txnSize } from './txn-size.ts';

const world = [{ scheme: 'world', id: 'anyone', perms: 31 }];
const made = { path: '/é', data: 'abc', acl: world, ephemeral: true, parentCVersion: 1, ttl: 5 };
const bodies: readonly TxnBody[] = [
  { type: 'create', ...made },
  { type: 'create2', ...made, data: null },
  { type: 'createContainer', ...made },
  { type: 'createTTL', ...made },
  { type: 'delete', path: '/a' },
  { type: 'deleteContainer', path: '/a' },
  { type: 'setData', path: '/a', data: 'x', version: 1 },
  { type: 'reconfig', path: '/a', data: 'x', version: 1 },
  { type: 'setACL', path: '/a', acl: world, version: 1 },
  { type: 'check', path: '/a', version: 1 },
  { type: 'createSession', timeout: 4000 },
  { type: 'closeSession', paths: ['/a', '/bc'] },
  { type: 'error', code: 'NoNode' },
  {
    type: 'multi',
    txns: [
      { type: 'delete', path: '/a' },
      { type: 'error', code: 'NoNode' },
    ],
  },
];

it.each(bodies)('a transaction has as many bytes as it is written with: $type', (body) => {
  for (const digest of [null, 7]) {
    const txn: Txn = {
      session: '0x1',
      cxid: 1,
      zxid: { epoch: 1, counter: 2 },
      time: 3,
      body,
      digest,
    };
    const writer = new JuteWriter();
    writeTxn(writer, txn);
    expect(txnSize(txn)).toBe(writer.size);
  }
});
