/** What is said of a write where nobody asked for it: at the other members of the ensemble. */
import { expect, it } from 'vitest';
import type { Call } from '../../clients/calls.ts';
import { Recorder } from '../../kernel/recorder.ts';
import { stagesOf } from '../../ensemble/project-pipeline.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import { Driver } from './testing/driver.ts';

const A = 101;
const FOLLOWER = 1;

const create: Call = {
  kind: 'request',
  request: { op: 'create', path: '/a', data: 'x', acl: OPEN_ACL, mode: 'EPHEMERAL' },
};

/** Three servers, and a client of the third, which leads. */
function connected(): Driver {
  const driver = new Driver({
    servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
    clients: [{ id: A, program: 'api', servers: [3] }],
    ensemble: {},
  });
  driver.until({ state: { pid: A, is: 'CONNECTED' } });
  driver.settle();
  return driver;
}

it('a follower tells and shows a write as what it is, a refused one too', () => {
  const driver = connected();
  const shown = new Set<string>();
  const all: readonly Call[] = [
    create,
    create,
    { kind: 'request', request: { op: 'setData', path: '/a', data: 'y', version: -1 } },
    {
      kind: 'request',
      request: { op: 'multi', ops: [{ op: 'delete', path: '/a', version: -1 }] },
    },
  ];
  driver.enter(A, JSON.stringify(all));
  const { world } = driver.run;
  const recorder = new Recorder(world.model);
  world.recorder = recorder;
  const end = world.time + 3_000_000;
  while (world.advance(end))
    for (const { jobs } of stagesOf(driver.server(FOLLOWER)))
      for (const { op } of jobs) shown.add(op);
  const told = recorder.records.flatMap(({ facts }) =>
    facts.flatMap(({ rule, pid, data }) =>
      rule === 'txn-applied' && pid === FOLLOWER ? [data['op']] : [],
    ),
  );
  expect(told).toEqual(['create', 'error', 'setData', 'multi']);
  expect([...shown]).toEqual(['create', 'error', 'setData', 'multi']);
});

it('a condition on a stage knows it there', () => {
  const driver = connected();
  driver.make(A, create);
  expect(driver.until({ atStage: { stage: 'sync', op: 'create', server: FOLLOWER } })).toBe(true);
});
