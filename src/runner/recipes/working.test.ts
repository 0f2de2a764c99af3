/** barriers, queues, tasks, and a commit in two phases. */
import { describe, expect, it } from 'vitest';
import type { RecipeProgram } from '../../view/recipe-program.ts';
import { Played, scenarioOf, several } from './testing/played.ts';

describe('R-10: barriers', () => {
  it.each([1, 3, 10])('one node holds up %i, and lets all of them go at once', (waiters) => {
    const played = new Played(
      scenarioOf([
        ...several(waiters, 'barrier-waiter'),
        { program: 'barrier-keeper', values: { afterMs: 1000 } },
      ]),
    ).until(1000);
    expect(played.detail.counts.messages).toBe(2 * waiters);
    expect(played.count(/believes passed$/u)).toBe(0);
    played.end();
    const { counts } = played.detail;
    expect(counts.notifications).toBe(waiters);
    expect(played.count(/believes passed$/u)).toBe(waiters);
    // 2W exists + 2 + W; and each of them looks once more.
    expect(counts.messages).toBe(2 * waiters + 2 + waiters + 2 * waiters);
  });

  const three = (workMs: number): Played =>
    new Played(scenarioOf(several(3, 'double-barrier', 100, { values: { size: 3, workMs } })));

  it('a double one is as the recipe says, row by row', () => {
    const played = three(500).until(290);
    expect(played.taken()).toEqual([
      'C1 exists ready NoNode',
      'C1 create p-C1 OK',
      'C1 getChildren b OK',
      'C1 exists ready NoNode',
      'C2 exists ready NoNode',
      'C2 create p-C2 OK',
      'C2 getChildren b OK',
      'C2 exists ready NoNode',
    ]);
    played.until(600);
    // Whoever makes it full has set a watch, too: three notifications.
    expect(played.taken()).toEqual([
      'C3 exists ready NoNode',
      'C3 create p-C3 OK',
      'C3 getChildren b OK',
      'C1 hears NodeCreated ready',
      'C1 enters b',
      'C2 hears NodeCreated ready',
      'C2 enters b',
      'C3 hears NodeCreated ready',
      'C3 create ready OK',
      'C3 enters b',
    ]);
    expect(played.detail.counts).toMatchObject({ messages: 27, notifications: 3 });
    played.end();
    // The lowest waits for the highest, the others take theirs away and wait for the lowest.
    expect(played.taken()).toEqual([
      'C1 getChildren b OK',
      'C2 getChildren b OK',
      'C3 getChildren b OK',
      'C1 exists p-C3 OK',
      'C2 delete p-C2 OK',
      'C1 hears NodeDeleted p-C3',
      'C3 delete p-C3 OK',
      'C2 exists p-C1 OK',
      'C1 getChildren b OK',
      'C3 exists p-C1 OK',
      'C2 hears NodeDeleted p-C1',
      'C3 hears NodeDeleted p-C1',
      'C1 delete p-C1 OK',
      'C1 leaves b',
      'C2 getChildren b OK',
      'C2 leaves b',
      'C3 getChildren b OK',
      'C3 leaves b',
      'C1 delete ready OK',
      'C2 delete ready NoNode',
      'C3 delete ready NoNode',
    ]);
    expect(played.names).toEqual([]);
    expect(played.violations).toEqual([]);
  });

  it('one that dies inside a double one holds up nobody for longer than its session lives', () => {
    const played = three(2000).until(1000);
    expect(played.count(/ enters b$/u)).toBe(3);
    played.do({ kind: 'kill', pid: 102 });
    played.until(9000);
    expect(played.count(/ leaves b$/u)).toBe(0);
    played.until(30_000);
    expect(played.rows.filter((row) => row.endsWith('leaves b'))).toEqual([
      'C1 leaves b',
      'C3 leaves b',
    ]);
    expect(played.violations).toEqual([]);
  });
});

describe('R-11: a queue', () => {
  const filled = (consumers: number, program = 'producer'): Played =>
    new Played(
      scenarioOf([
        { program, values: { times: 4, everyMs: 10 }, timeoutMs: 4000 },
        ...several(consumers, 'consumer', 0, { startMs: 10_000, values: { workMs: 500 } }),
      ]),
    );
  const takes = (played: Played): string[] => played.rows.filter((row) => / takes /u.test(row));

  it('one consumer takes each item once, in their order, for six messages each', () => {
    const played = filled(1).until(9000);
    expect(played.names).toEqual(['q-0', 'q-1', 'q-2', 'q-3']);
    expect(played.detail.counts.messages).toBe(4 * 2);
    played.until(20_000);
    expect(takes(played)).toEqual([0, 1, 2, 3].map((number) => `C2 takes q-${number}`));
    const { counts } = played.detail;
    // It looks once more when nothing is left; and each time it hears of what it has itself taken away.
    expect(counts.messages - counts.notifications).toBe(4 * 2 + 4 * 6 + 2);
    expect(counts.notifications).toBe(4);
    expect(played.names).toEqual([]);
  });

  it('of two consumers one deletes an item, and the other fails and takes the next', () => {
    const played = filled(2).until(9000);
    played.taken();
    played.until(10_200);
    expect(played.taken()).toEqual([
      'C2 getChildren queue OK',
      'C3 getChildren queue OK',
      'C2 getData q-0 OK',
      'C3 getData q-0 OK',
      'C2 hears NodeChildrenChanged queue',
      'C3 hears NodeChildrenChanged queue',
      'C2 delete q-0 OK',
      'C2 takes q-0',
      'C3 delete q-0 NoNode',
      'C3 getData q-1 OK',
      'C3 delete q-1 OK',
      'C3 takes q-1',
    ]);
    played.until(20_000);
    expect(takes(played)).toEqual(['C2 takes q-2', 'C3 takes q-3']);
    expect(played.count(/delete q-\d OK$/u)).toBe(2);
    expect(played.count(/delete q-\d NoNode$/u)).toBe(0);
    expect(played.violations).toEqual([]);
  });

  it('items outlive a producer that dies, unless they are ephemeral: then they are lost', () => {
    const left = (program: string): Played => {
      const played = filled(1, program).until(500);
      expect(played.names).toHaveLength(4);
      played.do({ kind: 'kill', pid: 101 });
      return played.until(20_000);
    };
    // A producer that has ended has no session; this one still has a day's work before it.
    expect(takes(left('producer'))).toHaveLength(4);
    expect(takes(left('ephemeral-producer'))).toHaveLength(0);
  });
});

