import { describe, expect, it } from 'vitest';
import type { RecipesSetup } from '../../view/recipes-setup.ts';
import { Played, scenarioOf, several } from './testing/played.ts';

/** Who owns what is left, by the short names of nodes below the root. */
const children = ({ detail }: Played): string[] =>
  detail.nodes
    .filter(({ path, deletedAt }) => path !== detail.root && deletedAt === null)
    .map(({ name, owner }) => `${name}(${owner ?? 'nobody'})`);

/** Whom each watcher looks at. */
const watches = ({ detail }: Played): string[] =>
  detail.nodes.flatMap(({ name, watchers }) =>
    watchers.map(({ pid }) => `${detail.clients.find((one) => one.pid === pid)?.name}→${name}`),
  );

/** As the built-in lock, but held until somebody says go. */
const held = (program: string, count: number, everyMs = 100, more: Partial<RecipesSetup> = {}) =>
  new Played(scenarioOf(several(count, program, everyMs, { values: { workMs: 60_000 } }), more));

describe('R-1: one ephemeral node', () => {
  it('is as the trace says, row by row: no queue, and the faster one wins', () => {
    const clients = [
      { program: 'exclusive-lock', startMs: 100, values: { workMs: 2000 } },
      { program: 'exclusive-lock', startMs: 200, values: { workMs: 500 }, thinkMs: 20 },
      { program: 'exclusive-lock', startMs: 400, values: { workMs: 60_000 } },
    ];
    const played = new Played(scenarioOf(clients)).until(1500);
    expect(played.taken()).toEqual([
      'C1 create lock OK',
      'C1 believes lock',
      'C2 create lock NodeExists',
      'C2 exists lock OK',
      'C3 create lock NodeExists',
      'C3 exists lock OK',
    ]);
    expect(watches(played)).toEqual(['C2→lock', 'C3→lock']);
    played.until(3000);
    expect(played.taken()).toEqual([
      'C1 releases lock',
      'C2 hears NodeDeleted lock',
      'C3 hears NodeDeleted lock',
      'C1 delete lock OK',
      'C3 create lock OK',
      'C3 believes lock',
      'C2 create lock NodeExists',
      'C2 exists lock OK',
    ]);
    expect(children(played)).toEqual(['lock(103)']);
    // C3 dies: its session ends, and the node with it.
    played.do({ kind: 'kill', pid: 103 });
    played.until(25_000);
    expect(played.taken()).toEqual([
      'C2 hears NodeDeleted lock',
      'C2 create lock OK',
      'C2 believes lock',
      'C2 releases lock',
      'C2 delete lock OK',
    ]);
    expect(children(played)).toEqual([]);
    expect(played.violations).toEqual([]);
  });

  it('lets a slow client starve: it gets none of ten turns of a fast one', () => {
    const clients = [
      { program: 'exclusive-lock', startMs: 100, values: { workMs: 200, times: 10 } },
      {
        program: 'exclusive-lock',
        startMs: 150,
        values: { workMs: 200 },
        latency: { kind: 'fixed', us: 50_000 } as const,
      },
    ];
    const played = new Played(scenarioOf(clients)).till({
      program: { pid: 101, is: 'ended' },
    });
    expect(played.client('C1').grants).toBe(10);
    expect(played.client('C2').grants).toBe(0);
    expect(played.client('C2').wokenForNothing).toBeGreaterThan(5);
  });
});

