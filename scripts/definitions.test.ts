import fc from 'fast-check';
import { createMachine } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { describe, expect, it } from 'vitest';
import { assign, defined, setup } from '../src/kernel/machine/definition.ts';
import { flatten } from '../src/kernel/machine/flatten.ts';
import { machineFrom } from '../src/kernel/machine/testing/random-machine.ts';

type Description = Parameters<typeof defined>[0];
type Implementations = Parameters<typeof defined>[1];

/** The same description, defined without XState. */
const without = (machine: AnyStateMachine): AnyStateMachine =>
  defined(machine.config as unknown as Description, machine.implementations as Implementations);

const modules = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['../src/{protocols,zookeeper,clients}/**/*machine*.ts', '!**/*.test.ts', '!**/testing/**'],
  { eager: true },
);

const isMachine = (value: unknown): value is AnyStateMachine =>
  typeof value === 'object' && value !== null && 'root' in value && 'implementations' in value;

const ours = Object.values(modules).flatMap((exported) =>
  Object.values(exported).filter((value) => isMachine(value)),
);

describe('a machine that is defined without XState', () => {
  it('has the table that it has with it: ours', () => {
    expect(ours.length).toBeGreaterThan(8);
    for (const machine of ours) expect(flatten(without(machine))).toEqual(flatten(machine));
  });

  it('has the table that it has with it: machines at random', () => {
    const genomes = fc.array(fc.nat({ max: 0xffff }), {
      minLength: 60,
      maxLength: 400,
      size: 'max',
    });
    fc.assert(
      fc.property(genomes, (genome) => {
        const machine = machineFrom(genome);
        expect(flatten(without(machine))).toEqual(flatten(machine));
      }),
      { seed: 20_250_731, numRuns: 150 },
    );
  });

  it('finds who is named by an id, below an id, below itself and beside itself', () => {
    const config = {
      id: 'm',
      initial: 'a',
      on: { TOP: '.b', DEEP: '#inner.y' },
      states: {
        a: { on: { BESIDE: 'b', STAY: undefined, ID: '#inner', FULL: '#m.b' } },
        b: {
          id: 'inner',
          initial: 'x',
          on: { DOWN: '.y' },
          states: { x: { always: [{ target: 'y' }] }, y: {} },
        },
      },
    };
    expect(flatten(defined(config, {}))).toEqual(flatten(createMachine(config)));
  });

  it('says which state names one that there is not', () => {
    const config = { id: 'm', initial: 'a', states: { a: { on: { GO: 'nowhere' } } } };
    expect(() => defined(config, {})).toThrow(/State 'm\.a' names no state 'nowhere'/u);
  });

  it('runs what its assigns were made of', () => {
    const rule = (): { s: number } => ({ s: 1 });
    const machine = setup({ actions: { next: assign(rule) } }).createMachine({
      id: 'm',
      initial: 'a',
      states: { a: { entry: 'next' } },
    });
    expect(flatten(machine).start).toMatchObject([{ name: 'next', run: rule }]);
  });
});
