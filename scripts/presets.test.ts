import { describe, expect, it } from 'vitest';
import { byzantinePresets } from '../src/page/labs/byzantine/presets.ts';
import { counterPresets } from '../src/page/labs/counter/presets.ts';
import { electionPresets } from '../src/page/labs/election/presets.ts';
import { paxosPresets } from '../src/page/labs/paxos/presets.ts';
import { recipesPresets } from '../src/page/labs/recipes/presets.ts';
import { zookeeperPresets } from '../src/page/labs/zookeeper/presets.ts';
import { allWords } from '../src/page/words/bundles.ts';
import type { CounterDetail } from '../src/view/counter.ts';
import type { ElectionDetail } from '../src/view/election.ts';
import type { PaxosDetail } from '../src/view/paxos.ts';
import type { Pid } from '../src/view/time.ts';
import type { ZooKeeperDetail } from '../src/view/zookeeper.ts';
import { Opened, opened } from './testing/opened-preset.ts';

/** What a lab offers is what its sentence says, however the protocols change. */

const labs = {
  election: electionPresets,
  paxos: paxosPresets,
  zookeeper: zookeeperPresets,
  counter: counterPresets,
  recipes: recipesPresets,
  byzantine: byzantinePresets,
} as const;

/** Longer than the longest session of them takes to end. */
const LONGEST = 20_000_000;

describe.each(Object.entries(labs))('the presets of %s', (model, presets) => {
  it.each(presets)(
    '$id opens in the middle of things, with its past, and goes on',
    async (preset) => {
      const run = await new Opened().open(preset);
      const { position, time, violations } = run.frame;
      expect(position).toBeGreaterThan(5);
      const breaks = 'breaks' in preset.from ? (preset.from.breaks ?? []) : [];
      expect(violations.map(({ invariant }) => invariant)).toEqual(breaks);
      // The moment was met, not waited for in vain.
      expect(time).toBeLessThan(LONGEST);
      await run.send({ type: 'step', by: -1, all: true });
      expect(run.frame.position).toBe(position - 1);
      await run.send({ type: 'seek', position });
      await run.runFor(5000);
      expect(run.frame.position).toBeGreaterThan(position);
    },
  );

  it('have a name and a sentence each, in both languages, and no others have', async () => {
    const ids = presets.map(({ id }) => id).toSorted();
    for (const locale of ['en', 'zh-CN'] as const) {
      const words = (await allWords(locale)).presets as Record<string, Record<string, unknown>>;
      expect(Object.keys(words[model] ?? {}).toSorted()).toEqual(ids);
    }
  });
});

describe('the election lab opens', () => {
  it('on two votes against two, after the leader’s crash', async () => {
    const run = await opened<ElectionDetail>(electionPresets, 'leader-crashes');
    expect([1, 2, 3, 4, 5].map((sid) => run.state(sid))).toEqual([
      ...Array<string>(4).fill('LOOKING'),
      'crashed',
    ]);
    const votes = run.frame.detail.servers.slice(0, 4).map(({ vote }) => vote?.leader);
    expect(votes).toEqual([1, 2, 1, 2]);
    expect(run.frame.detail.quorum).toBe(3);
    expect(run.flying('notification').length).toBeGreaterThan(3);
    await run.runFor(1000);
    expect(run.frame.detail.established?.leader).toBe(2);
  });

  it('when three of five have started and two have not heard of each other', async () => {
    const run = await opened<ElectionDetail>(electionPresets, 'one-by-one');
    expect(run.flying('notification').some(({ from, to }) => from === 3 && to === 2)).toBe(true);
    expect(run.state(4)).toBe('off');
    await run.runFor(900);
    expect(run.frame.detail.established?.leader).toBe(3);
  });

  it('when the three that are left must agree', async () => {
    const run = await opened<ElectionDetail>(electionPresets, 'after-a-crash');
    expect([run.state(3), run.state(5)]).toEqual(['off', 'off']);
    const { servers, quorum } = run.frame.detail;
    expect(quorum).toBe(3);
    expect(servers[3]).toMatchObject({ vote: { leader: 2 }, zxid: { epoch: 1, counter: 7 } });
  });

  it('when the longer log gives way to the later epoch', async () => {
    const run = await opened<ElectionDetail>(electionPresets, 'epoch-first');
    const [first, second] = run.frame.detail.servers;
    expect(first?.zxid).toEqual({ epoch: 2, counter: 1 });
    expect(second).toMatchObject({ zxid: { epoch: 1, counter: 99 }, vote: { leader: 1 } });
  });

  it('on two halves of which neither can elect', async () => {
    const run = await opened<ElectionDetail>(electionPresets, 'split-in-halves');
    expect(run.frame.partition).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(run.frame.detail.quorum).toBe(3);
    await run.runFor(60_000);
    expect([1, 2, 3, 4].map((sid) => run.state(sid))).toEqual(Array<string>(4).fill('LOOKING'));
  });

  it('with two observers, who are no voters', async () => {
    const run = await opened<ElectionDetail>(electionPresets, 'observers');
    expect(run.frame.detail.voters).toEqual([1, 2, 3]);
    expect(run.frame.detail.quorum).toBe(2);
  });
});

