import { describe, expect, it } from 'vitest';
import { World } from '../../kernel/world.ts';
import type { Ghost } from '../ghost.ts';
import type { MemberWorld } from '../member.ts';
import { zookeeperModel } from '../model.ts';
import { answer } from './answer.ts';

const CLIENT = 101;

/** A connected zkCli at a server with these nodes, which then carries out these lines. */
function world(paths: readonly string[], lines: readonly string[] = []): MemberWorld<Ghost> {
  const model = zookeeperModel({
    servers: [{ sid: 1 }],
    clients: [{ id: CLIENT }],
    tree: paths.map((path) => ({ path })),
  });
  const made = new World(model, 1);
  const pass = (ms: number): void => {
    const until = made.time + ms * 1000;
    while (made.advance(until));
  };
  made.intervene({ kind: 'start', pids: [1] });
  pass(100);
  made.intervene({ kind: 'start', pids: [CLIENT] });
  pass(1000);
  for (const text of lines) {
    made.intervene({ kind: 'input', pid: CLIENT, name: 'LINE', data: { text } });
    pass(2000);
  }
  return made;
}

function completed(of: MemberWorld<Ghost>, line: string): string[] {
  const found = answer(of, { ask: 'complete', client: CLIENT, line, cursor: line.length });
  if (found.ask !== 'complete') throw new TypeError('another answer');
  return found.candidates.map((word) => line.slice(0, found.from) + word);
}

describe('completion', () => {
  it('knows commands, their options, and the paths of the server’s tree', () => {
    const of = world(['/app', '/apple', '/app/x', '/app/y']);
    expect(completed(of, 'getA')).toEqual(['getAcl', 'getAllChildrenNumber']);
    expect(completed(of, 'ls -')).toEqual(['ls -?', 'ls -R', 'ls -s', 'ls -w']);
    expect(completed(of, 'get /ap')).toEqual(['get /app', 'get /apple']);
    expect(completed(of, 'get /app/')).toEqual(['get /app/x', 'get /app/y']);
    expect(completed(of, 'get /none/')).toEqual([]);
  });

  it('begins at the client’s own root', () => {
    const of = world(['/app', '/app/x'], ['connect localhost:2181/app']);
    expect(completed(of, 'get /')).toEqual(['get /x']);
  });

  it('has no paths without a connection', () => {
    const of = world(['/app'], ['close']);
    expect(completed(of, 'get /')).toEqual([]);
    expect(completed(of, 'conn')).toEqual(['connect']);
  });
});

describe('the console’s lines', () => {
  it('are given in windows, from wherever one is', () => {
    const of = world([], ['create /a', 'ls /']);
    const all = answer(of, { ask: 'console', client: CLIENT, first: 0, most: 500 });
    if (all.ask !== 'console') throw new TypeError('another answer');
    expect(all.lines[0]?.text).toBe('Connecting to localhost:2181');
    const some = answer(of, { ask: 'console', client: CLIENT, first: 2, most: 3 });
    expect(some).toMatchObject({ first: 2, lines: all.lines.slice(2, 5) });
  });
});
