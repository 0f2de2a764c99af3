import { describe, expect, it } from 'vitest';
import { file, said, scenario } from './testing/said.ts';
import { sim } from './sim-command.ts';
import { guarded, Usage } from './terminal.ts';

describe('what nobody was prepared for', () => {
  it('is one line without a trace, which says whose fault it is and where to report it', () => {
    const { code, out, err } = said(
      (_, terminal) =>
        guarded(terminal, () => {
          throw new TypeError('x is not\na function \u001b]0;y');
        }),
      [],
    );
    expect([code, out]).toEqual([1, []]);
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(
      /^a fault of Zooscope, .*: TypeError: x is not a function \\u001b.*report it/u,
    );
    expect(err[0]).not.toMatch(/\n| at .*:\d/u);
  });

  it('is a sentence that can be read, however long what was given is', () => {
    const { err } = said(sim, [`\u001b]0;${'x'.repeat(100_000)}`]);
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(/^sim: no command '\\u001b\]0;x+ … x+'.*give one of/u);
    expect(err[0]?.length).toBeLessThan(2000);
  });

  it('is told apart from what was given wrongly', () => {
    const { code, err } = said(
      (_, terminal) =>
        guarded(terminal, () => {
          throw new Usage('mine.json: no such file');
        }),
      [],
    );
    expect([code, err]).toEqual([2, ['mine.json: no such file']]);
  });
});

it('a run that never ends is cut, and its document says so', () => {
  const proposers = Array.from({ length: 9 }, (_, i) => ({
    id: i + 1,
    roles: ['proposer', 'acceptor'],
    value: `v${i}`,
  }));
  const duel = file('duel.json', {
    format: 'zooscope-scenario',
    version: 1,
    model: 'paxos',
    seed: 1,
    setup: { processes: proposers, retry: { policy: 'immediate' } },
  });
  const { code, out } = said(sim, ['run', duel, '--until', '1000000000000', '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(out[0] ?? '')).toMatchObject({ cut: true });
  const short = said(sim, ['run', file('short.json', scenario), '--json']);
  expect(JSON.parse(short.out[0] ?? '')).toMatchObject({ cut: false });
});
