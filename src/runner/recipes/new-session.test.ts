/** A client with a new session at a server that has forgotten that the one before is over: its node is still there. */
import { describe, expect, it } from 'vitest';
import { recipes } from '../../scenarios/recipes/adapter.ts';
import { fuzz } from '../fuzz/fuzz.ts';
import { Played, scenarioOf, several } from './testing/played.ts';

const S = 1000;
const CLIENT = 101;

type Client = ReturnType<typeof several>[number];

/**
 * The server has given the session up, and says so to the client, but loses power before its disk has the
 * closeSession: afterwards it knows that session again, and its node, until it has been silent for long once more.
 */
function forgetful(
  program: string,
  values: Client['values'] = { workMs: 60 * S },
  others: readonly Client[] = [],
): Played {
  const own = several(1, program, 0, { values, timeoutMs: 4 * S });
  const played = new Played(scenarioOf([...own, ...others]));
  played.until(1 * S);
  expect(played.names).toHaveLength(1);
  played.do({ kind: 'disk-latency', pid: 1, latency: { kind: 'fixed', us: 60_000 * S } });
  played.do({ kind: 'cut', from: CLIENT, to: 1, oneWay: false });
  played.until(10 * S);
  played.do({ kind: 'mend', a: CLIENT, b: 1 });
  while (!played.rows.includes('C1 is told Expired') && played.step());
  played.do({ kind: 'power-off', pid: 1 });
  played.do({ kind: 'disk-latency', pid: 1, latency: null });
  played.do({ kind: 'start', pids: [1] });
  expect(played.names).toHaveLength(1);
  played.taken();
  return played;
}

const breaks = (played: Played): void => played.do({ kind: 'reset', a: 1, b: CLIENT });

/** It goes in once, when the servers have closed the session before. */
function goesInOnce(played: Played, what: string): void {
  played.till({ believes: { what, pids: [CLIENT] } });
  const rows = played.taken();
  expect(rows.filter((row) => row.includes('NodeDeleted'))).toHaveLength(1);
  expect(rows.at(-1)).toBe(`C1 believes ${what}`);
  expect(rows.filter((row) => row.includes('believes'))).toHaveLength(1);
  expect(played.violations).toEqual([]);
}

/** Long enough to come back, and much shorter than a session. */
const aWhile = (played: Played): Played => played.until(played.run.world.time / S + 1.5 * S);

describe.each(['fair-lock', 'guarded-lock'])('%s, whose node of before is first', (program) => {
  const looks = ['C1 getChildren ParentLock OK', 'C1 exists Lock-0 OK'];
  const cure = ['C1 sync ParentLock OK', 'C1 getChildren ParentLock OK', 'C1 exists Lock-1 OK'];

  it('waits for it, and in doubt finds the one of this session', () => {
    const played = forgetful(program).till({ waitsOn: { pid: CLIENT, node: 'Lock-0' } });
    expect(played.taken()).toEqual(['C1 create Lock-1 OK', ...looks]);
    breaks(played);
    expect(aWhile(played).taken()).toEqual([...cure, ...looks]);
    goesInOnce(played, 'lock');
    expect(played.names).toEqual(['Lock-1']);
  });

  it('finds the one of this session also when nobody has told it of it', () => {
    const played = forgetful(program);
    while (!played.names.includes('Lock-1') && played.step());
    breaks(played);
    expect(aWhile(played).taken()).toEqual(['C1 create Lock- ConnectionLoss', ...cure, ...looks]);
    goesInOnce(played, 'lock');
  });
});

describe.each([
  ['exclusive-lock', 'lock'],
  ['job', 'job'],
  ['master-node', 'master'],
])('%s, whose one node is there from before', (program, what) => {
  it('waits until it is gone, also when it was in doubt', () => {
    const played = forgetful(program);
    while (!played.rows.some((row) => row.startsWith('C1 exists ')) && played.step());
    const [refused] = played.taken();
    expect(refused).toMatch(/^C1 create \S+ NodeExists$/u);
    breaks(played);
    expect(aWhile(played).client('C1').believes).toEqual([]);
    expect(played.rows.length).toBeGreaterThan(0);
    goesInOnce(played, what);
  });

  it('knows the one of this session when only the connection was lost', () => {
    const played = forgetful(program).till({ believes: { what, pids: [CLIENT] } });
    played.taken();
    breaks(played);
    played.till({ believes: { what, pids: [] } }).till({ believes: { what, pids: [CLIENT] } });
    const rows = played.taken();
    expect(rows.at(-1)).toBe(`C1 believes ${what}`);
    expect(rows.filter((row) => row.includes('create') && row.endsWith('OK'))).toEqual([]);
    expect(played.violations).toEqual([]);
  });
});

