/** Trace Z-Q of the specification: each follower has a queue of its own, and a slow one delays nobody. */
import { expect, it } from 'vitest';
import { World } from '../kernel/world.ts';
import type { Pid } from '../view/time.ts';
import { zxidText } from '../view/zxid.ts';
import type { ProposalPacket } from '../zookeeper/quorum/messages.ts';
import { doneIn, serverIn } from './member.ts';
import { ensembleModel } from './quorum-model.ts';
import type { EnsembleWorld } from './quorum-model.ts';

const MS = 1000;
const fixed = (ms: number) => ({ kind: 'fixed', us: ms * MS }) as const;

const SERVERS = [1, 2, 3, 4, 5];
const LEADER = 5;
const SLOW = 1;
const FIRST_CLIENT = 101;
/** What they write at the same time is the transaction that opens their session. */
const WRITERS = [102, 103, 104];

/** When, in ms, who did what; and how far the leader knows each follower to be. */
function played() {
  const committed: { zxid: string; at: number }[] = [];
  const proposed: { zxid: string; at: number }[] = [];
  const applied = new Map<Pid, string[]>(SERVERS.map((sid) => [sid, []]));
  const acked = new Map<Pid, string[]>(SERVERS.map((sid) => [sid, []]));
  const model = ensembleModel(
    {
      servers: SERVERS.map((sid) => ({ sid })),
      clients: [FIRST_CLIENT, ...WRITERS].map((id) => ({ id, program: 'api', servers: [LEADER] })),
      stageMs: 0.001,
    },
    {},
    {
      latency: fixed(10),
      diskLatency: fixed(0),
      links: [
        { from: LEADER, to: SLOW, latency: fixed(100) },
        { from: SLOW, to: LEADER, latency: fixed(100) },
      ],
    },
  );
  const world: EnsembleWorld = new World(
    {
      ...model,
      remember: (ghost, state, change) => {
        const [was, is] = [serverIn(change.before), serverIn(change.after)];
        const at = state.time / MS;
        for (const done of is === null ? [] : doneIn(change)) {
          if (done.kind === 'prepared' && done.job.txn !== null)
            proposed.push({ zxid: zxidText(done.job.txn.zxid), at });
          if (done.kind === 'finished' && done.job.txn !== null)
            applied.get(change.pid)?.push(zxidText(done.job.txn.zxid));
        }
        if (is?.role?.kind === 'leader' && was?.role?.kind === 'leader') {
          const { lastCommitted } = is.role;
          if (lastCommitted !== was.role.lastCommitted)
            committed.push({ zxid: zxidText(lastCommitted), at });
          for (const learner of is.peer?.leading?.learners ?? []) {
            const vector = acked.get(learner.sid);
            const text = zxidText(learner.acked);
            if (vector?.at(-1) !== text) vector?.push(text);
          }
        }
        return model.remember(ghost, state, change);
      },
    },
    1,
  );
  const until = (done: () => boolean): void => {
    while (!done()) if (!world.advance()) throw new Error('nothing happens any more');
  };
  const hasApplied = (zxid: string) => (sid: Pid) => applied.get(sid)?.includes(zxid) === true;
  world.intervene({ kind: 'start', pids: SERVERS });
  until(() => SERVERS.every((sid) => serverIn(world.process(sid).s)?.peer?.phase === 'BROADCAST'));
  world.intervene({ kind: 'start', pids: [FIRST_CLIENT] });
  until(() => SERVERS.every(hasApplied('1·1')));
  world.intervene({ kind: 'start', pids: WRITERS });
  until(() => proposed.some(({ zxid }) => zxid === '1·4'));
  const queues = new Map(
    SERVERS.filter((sid) => sid !== LEADER).map((sid) => [
      sid,
      world.network.flights
        .values()
        .filter(
          ({ from, to, message }) => from === LEADER && to === sid && message.type === 'PROPOSAL',
        )
        .map(({ message }) => zxidText((message as unknown as ProposalPacket).txn.zxid)),
    ]),
  );
  until(() => SERVERS.every(hasApplied('1·4')) && acked.get(SLOW)?.at(-1) === '1·4');
  return { queues, proposed, committed, applied, acked, violations: world.violations };
}

it('Z-Q: three writes at once to four followers, one of them far away', () => {
  const { queues, proposed, committed, applied, acked, violations } = played();
  const writes = ['1·2', '1·3', '1·4'];
  // The same packets in the same order for each of them.
  for (const queue of queues.values()) expect(queue).toEqual(writes);
  // The leader and the two fastest are a quorum: nobody waits for the slow one.
  const delays = writes.map((zxid) => {
    const at = (list: readonly { zxid: string; at: number }[]): number =>
      list.find((each) => each.zxid === zxid)?.at ?? Number.NaN;
    return at(committed) - at(proposed);
  });
  expect(delays.map(Math.floor)).toEqual([20, 20, 20]);
  expect(committed.map(({ zxid }) => zxid)).toEqual(['1·0', '1·1', ...writes]);
  // All of them apply in one order, the slow one later.
  for (const sequence of applied.values()) expect(sequence).toEqual(['1·1', ...writes]);
  // What the leader hears of each follower only grows; the slow one's ACKs come when all is committed.
  for (const sid of [1, 2, 3, 4]) expect(acked.get(sid)).toEqual(['0·0', '1·1', ...writes]);
  expect(violations).toEqual([]);
});
