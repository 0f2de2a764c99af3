/** What a person's program asks of processes outside ZooKeeper is checked when its file is opened. */
import { describe, expect, it } from 'vitest';
import { OPS_OF, OUTSIDE_OPS, requestWith } from '../../protocols/outside/ask.ts';
import type { OutsideRequest } from '../../protocols/outside/messages.ts';
import { outsideWorld } from '../../ensemble/testing/outside-world.ts';
import type { OutsideSetup } from '../../view/outside.ts';
import type { RecipesSetup } from '../../view/recipes-setup.ts';
import { loadText } from '../load-text.ts';

const outside: readonly OutsideSetup[] = [
  { id: 301, name: 'S', kind: 'storage' },
  { id: 302, name: 'T', kind: 'table' },
  { id: 303, name: 'R1', kind: 'redis' },
];

const problems = (
  call: object,
  { values = {}, given = {} }: { readonly values?: object; readonly given?: object } = {},
): readonly string[] => {
  const setup = {
    servers: [{ sid: 1 }],
    clients: [
      { id: 101, program: 'mine', values: given },
      { id: 102, program: 'provider', name: 'P1', answers: {} },
    ],
    outside,
    programs: { mine: { values, steps: [{ wait: { ms: 1 } }, { call }] } },
  };
  const scenario = { format: 'zooscope-scenario', version: 3, model: 'recipes', seed: 1, setup };
  return (loadText(scenario).problems ?? []).map(({ where, text }) => `${where}: ${text}`);
};

describe('a call', () => {
  it('of what its process understands is in order, whoever names it', () => {
    expect(problems({ to: 'S', op: 'write', args: { value: '$me', token: 3 } })).toEqual([]);
    expect(problems({ to: 'P1', op: 'call' })).toEqual([]);
    expect(problems({ to: '$place', op: 'read' }, { values: { place: 'S' } })).toEqual([]);
    // Nobody is there by this name: it is refused when the program runs.
    expect(problems({ to: 'X', op: 'select', args: { id: '1' } })).toEqual([]);
  });

  it('of what its process does not understand is named, with what it does', () => {
    const text =
      'T does not understand "write"; it understands insert, beat, take-over, select, delete-row. Name one of these, or another process.';
    const where = 'setup.programs.mine.steps[1].call.op';
    const args = { value: 'x' };
    expect(problems({ to: 'T', op: 'write', args })).toEqual([`${where}: ${text}`]);
    const values = { place: 'T' };
    expect(problems({ to: '$place', op: 'write', args }, { values })).toEqual([
      `${where}: ${text}`,
    ]);
    // A client puts another in its place.
    const given = problems(
      { to: '$place', op: 'write', args },
      { values: { place: 'S' }, given: values },
    );
    expect(given).toEqual([`${where}: ${text}`]);
    expect(problems({ to: 'P1', op: 'read' })[0]).toMatch(
      /P1 does not understand "read"; .* call\./u,
    );
  });

  it('of what nobody understands is named wherever it goes', () => {
    expect(problems({ to: '$me', op: 'writes' })[0]).toMatch(
      /^setup\.programs\.mine\.steps\[1\]\.call\.op: No process understands "writes"/u,
    );
  });

  it('with other arguments than it has is told which they are', () => {
    expect(problems({ to: 'S', op: 'write', args: { token: 1 } })).toEqual([
      'setup.programs.mine.steps[1].call.args: The arguments of "write" are { value, token? }; this call has { token }. Give it just these.',
    ]);
    expect(problems({ to: 'R1', op: 'get', args: { key: 'a', nx: true } })).toHaveLength(1);
  });
});

const setups: Readonly<Record<keyof typeof OPS_OF, string>> = {
  storage: 'S',
  table: 'T',
  redis: 'R1',
  provider: 'P1',
};

const ops = Object.keys(OUTSIDE_OPS) as OutsideRequest['op'][];

it.each(Object.entries(setups))('a %s understands just what the loader says', (kind, to) => {
  const all = { id: '1', owner: 'C1', from: 'C2', olderMs: 1, key: 'k', value: 'v', px: 5 };
  const errands = ops.map((op) => ({ to, request: requestWith(op, all) }));
  const { until, printed } = outsideWorld(
    outside,
    [errands],
    [{ id: 151, name: 'P1', program: 'nothing', connects: false, answers: {} }],
  );
  until(5000);
  const answers = printed(101);
  expect(answers).toHaveLength(ops.length);
  const understood = ops.filter((_, index) => !answers[index]?.startsWith('UnknownOp'));
  expect(understood.toSorted()).toEqual([...OPS_OF[kind as keyof typeof OPS_OF]].toSorted());
});

it('the built-in programs call as the loader wants it of everybody', async () => {
  const { builtIn, builtInNames } = await import('../../clients/recipes/built-in.ts');
  const { checkCalls } = await import('./check-calls.ts');
  const programs = Object.fromEntries(
    builtInNames.map((name) => [name, builtIn(name) ?? { steps: [] }]),
  );
  const setup: RecipesSetup = { servers: [{ sid: 1 }], clients: [], outside, programs };
  expect(checkCalls(setup)).toEqual([]);
});