describe('the Paxos lab opens', () => {
  const accepters = ({ frame }: Opened<PaxosDetail>) =>
    frame.detail.processes.flatMap(({ pid, acceptor }) => (acceptor?.accBallot === 2 ? [pid] : []));

  it('on two proposers and the message that decides', async () => {
    const run = await opened<PaxosDetail>(paxosPresets, 'deciding-vote');
    expect([run.state(1), run.state(5)]).toEqual(['PREPARING', 'PROPOSING']);
    expect(run.frame.detail.chosen).toEqual([]);
    expect(accepters(run)).toEqual([4, 5]);
    const [accept, ...more] = run.flying('accept');
    expect(more).toEqual([]);
    expect(accept).toMatchObject({ from: 5, to: 3 });
    await run.does({ kind: 'deliver', message: accept?.id ?? -1 });
    await run.runFor(3);
    expect(run.frame.detail.chosen).toEqual([{ ballot: 2, value: '20%' }]);
  });

  it('so that nothing is chosen yet when the other message comes first', async () => {
    const run = await opened<PaxosDetail>(paxosPresets, 'deciding-vote');
    const prepare = run.flying('prepare').find(({ to }) => to === 3);
    await run.does({ kind: 'deliver', message: prepare?.id ?? -1 });
    await run.runFor(3);
    expect(run.flying('accept')).toEqual([]);
    expect(run.frame.detail.chosen).toEqual([]);
  });

  it('on a duel that is proved to have no end', async () => {
    const run = await opened<PaxosDetail>(paxosPresets, 'livelock');
    expect(run.frame.detail.chosen).toEqual([]);
    await run.send({ type: 'run-until', condition: { livelock: true }, withinMs: 60_000 });
    expect(run.frame.detail.livelock).not.toBeNull();
  });

  it('on a leader whom nobody refuses', async () => {
    const run = await opened<PaxosDetail>(paxosPresets, 'leader');
    expect([run.state(1), run.state(5)]).toEqual(['PROPOSING', 'FOLLOWING']);
    expect(run.flying('accept').length).toBeGreaterThan(2);
    expect(run.frame.detail.refused).toBe(0);
  });

  it('on a value that is chosen, and nobody knows it', async () => {
    const { frame } = await opened<PaxosDetail>(paxosPresets, 'separate');
    expect(frame.detail.chosen).toEqual([{ ballot: 2, value: '20%' }]);
    const knows = frame.detail.processes.filter(
      ({ proposer, learner }) => (proposer?.outcome ?? learner?.learned ?? null) !== null,
    );
    expect(knows).toEqual([]);
  });

  it('on four proposers and refusals', async () => {
    const run = await opened<PaxosDetail>(paxosPresets, 'four-duel');
    expect(run.frame.detail.proposers).toHaveLength(4);
    expect(run.flying('refusal').length).toBeGreaterThan(3);
    expect(run.frame.detail.chosen).toEqual([]);
  });

  it('on half of four, who will do what an invariant forbids', async () => {
    const run = await opened<PaxosDetail>(paxosPresets, 'halves');
    expect(run.frame.detail.quorum).toBe(2);
    expect([run.state(1), run.state(4)]).toEqual(['BACKING_OFF', 'PROPOSING']);
    await run.runFor(1000);
    expect(run.frame.violations).not.toEqual([]);
  });
});

