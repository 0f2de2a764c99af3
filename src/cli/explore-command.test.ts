import { describe, expect, it } from 'vitest';
import { Run } from '../runner/run.ts';
import { load } from '../scenarios/load.ts';
import { protocols } from '../scenarios/protocols.ts';
import type { Scenario } from '../view/scenario.ts';
import { exploreCommand } from './explore-command.ts';
import { guarded } from './terminal.ts';
import type { Terminal } from './terminal.ts';

function typed(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const written: string[] = [];
  let seconds = 0;
  const terminal: Terminal = {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    print: (stream, text) => (stream === 'out' ? out : err).push(text),
    read: () => new Uint8Array(),
    parts: () => [],
    lines: () => [],
    write: (_, text) => written.push(text),
    writable: () => {},
    cpu: () => seconds++,
  };
  const code = guarded(terminal, () => exploreCommand(args, terminal));
  return { code, out, err, written };
}

describe('sim explore', () => {
  it('counts the states of Paxos as one JSON document', () => {
    const { code, out } = typed('paxos', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out.join(''))).toEqual({
      states: expect.any(Number),
      distinct: 3921,
      depth: 16,
      complete: true,
      everChosen: true,
      statesPerSecond: 3921,
    });
  });

  it('takes bounds', () => {
    expect(typed('paxos', '--ballots', '1', '--re-promise').out[0]).toMatch(/^225 distinct/);
    expect(typed('paxos', '--servers', '4').out).toContain('complete: no violation');
    const shallow = JSON.parse(typed('paxos', '--depth', '3', '--json').out[0] ?? '');
    expect(shallow).toMatchObject({ depth: 3, complete: false });
  });

  it('prints the shortest violation when a rule is off, and succeeds', () => {
    const { code, out } = typed('paxos', '--break', 'keep-own-value');
    expect(code).toBe(0);
    expect(out[1]).toBe('violation of I-Agreement after 12 events:');
    expect(out).toHaveLength(14);
    const { violation } = JSON.parse(
      typed('paxos', '--break', 'adopt-lowest', '--json').out[0] ?? '',
    );
    expect(violation.path).toHaveLength(17);
    expect(violation.path[0]).toMatchObject({ action: 'prepare', text: 'P1 sends Prepare(1)' });
  });

  it('says that nothing is ever chosen when equality is refused', () => {
    const { code, out } = typed('paxos', '--break', 'refuse-equal-accept');
    expect(code).toBe(0);
    expect(out).toContain('liveness: no value is chosen in any of them');
  });

  it('fails when the violation is out of its bounds', () => {
    expect(typed('paxos', '--break', 'adopt-lowest', '--ballots', '2').code).toBe(1);
    expect(typed('paxos', '--break', 'half-is-quorum', '--servers', '3').code).toBe(1);
  });

  it.each([
    [[], 'no model'],
    [['election'], "'election' cannot be explored"],
    [['zab', 'paxos'], 'one argument too many'],
    [['zab', '--break', 'gravity'], 'no such rule'],
    [['zab', '--servers', '9'], '5 at most'],
    [['zab', '--behind', '--servers', '1'], 'none can be behind'],
    [['zab', '--ballots', '1'], 'ballots'],
    [['paxos', '--break', 'gravity'], 'no such rule'],
    [['paxos', '--ballots', 'many'], 'give a whole number'],
    [['paxos', '--ballots', '16'], 'at most 30'],
    [['paxos', '--servers', '10'], '9 at most'],
    [['paxos', '--values', '9'], 'at most 6'],
    [['paxos', '--crashes', '1'], 'crashes'],
  ])('refuses %j in one line', (args, words) => {
    const { code, out, err } = typed(...args);
    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(err.join('\n')).toContain(words);
    expect(err).toHaveLength(1);
  });

  it('looks through an ensemble, and writes the way to a violation as a file', () => {
    const whole = JSON.parse(typed('zab', '--crashes', '0', '--json').out[0] ?? '');
    expect(whole).toMatchObject({ depth: 7, complete: true, flawed: 0, distinct: 28 });
    expect(whole.configuration).toMatchObject({ servers: 3, writes: 1, crashes: 0, delays: null });
    const { code, out } = typed('zab', '--break', 'ack-before-sync', '--save', 'way.json');
    expect(code).toBe(0);
    expect(out[2]).toMatch(/^violation of Z-Commit after 3 moves/);
    expect(typed('zab', '--walks', '5', '--depth', '20').out).toContain(
      'no violation as far as this; not complete',
    );
    expect(typed('zab', '--break', 'keep-epoch', '--crashes', '0').code).toBe(1);
  });

  it.each([['3'], ['5']])(
    'writes a way as long as may be asked for, among %s servers, as a file that is taken and breaks the same',
    (servers) => {
      const largest = ['--writes', '20', '--crashes', '20', '--leaves', '20', '--behind'];
      const { code, out, written } = typed(
        ...['zab', '--break', 'forget-outstanding-proposals', '--servers', servers, ...largest],
        ...['--delays', '100000000', '--walks', '200', '--depth', '100000000'],
        ...['--save', 'way.json', '--json'],
      );
      expect(code).toBe(0);
      const { violation } = JSON.parse(out.join(''));
      const { scenario, problems } = load(JSON.parse(written.join('')));
      expect(problems).toBeUndefined();
      const run = new Run(protocols.zookeeper, scenario as Scenario<'zookeeper'>, false);
      const end = 1 + Math.max(...run.interventions().map(({ step }) => step));
      while (run.world.violations.length === 0 && run.position < end + 1000 && run.step());
      expect(run.world.violations[0]).toMatchObject({
        invariant: violation.invariant,
        text: violation.text,
      });
    },
  );
});
