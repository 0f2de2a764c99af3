/** A row of a table that says who is master (specification R-4d): what it gives, and what it does not. */
import { describe, expect, it } from 'vitest';
import type { OutsideSetup } from '../../view/outside.ts';
import type { InitialValue } from '../../view/recipe-program.ts';
import { RecipeLab } from './testing/lab.ts';

const S = 1000;
const BEGIN = 5 * S;
const table: OutsideSetup = { id: 301, name: 'T', kind: 'table' };
const storage = (fencing: boolean): OutsideSetup => ({
  id: 302,
  name: 'S',
  kind: 'storage',
  fencing,
});

/** J1 comes a little before J2 and J3. */
const jobs = (
  program: string,
  values: Readonly<Record<string, InitialValue>> = {},
  outside: readonly OutsideSetup[] = [table],
): RecipeLab =>
  new RecipeLab({
    servers: [{ sid: 1 }],
    clients: [1, 2, 3].map((number) => ({
      id: 100 + number,
      name: `J${number}`,
      program,
      values,
      startMs: BEGIN + number,
    })),
    outside,
  });

describe('without a sign in the row', () => {
  it('one of three inserts it, the others are told that it is there', () => {
    const lab = jobs('row-master').until(BEGIN + 100);
    expect(lab.believers('master')).toEqual(['J1']);
    expect(lab.holders('master')).toEqual(['J1']);
    expect(lab.outside('T', 'table')).toMatchObject({ rows: [{ owner: 'J1' }], vain: 2 });
  });

  it('a master that dies leaves its row, and there is no master for ever', () => {
    const lab = jobs('row-master').at(BEGIN + 500, { kind: 'kill', pid: 101 });
    for (const minutes of [1, 10, 60]) {
      lab.until(BEGIN + minutes * 60 * S);
      expect(lab.believers('master')).toEqual([]);
      expect(lab.outside('T', 'table').rows).toMatchObject([{ owner: 'J1', term: 1 }]);
    }
  });

  it('each standby asks once a second meanwhile: 2·T/p messages', () => {
    const lab = jobs('row-master').at(BEGIN + 500, { kind: 'kill', pid: 101 });
    const before = lab.until(BEGIN + 10_500).client(102).asked;
    const after = lab.until(BEGIN + 70_500).client(102).asked;
    // A period is the second that it waits and the way there and back, with the answer.
    expect(after - before).toBeGreaterThanOrEqual(2 * 59);
    expect(after - before).toBeLessThanOrEqual(2 * 60);
  });

  it('a master that ends in order takes its row away, and the next one follows within a second', () => {
    const go = { kind: 'input', pid: 101, name: 'LINE', data: { text: 'go' } } as const;
    const lab = jobs('row-master').at(BEGIN + 3 * S, go);
    lab.until(BEGIN + 4.1 * S);
    expect(lab.believers('master')).toHaveLength(1);
    expect(lab.believers('master')).not.toContain('J1');
  });
});

describe('with a sign in the row every 2 s, too old after 6', () => {
  it('its master stays as long as it gives signs', () => {
    const lab = jobs('row-lease').until(BEGIN + 60 * S);
    expect(lab.believers('master')).toEqual(['J1']);
    expect(lab.broken).toEqual([]);
  });

  it('a standby takes over from a dead master, in one statement, and only one does', () => {
    const lab = jobs('row-lease').at(BEGIN + 10 * S, { kind: 'kill', pid: 101 });
    lab.until(BEGIN + 13.9 * S);
    expect(lab.believers('master')).toEqual([]);
    // The last sign came up to 2 s before the death, and a standby looks once a second.
    lab.until(BEGIN + 17.5 * S);
    expect(lab.believers('master')).toHaveLength(1);
    expect(lab.outside('T', 'table').rows).toMatchObject([{ term: 2 }]);
    expect(lab.broken).toEqual([]);
  });

  const paused = (fencing: boolean): RecipeLab => {
    const lab = jobs('row-lease', { storage: 'S' }, [table, storage(fencing)]);
    lab.at(BEGIN + 9 * S, { kind: 'pause', pid: 101 });
    return lab.until(BEGIN + 20 * S);
  };

  it('a pause of the master makes two: the sleeper still believes', () => {
    const lab = paused(false);
    expect(lab.believers('master')).toHaveLength(2);
    expect(lab.holders('master')).not.toContain('J1');
    expect(lab.broken).toEqual(['R-OneBeliever']);
  });

  it.each([
    [false, 'overwrites what the new one wrote', 'J1'],
    [true, 'is refused: its term is smaller', 'J'],
  ])('and wakes to write; with fencing %s it %s', (fencing, _what, writer) => {
    const lab = paused(fencing).at(BEGIN + 20 * S, { kind: 'resume', pid: 101 });
    lab.until(BEGIN + 20.05 * S);
    const { value, refused } = lab.outside('S', 'storage');
    expect(value?.startsWith(writer)).toBe(true);
    expect(value === 'J1').toBe(!fencing);
    expect(refused).toBe(fencing ? 1 : 0);
  });

  it('then its sign finds no row of its own: it knows, and lets go', () => {
    const lab = paused(false).at(BEGIN + 20 * S, { kind: 'resume', pid: 101 });
    lab.until(BEGIN + 20.5 * S);
    expect(lab.believers('master')).toHaveLength(1);
    expect(lab.believers('master')).not.toContain('J1');
  });
});
