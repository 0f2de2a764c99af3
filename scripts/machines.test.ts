/** What stands in the set-up of a machine is used by it: a guard that nobody asks protects nothing. */
import { describe, expect, it } from 'vitest';
import { machines } from './all-machines.ts';
import type { AnyStateMachine } from './all-machines.ts';
import { flatten } from '../src/kernel/machine/flatten.ts';
import type { Table } from '../src/kernel/machine/table.ts';
import { allWords } from '../src/page/words/bundles.ts';
import { acceptorMachine } from '../src/protocols/paxos/acceptor-machine.ts';

/** Names of the guards and actions that some row of a table uses. */
function usedBy(table: Table): { readonly guards: Set<string>; readonly actions: Set<string> } {
  const candidates = [...table.rows, ...table.always].flatMap((row) => row ?? []);
  return {
    guards: new Set(candidates.flatMap(({ guardName }) => guardName ?? [])),
    actions: new Set(
      [...table.start, ...candidates.flatMap(({ ops }) => ops)].map(({ name }) => name),
    ),
  };
}

const KINDS = ['guards', 'actions'] as const;
type Kind = (typeof KINDS)[number];

const namedBy = ({ implementations }: AnyStateMachine, kind: Kind) =>
  Object.entries(implementations[kind] as Readonly<Record<string, unknown>>);

/** The functions that some row uses: a set-up may be one for several machines. */
const used = new Set<unknown>(
  machines.flatMap(([, machine]) => {
    const names = usedBy(flatten(machine));
    return KINDS.flatMap((kind) =>
      namedBy(machine, kind).flatMap(([name, rule]) => (names[kind].has(name) ? [rule] : [])),
    );
  }),
);

/** What a machine's set-up names and no row uses. */
const unused = (machine: AnyStateMachine): readonly string[] =>
  KINDS.flatMap((kind) =>
    namedBy(machine, kind)
      .filter(([, rule]) => !used.has(rule))
      .map(([name]) => name),
  );

it('the machines of all protocols are found', () => {
  const files = new Set(machines.map(([name]) => name.replace(/.* in /u, '')));
  expect([...files]).toEqual(
    expect.arrayContaining([
      'clients/client-machine.ts',
      'protocols/counter/model.ts',
      'protocols/paxos/multi/replica-machine.ts',
      'zookeeper/quorum/commit-machine.ts',
      'zookeeper/quorum/handler-machine.ts',
      'zookeeper/quorum/member-machine.ts',
      'zookeeper/quorum/peer-machine.ts',
      'zookeeper/quorum/writer-machine.ts',
      'zookeeper/server/alone-machine.ts',
    ]),
  );
});

describe.each(machines)('%s', (_, machine) => {
  it('uses each guard and action that its set-up names', () => {
    expect(unused(machine)).toEqual([]);
  });
});

/** Played without a page: nobody sees them. */
const UNSEEN: readonly string[] = ['replica', 'schedule'];

it('each event and guard of the machines that a lab draws has a word, in both languages', async () => {
  const missing: string[] = [];
  for (const language of ['en', 'zh-CN'] as const) {
    const { event, guard } = (await allWords(language)).machine as Record<
      'event' | 'guard',
      Readonly<Record<string, string>>
    >;
    for (const [name, machine] of machines) {
      if (UNSEEN.includes(machine.id)) continue;
      const table = flatten(machine);
      missing.push(
        ...table.events.filter((one) => !(one in event)).map((one) => `${name}: ${one}`),
        ...[...usedBy(table).guards]
          .filter((one) => !(one in guard))
          .map((one) => `${name}: ${one}`),
      );
    }
  }
  expect(missing).toEqual([]);
});

it('a guard that no transition asks is noticed', () => {
  const { guards, actions } = acceptorMachine.implementations;
  const planted = acceptorMachine.provide({
    guards: { ...guards, nobodyAsks: () => true },
    actions,
  } as never) as unknown as AnyStateMachine;
  expect(unused(planted)).toEqual(['nobodyAsks']);
});
