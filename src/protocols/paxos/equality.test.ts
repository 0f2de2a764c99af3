/** The tables run as XState itself does, on events made for where a machine stands, row by row. */
import { describe, expect, it } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { expectSameAsXState, unvisitedRows } from '../../kernel/machine/testing/equality.ts';
import { dispatch, enter } from '../../kernel/machine/execute.ts';
import { flatten } from '../../kernel/machine/flatten.ts';
import type { MachineEvent, Table } from '../../kernel/machine/table.ts';
import { Random } from '../../kernel/random.ts';
import type { PaxosSetup } from '../../view/paxos-setup.ts';
import { acceptorMachine } from './acceptor-machine.ts';
import { adversaryMachine } from './adversary.ts';
import { configOf } from './config.ts';
import { learnerMachine } from './learner-machine.ts';
import { blankDisk, bootMember, edit } from './member.ts';
import type { Member } from './member.ts';
import { processesOf } from './testing/play.ts';
import { proposerMachine } from './proposer-machine.ts';

const setups: readonly Partial<PaxosSetup>[] = [
  { learning: 'L1', retry: { policy: 'exponential', ms: 10 } },
  { learning: 'L2', retry: { policy: 'by-hand' }, timeoutMs: null, refusal: 'silence' },
  { learning: 'L3', retry: { policy: 'leader', leaseMs: 100 } },
  { learning: 'L3', distinguished: [2], retry: { policy: 'immediate' } },
  { retry: { policy: 'fixed', ms: 5 }, broken: ['forget-disk', 'share-ballots'] },
];

const boot = (
  pid: number,
  change: Partial<PaxosSetup>,
  proposers = ['A1 X', 'A2 Y', 'A3 Z'],
): Member =>
  bootMember(configOf({ processes: processesOf(3, proposers), ...change }), pid, blankDisk);

const pick = <T>(random: Random, values: readonly T[]): T =>
  values[random.below(values.length)] as T;

/** An event with everything that any handler reads, about the present ballot or one near it. */
function event(random: Random, type: string, s: Member): MachineEvent {
  const own = s.proposer === null ? 0 : s.proposer.ballot;
  const ballot = own > 0 && random.below(4) > 0 ? own : 1 + random.below(7);
  const value = pick(random, ['X', 'Y']);
  const accBallot = random.below(ballot);
  const message = {
    type,
    ballot,
    value,
    accBallot,
    accValue: accBallot === 0 ? null : value,
    promised: ballot + random.below(2),
    of: 'ACCEPT',
  };
  const acceptor = { promised: ballot, accBallot: ballot, accValue: value };
  const data = {
    acceptor,
    ballot,
    to: 1 + random.below(3),
    ...(random.below(2) === 0 && { value }),
  };
  return {
    type,
    from: 1 + random.below(3),
    message,
    data,
    connection: 0,
    reason: '',
  } as MachineEvent;
}

/** What happens in turn, each made for where the machine then stands. */
function story(table: Table, boot: Member, random: Random, io: object): MachineEvent[] {
  const scope = { s: boot };
  const silent = new Proxy(io, { get: (known, name) => Reflect.get(known, name) ?? (() => 0) });
  const given = (each: MachineEvent): MachineEvent => ({ ...each, io: silent }) as MachineEvent;
  let leaf = enter(table, scope, given({ type: 'START' }));
  return Array.from({ length: 60 }, () => {
    let type = pick(random, table.events);
    // What ends a state comes seldom, or nothing else would.
    if (ENDS.has(type) && random.below(5) > 0) type = pick(random, table.events);
    const next = event(random, type, scope.s);
    const to = dispatch(table, leaf, scope, given(next));
    if (to !== -1) leaf = to;
    return next;
  });
}

const ENDS: ReadonlySet<string> = new Set(['PROPOSE', 'HEARTBEAT', 'NACK', 'BALLOT_TIMEOUT']);

function stories(machine: AnyStateMachine, members: readonly Member[], count: number): string[] {
  const table = flatten(machine);
  const random = new Random(11);
  const visited = new Set<string>();
  for (let i = 0; i < count; i++) {
    const member = members[i % members.length] as Member;
    const io = {
      now: 1000,
      explaining: true,
      random: () => 0.5,
      self: member.pid,
      deliver: () => i % 8 < 6,
      drop: () => i % 8 < 5,
    };
    const options = {
      io,
      start: { from: 0, message: null, data: null },
      pure: false,
      snapshot: ({ config: _config, ...rest }: Member): unknown => rest,
    };
    for (const row of expectSameAsXState(
      machine,
      member,
      story(table, member, random, io),
      options,
    ))
      visited.add(row);
  }
  return unvisitedRows(table, visited);
}

describe('tables', () => {
  const members = setups.flatMap((change) => [1, 2, 3].map((pid) => boot(pid, change)));

  it('the acceptor is its XState machine, row by row', () => {
    expect(stories(acceptorMachine, members, 60)).toEqual([]);
  });

  it('the learner is its XState machine, row by row', () => {
    expect(stories(learnerMachine, members, 60)).toEqual([]);
  });

  it('the proposer is its XState machine, row by row', () => {
    // One without a value of its own has nothing to propose.
    const idle = setups.map((change) => boot(1, change, ['A1', 'A2 Y']));
    const knowing = edit(boot(1, {}));
    knowing.learner = { reports: [], learned: { ballot: 1, value: 'X' } };
    const missed = stories(proposerMachine, [...members, ...idle, knowing], 320);
    // The learner beside it learns: no event of its own does that.
    const elsewhere = ['following', 'active.preparing', 'active.proposing', 'active.backingOff'];
    expect(missed).toEqual(elsewhere.map((path) => `${path} always #0`));
  });

  it('the adversary is its XState machine, row by row', () => {
    const rows = ['A1 proposes', 'A1 → A2 prepare', 'A1 decides', 'A1 → A3 accept'];
    const delivery = 'by-hand' as const;
    const some = [{ rows }, { rows, repeatFrom: 1 }].flatMap((schedule) => [
      boot(4, { delivery, schedule }),
      boot(4, { delivery, schedule, refusal: 'silence' }),
    ]);
    expect(stories(adversaryMachine, some, 20)).toEqual([]);
  });
});