describe('R-2: a queue', () => {
  it('is as the trace says, row by row: each waits for the one before it', () => {
    const clients = several(3, 'fair-lock', 100, { values: { workMs: 1000 } });
    const played = new Played(scenarioOf(clients)).until(600);
    expect(played.taken()).toEqual([
      'C1 create Lock-0 OK',
      'C1 getChildren ParentLock OK',
      'C1 believes lock',
      'C2 create Lock-1 OK',
      'C2 getChildren ParentLock OK',
      'C2 exists Lock-0 OK',
      'C3 create Lock-2 OK',
      'C3 getChildren ParentLock OK',
      'C3 exists Lock-1 OK',
    ]);
    expect(watches(played)).toEqual(['C2→Lock-0', 'C3→Lock-1']);
    played.end();
    expect(played.taken()).toEqual([
      'C1 releases lock',
      'C2 hears NodeDeleted Lock-0',
      'C1 delete Lock-0 OK',
      'C2 getChildren ParentLock OK',
      'C2 believes lock',
      'C2 releases lock',
      'C3 hears NodeDeleted Lock-1',
      'C2 delete Lock-1 OK',
      'C3 getChildren ParentLock OK',
      'C3 believes lock',
      'C3 releases lock',
      'C3 delete Lock-2 OK',
    ]);
    expect(played.detail.counts.messages).toBe(28);
    expect(children(played)).toEqual([]);
    expect(played.holds({ granted: { what: 'lock', pids: [101, 102, 103] } })).toBe(true);
    expect(played.violations).toEqual([]);
  });

  it('R-2m: a waiter in the middle dies, and who is woken looks again', () => {
    const played = held('fair-lock', 3).until(600);
    played.taken();
    played.do({ kind: 'kill', pid: 102 });
    played.until(20_000);
    expect(played.taken()).toEqual([
      'C3 hears NodeDeleted Lock-1',
      'C3 getChildren ParentLock OK',
      'C3 exists Lock-0 OK',
    ]);
    expect(watches(played)).toEqual(['C3→Lock-0']);
    expect(played.detail.clients.map(({ believes }) => believes)).toEqual([['lock'], [], []]);
    expect(played.detail.counts.wokenForNothing).toBe(1);
    expect(played.violations).toEqual([]);
  });

  it('R-2b: without the second look two hold it', () => {
    const played = held('fair-lock', 3, 100, { broken: ['no-second-look'] }).until(600);
    played.do({ kind: 'kill', pid: 102 });
    played.until(20_000);
    expect(played.detail.clients.map(({ believes }) => believes)).toEqual([['lock'], [], ['lock']]);
    expect(played.detail.clients.map(({ holds }) => holds)).toEqual([['lock'], [], []]);
    expect(played.violations.toSorted()).toEqual(['R-OneBeliever', 'R-OneHolder', 'R-Turn']);
  });

  /** The create is done, and its server dies before it has said so; the session goes on with the next one. */
  const lostReply = (broken: readonly string[]): Played => {
    const played = new Played(
      scenarioOf(several(1, 'fair-lock', 0, { values: { workMs: 500 } }), { broken }),
    ).until(100);
    const { world } = played.run;
    while (played.detail.nodes.every(({ name }) => name !== 'Lock-0') && played.run.step(Infinity));
    expect(world.time).toBeLessThan(1_000_000);
    played.do({ kind: 'reset', a: 1, b: 101 });
    return played.until(30_000);
  };

  it('R-2g: a create whose answer is lost is found again by its guid', () => {
    const played = lostReply([]);
    expect(played.rows).toContain('C1 create Lock- ConnectionLoss');
    expect(played.rows.filter((row) => row.includes('create'))).toHaveLength(1);
    expect(played.client('C1')).toMatchObject({ over: true, failed: '', grants: 1 });
    expect(children(played)).toEqual([]);
    expect(played.violations).toEqual([]);
  });

  it('R-2g: without a look it makes a second one, and waits for itself for ever', () => {
    const played = lostReply(['retry-create-blindly']);
    expect(children(played)).toEqual(['Lock-0(101)', 'Lock-1(101)']);
    expect(played.client('C1')).toMatchObject({ over: false, grants: 0 });
    expect(played.violations).toEqual(['R-NoSelfWait']);
  });

  it('R-2p: a turn that is not wanted is passed on', () => {
    const clients = [
      { program: 'turns', startMs: 100, values: { workMs: 100, times: 3 } },
      { program: 'turns', startMs: 110, values: { workMs: 100, times: 3, wants: 0 } },
    ];
    const played = new Played(scenarioOf(clients)).end();
    const order = [101, 102, 101, 102, 101, 102];
    expect(played.holds({ granted: { what: 'lock', pids: order } })).toBe(true);
    expect(played.violations).toEqual([]);
  });

  it('a client that takes what it has counts, and asks nobody', () => {
    const played = new Played(scenarioOf(several(1, 'reentrant-lock'))).end();
    expect(played.detail.counts.messages).toBe(6);
    expect(played.client('C1').values).toContainEqual({ name: 'depth', value: '0' });
  });

  it('a client whose patience is over takes its node out of the queue', () => {
    const clients = [
      { program: 'fair-lock', startMs: 100, values: { workMs: 5000 } },
      { program: 'timed-lock', startMs: 200, values: { patienceMs: 1000 } },
    ];
    const played = new Played(scenarioOf(clients)).until(2000);
    expect(played.client('C2')).toMatchObject({ over: true, grants: 0 });
    expect(children(played)).toEqual(['Lock-0(101)']);
  });
});

