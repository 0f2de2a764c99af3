/** What is computed of a write's fate in random ensembles, beside a look at nothing but the final trees. */
import { whole } from '../scenarios/slices.ts';
import { describe, expect, it } from 'vitest';
import { serverIn } from '../ensemble/member.ts';
import type { Member } from '../ensemble/member.ts';
import { zookeeper } from '../scenarios/zookeeper/adapter.ts';
import { crashWay } from '../view/crash-way.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { Micros } from '../view/time.ts';
import type { PathAnswer, PathQuestion, WriteFate } from '../view/write-path.ts';
import { nodeAt } from '../zookeeper/tree/data-tree.ts';
import { Dice } from './fuzz/dice.ts';
import { Run } from './run.ts';
import { tried } from './trial.ts';

const ALPHA = 101;

function randomEnsemble(dice: Dice, seed: number): ScenarioFile {
  const count = dice.pick([1, 2, 3, 3, 4, 5, 5, 7, 9]);
  const observers = count > 3 ? dice.pick([0, 0, 1, 2]) : 0;
  return {
    format: 'zooscope-scenario',
    version: 2,
    model: 'zookeeper',
    seed,
    setup: {
      servers: Array.from({ length: count }, (_, index) => ({
        sid: index + 1,
        ...(index < observers && { observer: true }),
      })),
      ensemble: {},
      clients: [
        {
          id: ALPHA,
          program: 'zkcli-wait',
          startMs: 4000,
          lines: ['create /b one', 'set /b two', 'set /none x', 'create -s /b/s- y'],
        },
      ],
      cfg: { snapCount: dice.pick([2, 4, 100_000]) },
    },
    latency: dice.pick([
      { kind: 'uniform', min: 300, max: 900 },
      { kind: 'uniform', min: 500, max: 40_000 },
    ]),
    diskLatency: dice.pick([
      { kind: 'uniform', min: 200, max: 900 },
      { kind: 'uniform', min: 1000, max: 60_000 },
    ]),
  } as ScenarioFile;
}

const PLAYED: Micros = 9_000_000;

async function ask<Q extends PathQuestion>(run: Run, question: Q) {
  const answer = await zookeeper.ask?.(run, question, run, whole);
  return answer as Extract<PathAnswer, { readonly ask: Q['ask'] }>;
}

/** Who has the write's node with what it wrote, and who leads: no log is looked at. */
function fateByTrees({ world }: Run, line: { path: string; version: number }): WriteFate {
  const servers = world.processes.flatMap(({ s }) => serverIn(s as Member | null) ?? []);
  const leader = servers
    .filter(({ peer }) => peer?.state === 'LEADING' && peer.phase === 'BROADCAST')
    .toSorted((a, b) => (b.peer?.leading?.epoch ?? 0) - (a.peer?.leading?.epoch ?? 0))[0];
  if (leader === undefined) return 'unknown';
  const isIn = (server: typeof leader): boolean =>
    (nodeAt(server.tree, line.path)?.version ?? -1) >= line.version;
  if (!isIn(leader)) return 'dropped';
  const voters = leader.peer?.config.voters ?? [];
  const have = servers.filter((server) => voters.includes(server.pid) && isIn(server));
  return 2 * have.length > voters.length ? 'survives' : 'unknown';
}

describe('the fate of a write in random ensembles', () => {
  it('is what the trees of those who are left say', async () => {
    const fates = new Map<string, number>();
    for (let seed = 1; seed <= 14; seed++) {
      const dice = new Dice(seed);
      const run = new Run(zookeeper, randomEnsemble(dice, seed));
      while (run.step(PLAYED));
      const { writes } = await ask(run, { ask: 'path', write: null });
      expect(writes).toHaveLength(4);
      const write = dice.pick(writes.filter(({ failed }) => !failed));
      const { path } = await ask(run, { ask: 'path', write });
      for (const { kind, position, leader, up } of path?.moments ?? []) {
        const others = up.filter((pid) => pid !== leader);
        const more = others.length > 0 && dice.chance(0.3) ? [dice.pick(others)] : [];
        const pids = dice.chance(0.85) || others.length === 0 ? [leader ?? 0, ...more] : more;
        if (pids.length === 0) continue;
        const way = crashWay(pids, {
          power: dice.chance(0.4),
          alone: up.length === pids.length,
        });
        const { branch } = whole(tried(run, { type: 'try', branch: run.branch.id, position, way }));
        const { future } = await ask(run, { ask: 'future', write, branch, position });
        const ended = run.on(branch);
        const version = write.op === 'setData' ? 1 : 0;
        const named = future?.write.path ?? write.path;
        const naive = fateByTrees(ended, { path: named, version });
        expect(`${seed} ${kind} ${future?.fate}`).toBe(`${seed} ${kind} ${naive}`);
        // Whoever was told must find it again, with every rule on.
        expect(`${seed} ${future?.told} ${future?.fate}`).not.toBe(`${seed} ok dropped`);
        expect(ended.world.violations).toEqual([]);
        const cells = future?.servers.map(({ cells: own }) => own.length);
        expect(new Set(cells)).toEqual(new Set([future?.txns.length]));
        fates.set(`${future?.fate}`, (fates.get(`${future?.fate}`) ?? 0) + 1);
      }
    }
    // All of them came up, or the comparison says little.
    expect([...fates.keys()].toSorted()).toEqual(['dropped', 'survives', 'unknown']);
  });
});
