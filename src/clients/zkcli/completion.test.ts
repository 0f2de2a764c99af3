import { expect, it } from 'vitest';
import { complete } from './completion.ts';

const tree: Readonly<Record<string, readonly string[]>> = {
  '/': ['zookeeper', 'app', 'apple'],
  '/app': ['b', 'a'],
};
const at = (line: string, cursor = line.length) =>
  complete(line, cursor, (path) => tree[path] ?? []);

it('completes commands, their options, and paths', () => {
  expect(at('getA')).toEqual({ from: 0, candidates: ['getAcl', 'getAllChildrenNumber'] });
  expect(at('ls -')).toEqual({ from: 3, candidates: ['-?', '-R', '-s', '-w'] });
  expect(at('reconfig -me').candidates).toEqual(['-members']);
  expect(at('ls /ap')).toEqual({ from: 4, candidates: ['app', 'apple'] });
  expect(at('get -s /app/')).toEqual({ from: 12, candidates: ['a', 'b'] });
  expect(at('ls /none/x').candidates).toEqual([]);
});

it('looks at what stands before the cursor', () => {
  expect(at('ls /ap -R', 6)).toEqual({ from: 4, candidates: ['app', 'apple'] });
  expect(at('create /a dat').candidates).toEqual([]);
  expect(at('quit -').candidates).toEqual([]);
  expect(at('').candidates).toHaveLength(28);
});
