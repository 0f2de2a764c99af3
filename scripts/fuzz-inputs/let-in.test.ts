/** What the mutators reach is counted; what is let in is judged. */
import { describe, expect, it } from 'vitest';
import { inflate } from '../../src/page/share/deflate.ts';
import { Dice } from '../../src/runner/fuzz/dice.ts';
import { LIMITS } from '../../src/view/limits.ts';
import { textOf } from './kind.ts';
import type { InputKind } from './kind.ts';
import { depthOf, isPath, isPosition, pathsIn, soundJson, soundLink, soundTree } from './let-in.ts';
import { link, scenario } from './runs.ts';

/** The JSON values among the first inputs of a kind. */
async function made(
  kind: InputKind,
  count: number,
  text: (input: Uint8Array | string) => string | Promise<string>,
): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let seed = 1; seed <= count; seed++) {
    try {
      found.push(JSON.parse(await text(await kind.make(new Dice(seed)))));
    } catch {
      // Broken on purpose.
    }
  }
  return found;
}

const unpacked = async (input: Uint8Array | string): Promise<string> =>
  textOf(await inflate(textOf(input), LIMITS.linkBytes));

describe('mutated inputs', () => {
  it('of a scenario are nested too deep, and name nodes that cannot be', async () => {
    const values = await made(scenario, 900, textOf);
    expect(values.filter((value) => depthOf(value) > LIMITS.jsonDepth).length).toBeGreaterThan(9);
    expect(values.filter((value) => !pathsIn(value).every(isPath)).length).toBeGreaterThan(1);
  });

  it('of a link are nested too deep, and stand where no run can', async () => {
    const values = (await made(link, 300, unpacked)) as { position?: unknown }[];
    expect(values.filter((value) => depthOf(value) > LIMITS.jsonDepth).length).toBeGreaterThan(3);
    const positions = values.flatMap((run) => (Object(run) === run ? [run.position] : []));
    expect(positions.filter((position) => !isPosition(position)).length).toBeGreaterThan(9);
  });
});

describe('what is let in', () => {
  it('is no deeper than the limit', () => {
    const nested = (levels: number): unknown =>
      Array.from({ length: levels }).reduce((value) => [value], 0);
    expect(depthOf(nested(3))).toBe(3);
    expect(() => soundJson(nested(LIMITS.jsonDepth))).not.toThrow();
    expect(() => soundJson(nested(LIMITS.jsonDepth + 1))).toThrow('65 levels');
  });

  it.each([-1, 0.5, NaN, '1', undefined, LIMITS.runSteps + 1])('is at no position %s', (position) =>
    expect(() => soundLink({ position })).toThrow('was let in'),
  );

  it('begins with nodes that can be', () => {
    const tree = (path: string): unknown => ({ setup: { tree: [{ path: '/a' }, { path }] } });
    for (const path of ['a', '/a/', '//a', '/a/..', '/./a', ''])
      expect(() => soundTree(tree(path))).toThrow('was let in');
    expect(() => soundTree(tree('/a/b.c'))).not.toThrow();
    expect(() => soundLink({ position: 0 })).not.toThrow();
  });
});
