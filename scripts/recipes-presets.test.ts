/** The sentence with which each beginning of the recipe lab opens says what is so then, and what comes. */
import { describe, expect, it } from 'vitest';
import { recipesPresets } from '../src/page/labs/recipes/presets.ts';
import { words } from '../src/page/words/en/recipes/index.ts';
import type { OutsideView } from '../src/view/outside.ts';
import type { RecipeClientView, RecipesDetail } from '../src/view/recipes.ts';
import type { Pid } from '../src/view/time.ts';
import { opened } from './testing/opened-preset.ts';
import type { Opened } from './testing/opened-preset.ts';

type Run = Opened<RecipesDetail>;

const at = (id: string): Promise<Run> => opened<RecipesDetail>(recipesPresets, id);

function client({ frame }: Run, name: string): RecipeClientView {
  const found = frame.detail.clients.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no client ${name}`);
  return found;
}

const value = (run: Run, name: string, variable: string): string | undefined =>
  client(run, name).values.find((each) => each.name === variable)?.value;

/** Names of the clients of which this is so. */
const who = ({ frame }: Run, is: (one: RecipeClientView) => boolean): readonly string[] =>
  frame.detail.clients.filter(is).map(({ name }) => name);
const holders = (run: Run, what: string): readonly string[] =>
  who(run, ({ holds }) => holds.includes(what));
const believers = (run: Run, what: string): readonly string[] =>
  who(run, ({ believes }) => believes.includes(what));

/** Nodes that are there, below the root, by their short names. */
const there = ({ frame }: Run): readonly string[] =>
  frame.detail.nodes.flatMap(({ name, path, deletedAt }) =>
    path === frame.detail.root || deletedAt !== null ? [] : [name],
  );

function outside<K extends OutsideView['kind']>(
  { frame }: Run,
  name: string,
  kind: K,
): OutsideView & { readonly kind: K } {
  const found = frame.detail.outside.find((each) => each.name === name);
  if (found?.kind !== kind) throw new Error(`no ${kind} ${name}`);
  return found as OutsideView & { readonly kind: K };
}

/** Those to whom a watch event is on its way. */
const rings = (run: Run): readonly Pid[] => run.flying('watch event').map(({ to }) => to);

const waitsFor = (run: Run, name: string): string | undefined => client(run, name).waits?.what;

/** What is true, under the sentence that says it. */
const of: Readonly<Record<keyof typeof words.presets.recipes, (run: Run) => Promise<void>>> = {
  'holder-dies': async (run) => {
    expect(run.state(101)).toBe('crashed');
    expect(holders(run, 'lock')).toEqual(['C1']);
    expect(there(run)).toContain('Lock-0');
    expect(who(run, ({ waits }) => waits?.kind === 'watch')).toEqual(['C2', 'C3', 'C4', 'C5']);
    // C2 alone is woken, with the end of the session.
    const killed = run.frame.time;
    await run.runFor(8000);
    expect(run.frame.detail.counts.woken).toBe(0);
    await run.runFor(4000);
    expect(holders(run, 'lock')).toEqual(['C2']);
    const [release] = run.frame.detail.releases;
    expect(release).toMatchObject({ by: 101, woken: 1, forNothing: 0 });
    expect((release?.at ?? 0) - killed).toBeGreaterThan(8_000_000);
  },
  herd: async (run) => {
    expect(there(run)).toEqual([]);
    // The first of nineteen has heard it, the others are being told.
    expect(run.frame.detail.releases[0]).toMatchObject({ woken: 19, forNothing: 0 });
    expect(rings(run)).toHaveLength(18);
    await run.runFor(1000);
    expect(holders(run, 'lock')).toHaveLength(1);
    expect(run.frame.detail.releases[0]).toMatchObject({ by: 101, woken: 19, forNothing: 18 });
  },
  'hand-over': async (run) => {
    expect(there(run)).toEqual(['Lock-1', 'Lock-2', 'Lock-3', 'Lock-4']);
    expect(rings(run)).toEqual([102]);
    expect([holders(run, 'lock'), believers(run, 'lock')]).toEqual([['C2'], []]);
    await run.runFor(100);
    expect(believers(run, 'lock')).toEqual(['C2']);
    // It has looked, and the others have heard nothing.
    expect(value(run, 'C2', 'queue')).toBe('Lock-2, Lock-3, Lock-4, Lock-1');
    expect(who(run, ({ woken }) => woken > 0)).toEqual(['C2']);
  },
  readers: async (run) => {
    expect(believers(run, 'read')).toEqual(['C1', 'C2']);
    expect(waitsFor(run, 'C3')).toBe('read-1');
    expect(client(run, 'C3').program).toBe('shared-write');
    expect([waitsFor(run, 'C4'), waitsFor(run, 'C5')]).toEqual(['write-2', 'write-2']);
    // They may not: the writer comes first.
    await run.runFor(3000);
    expect([believers(run, 'write'), believers(run, 'read')]).toEqual([['C3'], []]);
    await run.runFor(2000);
    expect(believers(run, 'read')).toEqual(['C4', 'C5']);
  },
  'two-owners': async (run) => {
    expect(run.state(101)).toBe('paused');
    expect(client(run, 'C1').session).toBeNull();
    expect([believers(run, 'lock'), holders(run, 'lock')]).toEqual([['C1', 'C2'], ['C2']]);
    await run.does({ kind: 'resume', pid: 101 });
    await run.runFor(5000);
    expect(believers(run, 'lock')).toEqual(['C2']);
    expect(waitsFor(run, 'C1')).toBe('Lock-2');
  },
  'master-dies': async (run) => {
    expect(run.state(101)).toBe('crashed');
    expect(there(run)).toContain('s-0');
    expect(value(run, 'C4', 'master')).toBe('C1');
    await run.runFor(8000);
    expect([value(run, 'C4', 'master'), believers(run, 'master')]).toEqual(['C1', []]);
    await run.runFor(4000);
    expect([value(run, 'C4', 'master'), believers(run, 'master')]).toEqual(['C2', ['C2']]);
  },
  bell: async (run) => {
    expect(rings(run)).toEqual([102, 103, 104, 105]);
    const known = (): (string | undefined)[] =>
      ['C2', 'C3', 'C4', 'C5'].map((name) => value(run, name, 'config'));
    expect(known()).toEqual(['v1', 'v1', 'v1', 'v1']);
    await run.runFor(100);
    expect(known()).toEqual(['v2', 'v2', 'v2', 'v2']);
  },
  fenced: async (run) => {
    expect(client(run, 'C1').session).toBeNull();
    const { writes, refused, value: stands } = outside(run, 'S', 'storage');
    const [first, second] = writes;
    expect(first).toMatchObject({ writer: 102, accepted: true });
    expect(second).toMatchObject({ writer: 101, accepted: false });
    expect(second?.token ?? 0).toBeLessThan(first?.token ?? 0);
    // It has saved what C2 has written.
    expect([refused, stands]).toEqual([1, 'C2']);
    await run.runFor(500);
    expect(outside(run, 'S', 'storage').value).toBe('C2');
  },
  'dead-provider': async (run) => {
    expect(run.state(103)).toBe('crashed');
    expect(there(run)).toEqual(['P1', 'P2', 'P3', 'P4']);
    for (const name of ['α', 'β']) {
      expect(value(run, name, 'failed')).toBe('1');
      expect(value(run, name, 'list')).toBe('P1, P2, P4');
    }
    // With the end of its session, and not before.
    await run.runFor(4000);
    expect(there(run)).toContain('P3');
    await run.runFor(6000);
    expect(there(run)).toEqual(['P1', 'P2', 'P4']);
    expect([value(run, 'α', 'failed'), value(run, 'β', 'failed')]).toEqual(['1', '1']);
  },
  redis: async (run) => {
    expect(run.state(101)).toBe('paused');
    expect([believers(run, 'lock'), holders(run, 'lock')]).toEqual([['C1', 'C2'], ['C2']]);
    expect(outside(run, 'R1', 'redis').keys[0]?.value).toMatch(/^C2-/u);
    // A storage that compares tokens.
    expect(outside(run, 'S', 'storage')).toMatchObject({ fencing: false, value: null });
    await run.runFor(4000);
    expect(outside(run, 'S', 'storage').value).toBe('C2');
    await run.does({ kind: 'resume', pid: 101 });
    await run.runFor(2000);
    expect(outside(run, 'S', 'storage')).toMatchObject({ value: 'C1', refused: 0 });
  },
  'row-left': async (run) => {
    expect(run.state(101)).toBe('crashed');
    const rows = () => outside(run, 'T', 'table').rows.map(({ owner }) => owner);
    const asked = (): number => outside(run, 'T', 'table').vain;
    expect(rows()).toEqual(['C1']);
    const before = asked();
    expect(before).toBeGreaterThan(2);
    // Nobody does, ever.
    await run.runFor(60_000);
    expect(rows()).toEqual(['C1']);
    expect(asked()).toBeGreaterThan(before + 100);
    expect(believers(run, 'master')).toEqual([]);
  },
  barrier: async (run) => {
    expect(there(run)).toEqual(['p-C1', 'p-C2']);
    expect([waitsFor(run, 'C1'), waitsFor(run, 'C2')]).toEqual(['ready', 'ready']);
    expect(run.state(103)).toBe('CONNECTED');
    await run.runFor(500);
    expect(there(run)).toEqual(['p-C1', 'p-C2', 'p-C3', 'ready']);
    // C3 has counted three, and made it.
    expect([value(run, 'C3', 'here'), value(run, 'C2', 'here')]).toEqual(['3', '2']);
    expect(client(run, 'C3').woken).toBe(0);
  },
  'last-item': async (run) => {
    expect(run.flying('delete').map(({ from }) => from)).toEqual([103, 104]);
    expect([value(run, 'C3', 'item'), value(run, 'C4', 'item')]).toEqual([
      'q-0000000000',
      'q-0000000000',
    ]);
    await run.runFor(50);
    // Whose delete came first has it; the other one has taken another since.
    const items = [value(run, 'C3', 'item'), value(run, 'C4', 'item')];
    expect(items.filter((item) => item === 'q-0000000000')).toHaveLength(1);
    expect(run.frame.violations).toEqual([]);
  },
  commit: async (run) => {
    expect(there(run)).toEqual(['Tx', 'site-C2', 'site-C3']);
    expect(waitsFor(run, 'C1')).toBe('Tx');
    // It may not: it waits for the decision.
    expect([waitsFor(run, 'C2'), waitsFor(run, 'C3')]).toEqual(['decision', 'decision']);
    await run.runFor(2000);
    expect(there(run)).toContain('decision');
    expect(['C2', 'C3', 'C4'].map((name) => value(run, name, 'decision'))).toEqual([
      'commit',
      'commit',
      'commit',
    ]);
  },
};

describe('the recipe lab opens as it says', () => {
  it.each(Object.entries(words.presets.recipes).map(([id, { lead }]) => [id, lead] as const))(
    '%s: %s',
    async (id) => {
      const run = await at(id);
      expect(run.frame.position).toBeGreaterThan(0);
      await of[id as keyof typeof of](run);
    },
  );
});
