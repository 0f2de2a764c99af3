import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { world } from '../../../stage/zookeeper/fixtures.ts';
import { allWords } from '../../words/bundles.ts';
import { zookeeperUntil } from './until.ts';

const t = createTranslator({
  locale: 'en',
  messages: await allWords('en'),
  namespace: 'zookeeper.until',
});
const kinds = zookeeperUntil(world({ clients: ['α CONNECTED 30/30', 'β CONNECTING'] }), 1, t);
const build = (id: string, values: Readonly<Record<string, string>>): unknown =>
  kinds.find((kind) => kind.id === id)?.build(values);

it('builds a condition from each kind of question', () => {
  expect(build('atStage', { stage: 'flush', op: '' })).toEqual({ atStage: { stage: 'flush' } });
  expect(build('atStage', { stage: 'final', op: 'create' })).toEqual({
    atStage: { stage: 'final', op: 'create' },
  });
  expect(build('session', { pid: '102', is: 'over' })).toEqual({
    session: { pid: 102, is: 'over' },
  });
  expect(build('watchesFired', { pid: '101', count: '2' })).toEqual({
    watchesFired: { pid: 101, atLeast: 2 },
  });
  expect(build('node', { path: '/app/x', exists: 'no' })).toEqual({
    node: { path: '/app/x', exists: false },
  });
  expect(build('nodeData', { path: '/app/x', data: 'v2' })).toEqual({
    nodeData: { path: '/app/x', is: 'v2' },
  });
  expect(build('zxid', { zxid: '0x12' })).toEqual({ zxid: { pid: 1, atLeast: '0·18' } });
  expect(build('serving', {})).toEqual({ serving: 1 });
});

it('names the field that is wrong', () => {
  expect(build('node', { path: 'app', exists: 'yes' })).toMatchObject({ wrong: 'path' });
  expect(build('watchesFired', { pid: '101', count: '0' })).toMatchObject({ wrong: 'count' });
  expect(build('zxid', { zxid: 'seven' })).toMatchObject({ wrong: 'zxid' });
});

it('offers nothing that asks for a client where there is none', () => {
  expect(zookeeperUntil(world({ clients: [] }), 1, t).map(({ id }) => id)).toEqual([
    'atStage',
    'node',
    'nodeData',
    'zxid',
    'serving',
    'quiet',
  ]);
});