describe('R-3: readers together, writers alone', () => {
  it('is as the trace says', () => {
    const reader = (startMs: number, workMs: number) => ({
      program: 'shared-read',
      startMs,
      values: { workMs },
    });
    const writer = (startMs: number, workMs: number) => ({
      program: 'shared-write',
      startMs,
      values: { workMs },
    });
    // R1, R2, W1, R3, R4, W2.
    const clients = [
      reader(100, 1000),
      reader(120, 2000),
      writer(140, 1000),
      reader(160, 2000),
      reader(180, 1000),
      writer(200, 500),
    ].map((client, index) => ({
      ...client,
      name: ['R1', 'R2', 'W1', 'R3', 'R4', 'W2'][index] ?? '',
    }));
    const played = new Played(scenarioOf(clients)).until(600);
    const holders = (): string[] =>
      played.detail.clients.filter(({ holds }) => holds.length > 0).map(({ name }) => name);
    const told = (): string[] => played.taken().filter((row) => row.includes('hears'));
    expect(holders()).toEqual(['R1', 'R2']);
    expect(watches(played)).toEqual(['W1→read-1', 'R3→write-2', 'R4→write-2', 'W2→read-4']);
    played.taken();
    played.until(1500);
    expect(holders()).toEqual(['R2']);
    expect(told()).toEqual([]);
    played.until(2500);
    expect(holders()).toEqual(['W1']);
    expect(told()).toEqual(['W1 hears NodeDeleted read-1']);
    played.until(3500);
    expect(holders()).toEqual(['R3', 'R4']);
    expect(told()).toEqual(['R3 hears NodeDeleted write-2', 'R4 hears NodeDeleted write-2']);
    // R4 releases first: W2 looks again, and waits for R3.
    played.until(4500);
    expect(holders()).toEqual(['R3']);
    expect(told()).toEqual(['W2 hears NodeDeleted read-4']);
    expect(watches(played)).toEqual(['W2→read-3']);
    played.until(5500);
    expect(holders()).toEqual(['W2']);
    played.end();
    expect(children(played)).toEqual([]);
    expect(played.violations).toEqual([]);
  });
});

describe('two owners of one lock', () => {
  it('a holder that sleeps longer than its session believes on, and another one holds', () => {
    const played = held('fair-lock', 2, 100).until(2000);
    played.do({ kind: 'pause', pid: 101 });
    played.until(18_000);
    const [one, two] = played.detail.clients;
    expect([one?.believes, one?.holds]).toEqual([['lock'], []]);
    expect([two?.believes, two?.holds]).toEqual([['lock'], ['lock']]);
    // Only that nobody else believes it is not so; nobody can promise that.
    expect(played.violations).toEqual(['R-OneBeliever']);
    played.do({ kind: 'resume', pid: 101 });
    played.until(25_000);
    expect(played.rows).toContain('C1 is told Expired');
    expect(played.client('C1').believes).toEqual([]);
  });

  it('what is written under a check of the node is written by the holder alone', () => {
    const sleeps = (broken: readonly string[]): Played => {
      const values = { workMs: 3000 };
      const clients = several(2, 'guarded-lock', 100, { values });
      const played = new Played(scenarioOf(clients, { broken })).until(2000);
      played.do({ kind: 'pause', pid: 101 });
      played.until(16_000);
      played.do({ kind: 'resume', pid: 101 });
      // Its library has not told it yet: the program goes on where it was.
      return played.until(40_000);
    };
    expect(sleeps([]).violations).toEqual(['R-OneBeliever']);
  });
});
