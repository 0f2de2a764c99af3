import { describe, expect, it } from 'vitest';
import { sim } from './sim-command.ts';
import type { Terminal } from './terminal.ts';

function said(...args: string[]): { code: number; out: string[]; err: string[] } {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    print: (stream, text) => (stream === 'out' ? out : err).push(text),
    read: () => new Uint8Array(),
    parts: () => [],
    lines: () => [],
    write: () => undefined,
    writable: () => undefined,
    cpu: () => 0,
  };
  return { code: sim(['times', ...args], terminal), out, err };
}

describe('sim times', () => {
  it('gives a line for each policy, the same for the same seeds', () => {
    const once = said('paxos', '--runs', '20', '--seed', '5');
    expect(once.code).toBe(0);
    expect(once.out).toHaveLength(6);
    expect(once.out.at(-1)).toMatch(/^leader: 20 of 20 decided, median [\d.]+ ms, .* 1 \/ 1 \/ 1$/);
    expect(said('paxos', '--runs', '20', '--seed', '5').out).toEqual(once.out);
  });

  it('gives the same as one document', () => {
    const { out } = said('paxos', '--runs', '5', '--proposers', '3', '--json');
    const { policies } = JSON.parse(out.join('')) as { policies: { runs: number }[] };
    expect(policies.map(({ runs }) => runs)).toEqual([5, 5, 5, 5, 5, 5]);
  });

  it.each([
    [['election'], 'give paxos'],
    [['paxos', '--proposers', '7'], '--proposers 7: give 5 at most'],
    [['paxos', '--runs', '0'], '--runs 0'],
  ])('refuses %j in one line', (args, text) => {
    const { code, out, err } = said(...args);
    expect([code, out]).toEqual([2, []]);
    expect(err.join('\n')).toContain(text);
  });
});
