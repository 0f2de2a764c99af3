/** The notes' comparison of two kinds of locks, cell by cell: each is shown by a run, also where it is wrong. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../view/intervention.ts';
import type { RecipesSetup } from '../../view/recipes-setup.ts';
import { RecipeLab } from './testing/lab.ts';

type Counts = Readonly<Record<string, number>>;

/** What is so at a time. Counts go by the names of clients. */
interface Shown {
  readonly atMs: number;
  readonly believes?: readonly string[];
  readonly messages?: Counts;
  readonly asked?: Counts;
  readonly writes?: number;
  readonly stored?: string;
  readonly broken?: readonly string[];
}

interface Cell {
  readonly id: string;
  readonly column: string;
  readonly is: string;
  readonly claimed: Readonly<Record<string, string>>;
  readonly so: Readonly<Record<string, string>>;
  readonly setup: Omit<RecipesSetup, 'servers'>;
  readonly deeds: readonly { readonly atMs: number; readonly what: Intervention }[];
  readonly shows: readonly Shown[];
}

const file = new URL('../../../fixtures/claims/lock-comparison.json', import.meta.url);
const { cells } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cells: readonly Cell[] };

/** What a run shows at a time, of all that a cell speaks of. */
function shownBy(lab: RecipeLab, { atMs, ...speaksOf }: Shown): Omit<Shown, 'atMs'> {
  lab.until(atMs);
  const { clients, counts } = lab.detail;
  const of = (names: Counts, which: 'messages' | 'asked'): Counts =>
    Object.fromEntries(
      Object.keys(names).map((name) => [
        name,
        clients.find((client) => client.name === name)?.[which] ?? -1,
      ]),
    );
  const { believes, messages, asked, writes, stored, broken } = speaksOf;
  return {
    ...(believes && { believes: lab.believers('lock') }),
    ...(messages && { messages: of(messages, 'messages') }),
    ...(asked && { asked: of(asked, 'asked') }),
    ...(writes !== undefined && { writes: counts.writes }),
    ...(stored !== undefined && { stored: lab.outside('S', 'storage').value ?? '' }),
    ...(broken && { broken: lab.broken }),
  };
}

describe('two kinds of locks compared', () => {
  it.each(cells.map((cell) => [cell.id, cell] as const))('%s', (_id, cell) => {
    const lab = new RecipeLab({ servers: [{ sid: 1 }], ...cell.setup });
    const deeds = [...cell.deeds].toSorted((a, b) => a.atMs - b.atMs);
    const shown = cell.shows.map((moment) => {
      while ((deeds[0]?.atMs ?? Infinity) <= moment.atMs) {
        const deed = deeds.shift();
        if (deed !== undefined) lab.at(deed.atMs, deed.what);
      }
      return { atMs: moment.atMs, ...shownBy(lab, moment) };
    });
    expect(shown).toEqual(cell.shows);
  });

  it('has cells of both, some of them wrong or loose, in both languages', () => {
    expect(new Set(cells.map(({ column }) => column))).toEqual(new Set(['zookeeper', 'redis']));
    expect(cells.filter(({ is }) => is === 'wrong').map(({ id }) => id)).toEqual([
      'zookeeper-safe',
    ]);
    for (const { is, claimed, so, shows } of cells) {
      expect(['right', 'loose', 'wrong']).toContain(is);
      expect(shows.length).toBeGreaterThan(0);
      for (const text of [claimed, so]) expect(Object.keys(text)).toEqual(['en', 'zh-CN']);
    }
  });
});
