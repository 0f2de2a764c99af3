/** The search through small ensembles: checked by a naive one, by random walks, and by playing its ways again. */
import { describe, expect, it } from 'vitest';
import { fileOfRun } from '../../../scenarios/from-run.ts';
import { loadText } from '../../../scenarios/load-text.ts';
import { protocols } from '../../../scenarios/protocols.ts';
import { quorumMutants } from '../../../zookeeper/quorum/mutants.ts';
import type { QuorumMutant } from '../../../zookeeper/quorum/mutants.ts';
import { Run } from '../../run.ts';
import { boundsOf, smallEnsemble } from './configuration.ts';
import type { Bounds } from './configuration.ts';
import type { Situation } from './moves.ts';
import { beginning, keyOf, successors, walk, ZabSearch } from './search.ts';

const { zookeeper } = protocols;
const modelOf = (bounds: Bounds, broken?: QuorumMutant) =>
  zookeeper.model(smallEnsemble(bounds, broken));

function searched(bounds: Bounds, broken?: QuorumMutant, depth = Infinity) {
  const search = new ZabSearch(modelOf(bounds, broken), bounds, { depth, states: 50_000 });
  search.run();
  return search;
}

/** Every way, one after the other: no queue, no table of what is known. @returns the shortest way to a violation */
function naive(situation: Situation, bounds: Bounds, left: number, found: Set<string>): number {
  let shortest = Infinity;
  if (left === 0 || situation.small.isFlawed) return shortest;
  for (const { next: then } of successors(situation, bounds)) {
    if (then.small.isBroken) {
      shortest = Math.min(shortest, 1);
      continue;
    }
    found.add(keyOf(then));
    shortest = Math.min(shortest, 1 + naive(then, bounds, left - 1, found));
  }
  return shortest;
}

const oneWrite = boundsOf(undefined);

describe('the search', () => {
  it.each([
    [undefined, { ...oneWrite, crashes: 0 }, 7],
    [undefined, oneWrite, 3],
    ['commit-without-quorum', { ...oneWrite, crashes: 0 }, 3],
    ['ack-before-sync', oneWrite, 3],
  ] as const)('without %s finds what a naive one finds: %o, %i moves', (broken, bounds, depth) => {
    const start = beginning(modelOf(bounds, broken), bounds);
    const found = new Set([keyOf(start)]);
    const shortest = naive(start, bounds, depth, found);
    const search = searched(bounds, broken, depth);
    const { violation } = search.report;
    expect(violation?.path.length ?? Infinity).toBe(shortest);
    // Where something breaks the search ends, and the naive one goes on.
    const known = violation === null ? [...found].filter((key) => search.has(key)).length : 0;
    expect(known).toBe(violation === null ? search.distinct : 0);
    expect(known).toBe(violation === null ? found.size : 0);
  });

  it('knows whatever a random walk comes to', () => {
    const bounds = { ...oneWrite, writes: 2, crashes: 0, leaves: 0 };
    const search = searched(bounds);
    expect(search.report).toMatchObject({ complete: true, violation: null });
    const start = beginning(modelOf(bounds), bounds);
    let passed = 0;
    for (let seed = 1; seed <= 30; seed++)
      walk(start, bounds, seed, 40, (situation) => {
        passed++;
        expect([seed, search.has(keyOf(situation))]).toEqual([seed, true]);
      });
    expect(passed).toBeGreaterThan(300);
  });
});

/** What takes a minute to find breadth-first is left to the command line. */
const QUICK: readonly QuorumMutant[] = [
  'commit-without-quorum',
  'ignore-zxid-and-freshness',
  'keep-epoch',
  'ack-before-sync',
  'unordered-queue',
  'count-acks-of-old-epochs',
];

describe('a rule that is switched off', () => {
  it.each(QUICK)(
    '%s is found breadth-first, and the way there is a file that breaks the same',
    (broken) => {
      const bounds = boundsOf(broken);
      const { violation } = searched(bounds, broken).report;
      expect(violation?.invariant).toBe(quorumMutants[broken].caughtBy);
      const file = fileOfRun(smallEnsemble(bounds, broken), violation?.interventions ?? []);
      const { scenario, problems } = loadText(JSON.stringify(file));
      expect(problems).toBeUndefined();
      if (scenario === undefined) return;
      const run = new Run(zookeeper, scenario, false);
      while (run.world.violations.length === 0 && run.step());
      expect(run.world.violations[0]).toMatchObject({
        invariant: violation?.invariant,
        text: violation?.text,
      });
    },
    60_000,
  );

  it.each(['follow-older-leader', 'forget-outstanding-proposals', 'unordered-queue'] as const)(
    '%s is found by walks, whose moves are as typed',
    (broken) => {
      const bounds = boundsOf(broken);
      const start = beginning(modelOf(bounds, broken), bounds);
      let found: string | undefined;
      for (let seed = 1; seed <= 2000 && found === undefined; seed++)
        found = walk(start, bounds, seed, 60).violation?.invariant;
      expect(found).toBe('Z-Prefix');
    },
    60_000,
  );
});
