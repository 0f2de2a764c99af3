/** A client with a new session at a server that has forgotten that the one before is over: its node is still there. */
import { describe, expect, it } from 'vitest';
import { recipes } from '../../scenarios/recipes/adapter.ts';
import { fuzz } from '../fuzz/fuzz.ts';
import { Played, scenarioOf, several } from './testing/played.ts';

const S = 1000;
const CLIENT = 101;

/**
 * The server has given the session up, and says so to the client, but loses power before its disk has the
 * closeSession: afterwards it knows that session again, and its node, until it has been silent for long once more.
 */
function forgetful(program: string): Played {
  const values = { workMs: 60 * S };
  const played = new Played(scenarioOf(several(1, program, 0, { values, timeoutMs: 4 * S })));
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

it('a random run in which a server forgets that a session is over breaks nothing', () => {
  const { violations, exercised } = fuzz(recipes, 1, 5_000_458, { wipes: false });
  expect(violations).toEqual([]);
  expect(exercised['a client told of its expiry']).toBeGreaterThan(0);
});
