/** The tables run as XState itself does, on events made for where a machine stands, row by row. */
import { expect, it } from 'vitest';
import { machinePartsAt } from '../../kernel/machine/rules.ts';
import { missedInStories, pick } from '../../kernel/machine/testing/stories.ts';
import type { Make } from '../../kernel/machine/testing/stories.ts';
import type { KernelEvent } from '../../kernel/model.ts';
import type { OutsideSetup } from '../../view/outside.ts';
import { boot } from './outside.ts';
import type { OutsideData, Redis } from './data.ts';
import type { Outside } from './outside.ts';
import type { OutsideRequest } from './messages.ts';
import { providerMachineOf } from './provider-machine.ts';
import { newProvider } from './provider.ts';
import type { Provider } from './provider.ts';
import { redisMachine } from './redis-machine.ts';
import { emptyRedis } from './redis.ts';
import { storageMachine } from './storage-machine.ts';
import { emptyStorage } from './storage.ts';
import { tableMachine } from './table-machine.ts';
import { emptyTable } from './table.ts';

const CLOCK = 1_000_000;

const booted = <D extends OutsideData>(setup: object, data: D): Outside<D> =>
  boot(
    { setup: { id: 301, name: 'X', ...setup } as OutsideSetup, clock: CLOCK },
    { kept: null },
    data,
  );

const asking =
  <S>(requests: readonly OutsideRequest[], more: Make<S> = () => ({})): Make<S> =>
  (random, type, s) => ({
    from: 101 + random.below(2),
    connection: 1 + random.below(3),
    reason: 'reset',
    message: { id: random.below(9), request: pick(random, requests) },
    ...more(random, type, s),
  });

it('a storage', () => {
  const requests: OutsideRequest[] = [
    { op: 'read' },
    { op: 'write', value: 'A', token: 3 },
    { op: 'write', value: 'B', token: 2 },
    { op: 'write', value: 'C', token: null },
    { op: 'call' },
  ];
  const boots = [true, false].map((fencing) =>
    booted({ kind: 'storage', fencing }, emptyStorage(fencing)),
  );
  expect(missedInStories(storageMachine, { boots, count: 8, make: asking(requests) })).toEqual([]);
});

it('a table', () => {
  const requests: OutsideRequest[] = [
    { op: 'select', id: '1' },
    { op: 'insert', id: '1', owner: 'J1' },
    { op: 'beat', id: '1', owner: 'J1' },
    { op: 'beat', id: '1', owner: 'J2' },
    { op: 'take-over', id: '1', owner: 'J2', from: 'J1', olderMs: -1 },
    { op: 'delete-row', id: '1', owner: 'J1' },
    { op: 'call' },
  ];
  const boots = [booted({ kind: 'table' }, emptyTable)];
  expect(missedInStories(tableMachine, { boots, count: 12, make: asking(requests) })).toEqual([]);
});

it('a store of keys', () => {
  const key = 'lock';
  const requests: OutsideRequest[] = [
    { op: 'set', key, value: 'a', nx: true, px: 10 },
    { op: 'set', key, value: 'b', nx: false, px: null },
    { op: 'get', key },
    { op: 'incr', key: 'n' },
    { op: 'del', key },
    { op: 'compare-and-delete', key, value: 'a' },
    { op: 'compare-and-extend', key, value: 'a', px: 10 },
    { op: 'read' },
  ];
  const keys = [{ key, value: 'a', expiresAt: CLOCK + 500 }];
  const boots = [
    booted({ kind: 'redis' }, { ...emptyRedis(undefined), keys }),
    booted({ kind: 'redis', replicaOf: 302 }, emptyRedis(302)),
    booted({ kind: 'redis', replicaOf: 302, failoverMs: 50 }, emptyRedis(302)),
  ];
  const make = asking<Outside<Redis>>(requests, (random, type, s) => {
    const mine = random.below(4) > 0;
    const ofReplica = s.data.replicas[0] ?? 1;
    const connection = s.data.role === 'master' ? ofReplica : s.data.master;
    const change = random.below(2) === 0 ? null : { key, value: 'z', expiresAt: null };
    return {
      ...(mine && { connection }),
      ...(type === 'COPY' && { message: { keys } }),
      ...(type === 'CHANGED' && { message: { key, now: change } }),
    };
  });
  // A replica that is told to be a master is one for good: many must begin.
  expect(missedInStories(redisMachine, { boots, count: 90, make, pure: true })).toEqual([]);
});

it('a provider', () => {
  const machine = providerMachineOf<Provider>(
    machinePartsAt<Provider, Provider, KernelEvent>({ get: (s) => s, set: (_s, part) => part }),
    ({ answered }) => answered === 9,
  );
  const requests: OutsideRequest[] = [{ op: 'call' }, { op: 'call' }, { op: 'read' }];
  const boots = [newProvider('P1'), newProvider('P2', 5)];
  expect(missedInStories(machine, { boots, count: 20, make: asking(requests) })).toEqual([]);
});
