import { expect, it } from 'vitest';
import { capConfig } from './config.ts';
import { noCapGhost } from './ghost.ts';
import type { CapGhost, CapRequest, WithCap } from './ghost.ts';
import { capInvariants } from './invariants.ts';

const config = capConfig({ store: 'zookeeper-read-only', clients: [], workload: [] });

/** Answered, unless it says otherwise, one after the other. */
const request = (
  at: number,
  kind: 'read' | 'write',
  value: number,
  more: Partial<CapRequest> = {},
): CapRequest => ({
  number: at,
  client: 101,
  key: at,
  planned: null,
  kind,
  value,
  called: { at, step: at },
  returned: { at: at + 1, step: at + 1 },
  outcome: 'ok',
  error: '',
  before: [],
  readOnly: false,
  staleness: null,
  side: 'whole',
  ...more,
});

/** The invariants that break. @param committed values besides 0, in the order in which they took effect */
function broken(requests: readonly CapRequest[], ...committed: readonly number[]): string[] {
  const puts = new Map(noCapGhost.puts);
  for (const value of committed) puts.set(value, { over: 0, step: 0 });
  const cap: CapGhost = { ...noCapGhost, requests, puts };
  const world = { time: 0, step: 0, processes: [], ghost: { cap } };
  const change = { pid: 1, did: [], before: null, after: null, diskBefore: null, diskAfter: null };
  return capInvariants<null, null, WithCap>(config)
    .filter((invariant) => invariant.check(world, change) !== null)
    .map(({ name }) => name);
}

/** 2 was read of a server without a leader, and then 0 of one that has one. */
const back = (readOnly: boolean): readonly CapRequest[] => [
  request(10, 'write', 2, { outcome: 'timeout' }),
  request(20, 'read', 2, { readOnly }),
  request(30, 'read', 0),
];

it('nothing is promised of a read of what was never committed, told by a server without a leader', () => {
  expect(broken(back(true))).toEqual([]);
});

it('a client that sees time go back is found where the value was committed, or a leader was there', () => {
  expect(broken(back(true), 2)).toEqual(['C-Sequential', 'C-Monotonic']);
  expect(broken(back(false))).toEqual(['C-Sequential', 'C-Monotonic']);
});

it('what breaks a promise beside such a read is found', () => {
  const others = [request(40, 'write', 3), request(50, 'read', 3), request(60, 'read', 0)];
  expect(broken([...back(true), ...others], 3)).toEqual(['C-Sequential', 'C-Monotonic']);
});
