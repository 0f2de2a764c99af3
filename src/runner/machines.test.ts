/** What stands in the set-up of a machine is used by it: a guard that nobody asks protects nothing. */
import { describe, expect, it } from 'vitest';
import { clientMachine } from '../clients/client-machine.ts';
import { flatten } from '../kernel/machine/flatten.ts';
import type { Table } from '../kernel/machine/table.ts';
import { callerMachine, serverMachine as counterMachine } from '../protocols/counter/model.ts';
import { connectionsMachine } from '../protocols/election/connections-machine.ts';
import { peerMachine } from '../protocols/election/peer.ts';
import { acceptorMachine } from '../protocols/paxos/acceptor-machine.ts';
import { adversaryMachine } from '../protocols/paxos/adversary.ts';
import { learnerMachine } from '../protocols/paxos/learner-machine.ts';
import { replicaMachine } from '../protocols/paxos/multi/replica-machine.ts';
import { proposerMachine } from '../protocols/paxos/proposer-machine.ts';
import { finalMachine, prepMachine, syncMachine } from '../zookeeper/server/pipeline-machines.ts';
import { serverMachine } from '../zookeeper/server/server-machine.ts';

type AnyStateMachine = Parameters<typeof flatten>[0];

const machines: Readonly<Record<string, AnyStateMachine>> = {
  client: clientMachine,
  caller: callerMachine,
  counter: counterMachine,
  connections: connectionsMachine,
  peer: peerMachine,
  acceptor: acceptorMachine,
  adversary: adversaryMachine,
  learner: learnerMachine,
  replica: replicaMachine,
  proposer: proposerMachine,
  prep: prepMachine,
  sync: syncMachine,
  final: finalMachine,
  server: serverMachine,
};

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

/** What a machine's set-up names and no row uses. */
function unused(machine: AnyStateMachine): readonly string[] {
  const { guards, actions } = usedBy(flatten(machine));
  const named = machine.implementations as Readonly<Record<'guards' | 'actions', object>>;
  return [
    ...Object.keys(named.guards).filter((name) => !guards.has(name)),
    ...Object.keys(named.actions).filter((name) => !actions.has(name)),
  ];
}

describe.each(Object.entries(machines))('the machine of a %s', (_, machine) => {
  it('uses each guard and action that its set-up names', () => {
    expect(unused(machine)).toEqual([]);
  });
});

it('a guard that no transition asks is noticed', () => {
  const { guards, actions } = acceptorMachine.implementations;
  const planted = acceptorMachine.provide({
    guards: { ...guards, nobodyAsks: () => true },
    actions,
  } as never) as unknown as AnyStateMachine;
  expect(unused(planted)).toEqual(['nobodyAsks']);
});