describe('a member, whose node is there from before', () => {
  it('waits until it is gone', () => {
    const played = forgetful('member');
    while (!played.rows.includes('C1 getData C1 OK') && played.step());
    expect(played.taken()).toEqual(['C1 create C1 NodeExists', 'C1 getData C1 OK']);
    goesInOnce(played, 'member');
  });

  it('knows the one of this session when the answer to its create was lost', () => {
    const played = new Played(scenarioOf(several(1, 'member')));
    while (played.names.length === 0 && played.step());
    breaks(played);
    expect(aWhile(played).taken()).toEqual([
      'C1 create C1 ConnectionLoss',
      'C1 create C1 NodeExists',
      'C1 getData C1 OK',
      'C1 believes member',
    ]);
    expect(played.violations).toEqual([]);
  });
});

describe('a provider, whose node is there from before', () => {
  const anew = ['C1 create C1 NodeExists', 'C1 delete C1 OK', 'C1 create C1 OK'];
  /** Long after the servers have closed the session before. */
  const staysRegistered = (played: Played): void => {
    played.until(played.run.world.time / S + 60 * S);
    expect(played.names).toEqual(['C1']);
    expect(played.client('C1').connection).toBe('CONNECTED');
    expect(played.violations).toEqual([]);
  };

  it('puts one of this session in its place', () => {
    const played = forgetful('provider');
    while (!played.rows.includes('C1 create C1 OK') && played.step());
    expect(played.taken()).toEqual(anew);
    staysRegistered(played);
  });

  it.each(['create', 'delete'])('does so too when the answer to its %s was lost', (what) => {
    const played = forgetful('provider');
    if (what === 'delete') while (!played.rows.includes(anew[0] as string) && played.step());
    played.until(played.run.world.time / S + 1.5);
    breaks(played);
    expect(aWhile(played).taken().at(-1)).toBe('C1 create C1 OK');
    staysRegistered(played);
  });
});

describe('who comes to a double barrier, and has a node there from before', () => {
  const size = { size: 2, workMs: S };
  const C2 = { program: 'double-barrier', values: size, startMs: 40 * S };

  const both = ['C1 enters b', 'C2 enters b'];

  it('comes once more when that has gone, so that the last one who comes opens it', () => {
    const played = forgetful('double-barrier', size, [C2]);
    while (!played.rows.includes('C1 exists p-C1 OK') && played.step());
    expect(played.taken()).toEqual([
      'C1 exists ready NoNode',
      'C1 create p-C1 NodeExists',
      'C1 exists p-C1 OK',
    ]);
    played.until(30 * S);
    const rows = ['hears NodeDeleted p-C1', 'exists ready NoNode', 'create p-C1 OK'];
    expect(played.taken().slice(0, rows.length)).toEqual(rows.map((row) => `C1 ${row}`));
    played.until(45 * S);
    expect(played.taken()).toEqual(expect.arrayContaining(both));
    expect(played.violations).toEqual([]);
  });

  it('knows the one of this session when the answer to its create was lost', () => {
    const clients = [
      ...several(1, 'double-barrier', 0, { values: size }),
      { ...C2, startMs: 5 * S },
    ];
    const played = new Played(scenarioOf(clients));
    while (played.names.length === 0 && played.step());
    breaks(played);
    expect(aWhile(played).taken()).toEqual([
      'C1 exists ready NoNode',
      'C1 create p-C1 ConnectionLoss',
      'C1 exists ready NoNode',
      'C1 create p-C1 NodeExists',
      'C1 exists p-C1 OK',
      'C1 getChildren b OK',
      'C1 exists ready NoNode',
    ]);
    expect(played.until(10 * S).rows).toEqual(expect.arrayContaining(both));
  });
});

it('a random run in which a server forgets that a session is over breaks nothing', () => {
  const { violations, exercised } = fuzz(recipes, 1, 5_000_458, { wipes: false });
  expect(violations).toEqual([]);
  expect(exercised['a client told of its expiry']).toBeGreaterThan(0);
});
