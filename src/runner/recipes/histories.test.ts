/** What clients of recipes were told is judged after each random run: a server that breaks its word is found so. */
import { describe, expect, it } from 'vitest';
import { serverIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import { compareZxid, ZERO } from '../../protocols/election/zxid.ts';
import { recipes } from '../../scenarios/recipes/adapter.ts';
import type { RecipesSetup } from '../../view/recipes-setup.ts';
import type { Pid } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { lastLogged } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import { emptyTree } from '../../zookeeper/tree/data-tree.ts';
import { fuzz } from '../fuzz/fuzz.ts';
import { Historian } from '../fuzz/history/history.ts';
import type { Fault, History } from '../fuzz/history/history.ts';
import { judge } from '../fuzz/history/judge.ts';
import { Run } from '../run.ts';
import { scenarioOf, several } from './testing/played.ts';

const MS = 1000;

/** Three who want a lock, one of whom dies; no invariant looks. */
function historyOf(more: Partial<RecipesSetup>, program = 'fair-lock'): History {
  const clients = several(3, program, 50, { values: { workMs: 1500 }, timeoutMs: 4000 });
  const run = new Run(recipes, scenarioOf(clients, { watch: [], ...more }), false);
  const historian = new Historian();
  const until = (ms: number): void => {
    while (run.step(ms * MS)) historian.look(run.world);
  };
  until(3000);
  run.intervene({ kind: 'kill', pid: 103 });
  until(25_000);
  return historian.history(run.world);
}

const found = (broken: string, more: Partial<RecipesSetup> = {}, program?: string): Fault | null =>
  judge(historyOf({ ...more, broken: [broken] }, program));

const together: Partial<RecipesSetup> = {
  servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
  ensemble: {},
};

describe.each([
  ['one server', {}],
  ['an ensemble', together],
] as const)('the history of clients of %s', (_, world) => {
  it('holds what each of them asked and heard, and every transaction', () => {
    const { first, heard, txns } = historyOf(world);
    expect(first.map(({ path }) => path)).toEqual(['/ParentLock']);
    const of = (kind: string): Pid[] =>
      [...new Set(heard.flatMap((each) => (each.kind === kind ? [each.client] : [])))].toSorted(
        (a, b) => a - b,
      );
    expect(of('reply')).toEqual([101, 102, 103]);
    expect(of('event').length).toBeGreaterThan(1);
    expect(txns.map(({ body }) => body.type)).toEqual(
      expect.arrayContaining(['createSession', 'create', 'delete', 'closeSession']),
    );
  });

  it('is as ZooKeeper promises', () => {
    expect(judge(historyOf(world))).toBeNull();
  });

  it('is not, where a server keeps the nodes of a dead client', () => {
    expect(found('keep-ephemerals', world)).toMatchObject({
      invariant: 'H-Ephemerals-With-Session',
    });
  });

  it('is not, where events come after the reply that shows their change', () => {
    expect(found('watch-after-reply', world, 'parent-lock')).toMatchObject({
      invariant: 'H-Watch-Before-Reply',
    });
  });
});

it('what a server that stands alone had in its log at a start belongs to the history', () => {
  const file = scenarioOf(several(2, 'ids', 0, { values: { times: 20, everyMs: 200 } }));
  const run = new Run(recipes, file, false);
  const historian = new Historian();
  const step = (ms: number): boolean => {
    const stepped = run.step(ms * MS);
    if (stepped) historian.look(run.world);
    return stepped;
  };
  while (step(1000));
  // Written, and not yet applied: it takes effect with the next start.
  const written = (): Zxid => {
    const { disk, s } = run.world.process(1);
    const tree = serverIn(s as Member | null)?.tree ?? emptyTree;
    const last = lastLogged(disk as Disk) ?? ZERO;
    return compareZxid(last, tree.lastZxid) > 0 ? last : ZERO;
  };
  while (written() === ZERO && step(2000));
  const last = written();
  expect(last).not.toBe(ZERO);
  run.intervene({ kind: 'kill', pid: 1 });
  run.intervene({ kind: 'start', pids: [1] });
  while (step(30_000));
  const history = historian.history(run.world);
  const zxids = history.txns.map(({ zxid }) => zxidText(zxid));
  expect(zxids).toContain(zxidText(last));
  expect(new Set(zxids).size).toBe(zxids.length);
  expect(judge(history)).toBeNull();
});

it('is judged after every random run that has come to its end', () => {
  const { runs, exercised, violations } = fuzz(recipes, 20, 1, { wipes: false });
  expect(violations).toEqual([]);
  expect(exercised['a history judged']).toBe(runs);
});
