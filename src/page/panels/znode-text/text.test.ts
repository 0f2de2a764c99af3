import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeData, WrittenNode } from '../../../view/written-node.ts';
import { readLine, writeLine } from './line.ts';
import { readTree } from './read-tree.ts';

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !/[/\p{Cc}]/u.test(text) && text !== '.' && text !== '..');
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => `/${names.join('/')}`);
const data: fc.Arbitrary<NodeData> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary' }).map((text) => ({ text })),
  fc
    .uint8Array({ maxLength: 20 })
    .map((bytes) => ({ hex: Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('') })),
);
const node: fc.Arbitrary<WrittenNode> = fc.oneof(
  fc.record({
    path,
    kind: fc.constantFrom('persistent' as const, 'ephemeral' as const, 'container' as const),
    ttl: fc.constant(0),
    data,
  }),
  fc.record({ path, kind: fc.constant('ttl' as const), ttl: fc.integer({ min: 1 }), data }),
);

describe('a node as a line', () => {
  it('comes back as it was written, whatever its path and its data are', () => {
    fc.assert(
      fc.property(node, (one) => {
        const line = writeLine(one);
        expect(line).not.toMatch(/[\r\n]/u);
        expect(readLine(line)).toEqual({ node: one });
      }),
    );
  });

  it('is readable', () => {
    const line = (of: Partial<WrittenNode>) =>
      writeLine({ path: '/app', kind: 'persistent', ttl: 0, data: null, ...of });
    expect(line({ data: { text: 'v1' } })).toBe('/app persistent "v1"');
    expect(line({ kind: 'container' })).toBe('/app container');
    expect(line({ path: '/a b', data: { text: 'x\ny' } })).toBe('"/a b" persistent "x\\ny"');
    expect(line({ kind: 'ttl', ttl: 60_000, data: { hex: '00ff' } })).toBe(
      '/app ttl:60000 hex:00ff',
    );
  });

  it.each([
    ['app persistent', 'path'],
    ['"/app persistent', 'quote'],
    ['/app', 'kind'],
    ['/app permanent', 'kind'],
    ['/app ttl', 'ttl'],
    ['/app ttl:soon', 'ttl'],
    ['/app persistent v1', 'data'],
    ['/app persistent "v1', 'data'],
    ['/app persistent "v1" "v2"', 'data'],
    ['/app persistent hex:0', 'hex'],
  ])('says what is wrong with %s', (line, code) => {
    expect(readLine(line)).toMatchObject({ wrong: { code } });
  });

  it('says nothing when it is empty or a remark', () => {
    expect(readLine('  ')).toBeNull();
    expect(readLine('# a tree')).toBeNull();
  });
});

describe('a tree that is read', () => {
  const notes = async (text: string) =>
    (await readTree(text)).notes.map(({ line, kind, code }) => `${line} ${kind} ${code}`);

  it('becomes what a run begins with', async () => {
    const { nodes, lines, wrong, left } = await readTree(
      '# mine\r\n/app persistent "v1"\r\n\r\n/app/jobs container\r\n/app/none persistent\r\n',
    );
    expect(nodes).toEqual([
      { path: '/app', data: 'v1' },
      { path: '/app/jobs', mode: 'container' },
      { path: '/app/none' },
    ]);
    expect(lines).toEqual([2, 4, 5]);
    expect([wrong, left]).toEqual([0, 0]);
  });

  it('names the line of what cannot be', async () => {
    expect(
      await notes(
        '/a persistent\n/a persistent\n/b/c persistent\n/d//e persistent\n/f/ persistent\nx',
      ),
    ).toEqual(['2 wrong twice', '3 wrong orphan', '4 wrong name', '5 wrong name', '6 wrong path']);
  });

  it('says of each node why a new run cannot begin with it', async () => {
    const text = [
      '/ persistent',
      '/zookeeper persistent',
      '/zookeeper/quota persistent',
      '/e ephemeral "x"',
      '/t ttl:1000',
      '/t/below persistent',
      '/b persistent hex:ff',
      '/ok persistent',
    ].join('\n');
    expect(await notes(text)).toEqual([
      '1 left own',
      '2 left own',
      '3 left own',
      '4 left ephemeral',
      '5 left ttl-node',
      '6 left below',
      '7 left bytes',
    ]);
    expect((await readTree(text)).nodes).toEqual([{ path: '/ok' }]);
  });

  it('lets others work in between', async () => {
    const text = Array.from({ length: 100_000 }, (_, n) => `/n${n} persistent "data"`).join('\n');
    let turns = 0;
    const others = setInterval(() => turns++, 0);
    const told: number[] = [];
    const { nodes } = await readTree(text, (read) => told.push(read));
    clearInterval(others);
    expect(nodes).toHaveLength(100_000);
    expect(told).toHaveLength(50);
    expect(turns).toBeGreaterThan(10);
  });

  it('keeps no more remarks than one can read, and counts them all', async () => {
    const { notes: kept, wrong } = await readTree('x\n'.repeat(1000));
    expect(kept).toHaveLength(50);
    expect(wrong).toBe(1000);
  });
});