describe('the ZooKeeper lab opens', () => {
  const server = ({ frame }: Opened<ZooKeeperDetail>) => {
    const [one] = frame.detail.servers;
    if (one === undefined) throw new Error('no server');
    return one;
  };
  const standing = (run: Opened<ZooKeeperDetail>) =>
    server(run).stages.flatMap(({ stage, jobs }) => jobs.map(({ path }) => `${stage} ${path}`));
  const printed = ({ frame }: Opened<ZooKeeperDetail>, pid: Pid): string =>
    frame.detail.clients
      .find((one) => one.pid === pid)
      ?.output.map(({ text }) => text)
      .join('\n') ?? '';

  it('on a server that serves two clients, and a write that is half way', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'write');
    expect([run.state(1), run.state(101), run.state(102)]).toEqual([
      'STANDALONE',
      'CONNECTED',
      'CONNECTED',
    ]);
    expect(standing(run)).toEqual(['flush /app/members/beta']);
    expect(server(run).log.at(-1)).toMatchObject({ path: '/app/members/beta', durable: false });
    // The first console is free.
    expect(run.frame.detail.clients[0]).toMatchObject({ busy: false });
    await run.runFor(50);
    expect(printed(run, 102)).toContain('Created /app/members/beta');
  });

  it('when a watch event flies before the answer', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'watch');
    expect(run.flying('watch event')).toMatchObject([{ to: 101 }]);
    expect(run.flying('create reply')).toMatchObject([{ to: 102 }]);
  });

  it('when a client has died and its session lives', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'client-dies');
    expect(run.state(102)).toBe('crashed');
    expect(server(run).sessions.filter(({ ephemerals }) => ephemerals > 0)).toHaveLength(2);
    await run.runFor(15_000);
    expect(server(run).sessions).toHaveLength(1);
  });

  it('when a crash has taken a write that was not on disk', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'server-crashes');
    expect(run.state(1)).toBe('crashed');
    expect(server(run).lost?.log.map(({ path }) => path)).toEqual(['/app/members/beta']);
    expect(printed(run, 102)).not.toContain('Created /app/members/beta');
  });

  it('when two writes wait for the disk that is busy with a third', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'slow-disk');
    expect(standing(run).toSorted()).toEqual(['flush /app/a', 'prep /app/b', 'sync /app/c']);
    await run.runFor(450);
    expect(server(run).log.filter(({ durable }) => durable)).toHaveLength(6);
  });

  it('when the answer is given before the disk has the write', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'unsafe');
    expect(run.flying('create reply')).toMatchObject([{ to: 101 }]);
    expect(server(run).log.at(-1)).toMatchObject({ path: '/app/promised', durable: false });
  });
});

describe('the counter’s lab opens', () => {
  it('when the counter has counted and the caller does not know', async () => {
    const run = await opened<CounterDetail>(counterPresets, 'answer-under-way');
    expect(run.frame.detail.value).toBe(1);
    expect(run.frame.detail.callers[0]?.calls).toMatchObject([{ outcome: 'waiting' }]);
    expect(run.frame.messages).toMatchObject([{ from: 3, to: 1 }]);
  });

  it('when the answer will never come', async () => {
    const run = await opened<CounterDetail>(counterPresets, 'answer-lost');
    expect(run.frame.detail.value).toBe(1);
    expect(run.frame.detail.callers[0]?.calls).toMatchObject([{ outcome: 'waiting' }]);
    expect(run.frame.messages).toMatchObject([{ from: 3, to: 1 }]);
    await run.runFor(1000);
    expect(run.frame.detail.callers[0]?.calls).toMatchObject([{ outcome: 'unknown' }]);
  });
});
