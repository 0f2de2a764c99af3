import { describe, expect, it } from 'vitest';
import { sim } from './sim-command.ts';
import { document, said } from './testing/said.ts';

const run = (...args: string[]) => document(said(sim, ['byzantine', ...args, '--json']));

describe('sim byzantine', () => {
  it('gives one JSON document with the fields that others rely on', () => {
    expect(run('--generals', '7', '--traitors', 'C,L6', '--rounds', '2', '--lie', 'split')).toEqual(
      {
        messages: 156,
        decisions: { L1: 'A', L2: 'A', L3: 'A', L4: 'A', L5: 'A' },
        ic1: true,
        ic2: true,
      },
    );
    expect(run('--generals', '3', '--traitors', 'L2', '--rounds', '1')).toEqual({
      messages: 4,
      decisions: { L1: 'R' },
      ic1: true,
      ic2: false,
    });
  });

  it.each([
    ['C', 'L3'],
    ['C', '3'],
    ['0', '3'],
    ['1', '4'],
    ['1', 'L3'],
  ])(
    'knows a general by its name or number: --commander %s --traitors %s',
    (commander, traitor) => {
      const { decisions } = run('--commander', commander, '--traitors', traitor);
      expect(decisions).toEqual({ L1: 'A', L2: 'A' });
    },
  );

  it('lets any general command', () => {
    const { decisions, messages } = run('--commander', '3', '--traitors', '1', '--lie', 'silent');
    expect(decisions).toEqual({ L2: 'A', L3: 'A' });
    expect(messages).toBe(7);
  });

  it('signs', () => {
    const signed = ['--generals', '4', '--traitors', 'C', '--signed', '--lie', 'split'];
    expect(run(...signed)).toMatchObject({ messages: 9, ic1: true });
    expect(run('--generals', '5', '--signed', '--traitors', 'none')).toMatchObject({
      messages: 16,
    });
  });

  it('prints the same for people', () => {
    const { code, out } = said(sim, ['byzantine', '--generals', '3', '--traitors', 'L2']);
    expect(code).toBe(0);
    expect(out).toEqual([
      'OM(1), 3 generals, 1 traitors: 4 messages',
      'L1 R',
      'IC1 holds',
      'IC2 fails',
    ]);
  });

  it.each([
    [['--generals', '2'], '--generals 2'],
    [['--generals', '4', '--rounds', '3'], '--rounds 3'],
    [['--traitors', 'L9'], '--traitors L9'],
    [['--traitors', 'X'], '--traitors X'],
    [['--commander', 'L1'], '--commander'],
    [['--lie', 'loudly'], '--lie loudly'],
    [['--order', 'X'], '--order X'],
    [['more'], "'more' is one argument too many"],
  ])('refuses %j in one line', (args, text) => {
    const { code, err } = said(sim, ['byzantine', ...args]);
    expect(code).toBe(2);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(text);
  });
});
