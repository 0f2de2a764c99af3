/** A replica's table runs as XState itself does, on events made for where it stands, row by row. */
import { expect, it } from 'vitest';
import { dispatch, enter } from '../../../kernel/machine/execute.ts';
import { flatten } from '../../../kernel/machine/flatten.ts';
import type { MachineEvent, Table } from '../../../kernel/machine/table.ts';
import { expectSameAsXState, unvisitedRows } from '../../../kernel/machine/testing/equality.ts';
import { Random } from '../../../kernel/random.ts';
import { replicaMachine } from './replica-machine.ts';
import { Replica } from './replica.ts';
import { blankLog } from './slots.ts';

const boot = (window: number): Replica =>
  new Replica({
    config: {
      acceptors: [1, 2, 3],
      leaders: [1, 2],
      quorum: 2,
      firstSlot: 1,
      window,
      broken: new Set(),
    },
    pid: 1,
    ...blankLog,
    leading: null,
    chosen: [],
    received: 0,
  });

/** An event about the present ballot and an open slot, or one near them. */
function event(random: Random, type: string, s: Replica): MachineEvent {
  const own = s.leading?.ballot ?? 1;
  const ballot = random.below(4) > 0 ? own : 1 + random.below(6);
  const slot = s.leading?.open[0]?.slot ?? 1 + random.below(3);
  const value = ['A', 'B', 'C'][random.below(3)] ?? 'A';
  const votes = type === 'PROMISE' && random.below(2) === 0 ? [] : [{ slot, ballot, value }];
  const message = { type, ballot, from: 1, votes };
  const from = 1 + random.below(3);
  return {
    type,
    from,
    message,
    data: { to: from, answer: message, ballot, value },
  } as unknown as MachineEvent;
}

/** What happens in turn, each made for where the machine then stands. */
function story(table: Table, start: Replica, random: Random): MachineEvent[] {
  const scope = { s: start };
  const io = new Proxy({}, { get: () => () => 0 });
  const given = (each: { readonly type: string }): MachineEvent =>
    ({ ...each, io }) as MachineEvent;
  let leaf = enter(table, scope, given({ type: 'START' }));
  return Array.from({ length: 60 }, () => {
    const type = table.events[random.below(table.events.length)] ?? 'LEAD';
    const next = event(random, type, scope.s);
    const to = dispatch(table, leaf, scope, given(next));
    if (to !== -1) leaf = to;
    return next;
  });
}

it('a replica is its XState machine, row by row', () => {
  const table = flatten(replicaMachine);
  const random = new Random(7);
  const visited = new Set<string>();
  for (let i = 0; i < 120; i++) {
    const start = boot(i % 2 === 0 ? 1 : Infinity);
    const events = story(table, start, random);
    for (const row of expectSameAsXState(replicaMachine, start, events)) visited.add(row);
  }
  expect(unvisitedRows(table, visited)).toEqual([]);
});