describe('R-12: two clients that speak through a node', () => {
  it('a task is given and reported by two nodes and their watches, row by row', () => {
    const played = new Played(
      scenarioOf([
        { program: 'task-worker', values: { workMs: 1000 } },
        { program: 'task-giver', startMs: 300, values: { times: 1 } },
      ]),
    ).until(600);
    expect(played.taken()).toEqual([
      'C1 getChildren tasks OK',
      'C1 hears NodeChildrenChanged tasks',
      'C2 create C2-1 OK',
      'C1 getChildren tasks OK',
      'C2 exists C2-1 NoNode',
    ]);
    // Nobody asks meanwhile whether it is done.
    const { messages } = played.detail.counts;
    played.until(1200);
    expect(played.detail.counts.messages).toBe(messages);
    played.until(3000);
    expect(played.taken()).toEqual([
      'C2 hears NodeCreated C2-1',
      'C1 create C2-1 OK',
      'C2 exists C2-1 OK',
      'C1 hears NodeChildrenChanged tasks',
      'C1 delete C2-1 OK',
      'C1 getChildren tasks OK',
    ]);
    expect(played.client('C2').over).toBe(true);
    expect(played.names).toEqual(['status', 'C2-1']);
    expect(played.detail.counts).toMatchObject({ messages: 19, notifications: 3 });
  });
});

/** Every site watches every vote, and decides by itself; they vote one after another. */
const watchingSite: RecipeProgram = {
  root: '/app',
  tree: [{ path: '/app' }, { path: '/app/Tx' }],
  values: { sites: 3, turn: 0, voted: 0 },
  steps: [
    { label: 'look', getChildren: { path: '/app/Tx', watch: true, into: 'list' } },
    { pick: { from: '$list', what: 'count', prefix: 'site-', into: 'votes' } },
    { if: { is: ['$votes', '>=', '$sites'], goto: 'decide' } },
    { if: { is: ['$votes', '!=', '$turn'], goto: 'wait' } },
    { wait: { ms: 500 } },
    { create: { path: '/app/Tx/site-$me', data: 'commit' } },
    { label: 'wait', wait: { for: 'watch', goto: 'look' } },
    { label: 'decide', claim: { kind: 'decides', of: '/app/decision', is: 'commit' } },
    { end: true },
  ],
};

describe('R-15: a commit in two phases', () => {
  const coordinated = (votes: readonly string[], more: { readonly broken?: string[] } = {}) =>
    new Played(
      scenarioOf(
        [
          { program: 'coordinator', values: { sites: votes.length } },
          ...votes.map((vote, index) => ({
            program: 'site',
            startMs: 500 + index * 200,
            values: { vote },
          })),
        ],
        more,
      ),
    );
  const all = (sites: number): string[] => Array.from({ length: sites }, () => 'commit');

  it('is as the recipe says, row by row', () => {
    const played = coordinated(['commit', 'commit']).until(650);
    expect(played.taken()).toEqual([
      'C1 getChildren Tx OK',
      'C1 hears NodeChildrenChanged Tx',
      'C2 create site-C2 OK',
      'C1 getChildren Tx OK',
      'C2 exists decision NoNode',
    ]);
    played.end();
    expect(played.taken()).toEqual([
      'C1 hears NodeChildrenChanged Tx',
      'C3 create site-C3 OK',
      'C1 getChildren Tx OK',
      'C3 exists decision NoNode',
      // In the order in which the server names them.
      'C1 getData site-C3 OK',
      'C1 getData site-C2 OK',
      'C2 hears NodeCreated decision',
      'C3 hears NodeCreated decision',
      'C1 create decision OK',
      'C2 exists decision OK',
      'C3 exists decision OK',
      'C2 getData decision OK',
      'C2 decides commit',
      'C3 getData decision OK',
      'C3 decides commit',
    ]);
    expect(played.violations).toEqual([]);
  });

  it('one vote against it, and all abort', () => {
    const played = coordinated(['commit', 'abort', 'commit']).end();
    expect(played.count(/ decides abort$/u)).toBe(3);
    expect(played.count(/ decides commit$/u)).toBe(0);
  });

  it('a site that decides alone does otherwise than the others', () => {
    const played = coordinated(['commit', 'abort'], { broken: ['decide-alone'] }).end();
    expect(played.violations).toContain('R-Atomic');
  });

  it.each([2, 4, 8])(
    '%i sites: 2n notifications where only a coordinator watches the votes',
    (n) => {
      const { notifications } = coordinated(all(n)).end().detail.counts;
      expect(notifications).toBe(2 * n);
    },
  );

  it.each([2, 4, 8])('%i sites: n² where every site watches every vote', (n) => {
    const clients = all(n).map((_, turn) => ({
      program: 'watching-site',
      values: { sites: n, turn },
    }));
    const programs = { 'watching-site': watchingSite };
    const played = new Played(scenarioOf(clients, { programs })).end();
    expect(played.count(/ decides commit$/u)).toBe(n);
    expect(played.detail.counts.notifications).toBe(n * n);
  });
});
