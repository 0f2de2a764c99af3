import { StateMachine } from 'xstate';
import type { flatten } from '../src/kernel/machine/flatten.ts';
import { connectionsMachineOf } from '../src/protocols/election/connections-machine.ts';
import { peerParts } from '../src/zookeeper/quorum/place.ts';

export type AnyStateMachine = Parameters<typeof flatten>[0];

const modules = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['../src/{protocols,zookeeper,clients}/**/*.ts', '!**/*.test.ts', '!**/testing/**'],
  { eager: true },
);

/** Every machine that a file of the simulation exports, and the one that is made for its place. */
export const machines: readonly (readonly [name: string, AnyStateMachine])[] = [
  ['connections of a member', connectionsMachineOf(peerParts)],
  ...Object.entries(modules).flatMap(([file, exported]) =>
    Object.entries(exported).flatMap(([name, value]) =>
      value instanceof StateMachine
        ? [[`${name} in ${file.slice('../src/'.length)}`, value as AnyStateMachine] as const]
        : [],
    ),
  ),
];
