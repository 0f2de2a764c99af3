/** What a real server wrote into its log, against the same operations here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zxidHex } from '../view/zxid.ts';
import { isWrite } from './prep/prepare.ts';
import { OneServer } from './testing/one-server.ts';
import type { Caller } from './testing/one-server.ts';
import { recordedResult, requestOf } from './records/recorded.ts';
import type { Listing } from './testing/recorded-files.ts';

const folder = join(import.meta.dirname, '../../fixtures/zookeeper-3.8/files');
const listing = JSON.parse(readFileSync(join(folder, 'listing.json'), 'utf8')) as Listing;
const { records } = listing.files[0];

describe('the operations of a recorded log', () => {
  const server = new OneServer();
  const names = new Map<string, Caller>();
  const results: unknown[] = [];
  const expected: unknown[] = [];
  for (const [name, op, args, result] of listing.operations) {
    server.time = records[server.log.length]?.time ?? 0;
    let caller = names.get(name);
    if (op === 'connect' || caller === undefined) {
      const session = records[server.log.length]?.session ?? '';
      caller = server.connect(names.size + 1, session);
      names.set(name, caller);
      continue;
    }
    const request = requestOf(op, args);
    const { err, body } = server.ask(caller, request);
    expected.push(result);
    results.push(recordedResult(request, err, body, names));
  }

  it('are answered as recorded, stat by stat', () => {
    expect(results).toEqual(expected);
  });

  it('become the recorded transactions, failed ones included', () => {
    const made = server.log.map(({ session, cxid, zxid, time, body }) => [
      session,
      cxid,
      zxidHex(zxid),
      time,
      body.type,
    ]);
    const wanted = records.map(({ session, cxid, zxid, time, typeName }) => [
      session,
      cxid,
      zxid,
      time,
      typeName,
    ]);
    expect(made).toEqual(wanted);
  });

  it('give the tree the recorded digest after each of them', () => {
    for (const [i, { digest, body }] of server.log.entries()) {
      const hex = records[i]?.bodyHex ?? '';
      const recorded = body.type === 'error' ? null : Number.parseInt(hex.slice(-16), 16);
      expect([i, digest]).toEqual([i, recorded]);
    }
    expect(server.tree.digest).toBe(server.log.at(-1)?.digest);
  });

  it('leave a tree whose requests are all settled', () => {
    expect(server.outstanding.records).toEqual([]);
    expect(
      listing.operations.filter(
        ([, op, args]) => op !== 'connect' && !isWrite(requestOf(op, args)),
      ),
    ).toEqual([]);
  });
});
