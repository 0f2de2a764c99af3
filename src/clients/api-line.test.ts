import { expect, test } from 'vitest';
import { callsOf } from './api-line.ts';

const get = { op: 'getData', path: '/a', watch: true };
const asks = { kind: 'request', request: get };
const create = { op: 'create', path: '/a', data: null, acl: null, mode: 'PERSISTENT' };

test('a line is one call or a list of them', () => {
  expect(callsOf(JSON.stringify(asks))).toEqual([asks]);
  const both = [{ kind: 'connect', servers: [{ host: 'a', port: 1 }] }, { kind: 'close' }];
  expect(callsOf(JSON.stringify(both))).toEqual(both);
  const multi = { kind: 'request', request: { op: 'multi', ops: [create] }, watcher: 'w' };
  expect(callsOf(JSON.stringify(multi))).toEqual([multi]);
});

test.each([
  '',
  '{',
  'null',
  '7',
  '[null]',
  '{"kind":"request"}',
  '{"kind":"request","request":{"op":"getData"}}',
  '{"kind":"request","request":{"op":"setWatches","path":"/a"}}',
  '{"kind":"request","request":{"op":"multi","ops":[{"op":"sync","path":"/"}]}}',
  '{"kind":"request","request":{"op":"getData","path":7,"watch":true}}',
  '{"kind":"connect","timeoutMs":-1}',
  '{"kind":"ask","to":"S","request":{}}',
  JSON.stringify([asks, { kind: 'nonsense' }]),
])('%s asks for nothing', (line) => {
  expect(callsOf(line)).toBeNull();
});
