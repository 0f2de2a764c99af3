import { describe, expect, it } from 'vitest';
import type { Preset } from '../src/view/preset.ts';
import { counterPresets } from '../src/page/labs/counter/presets.ts';
import { electionPresets } from '../src/page/labs/election/presets.ts';
import { paxosPresets } from '../src/page/labs/paxos/presets.ts';
import { zookeeperPresets } from '../src/page/labs/zookeeper/presets.ts';
import { allWords } from '../src/page/words/bundles.ts';
import { Session } from '../src/runner/session.ts';
import type { CounterDetail } from '../src/view/counter.ts';
import type { ElectionDetail } from '../src/view/election.ts';
import type { Frame, MessageView } from '../src/view/frame.ts';
import type { Intervention } from '../src/view/intervention.ts';
import type { ScenarioAnswer } from '../src/view/question.ts';
import type { PaxosDetail } from '../src/view/paxos.ts';
import type { Pid } from '../src/view/time.ts';
import type { ZooKeeperDetail } from '../src/view/zookeeper.ts';

/** What a lab offers is what its sentence says, however the protocols change. */

const labs = {
  election: electionPresets,
  paxos: paxosPresets,
  zookeeper: zookeeperPresets,
  counter: counterPresets,
} as const;

/** A run as the page has it. */
class Opened<D> {
  readonly session = new Session();
  frame!: Frame<D>;

  async open({ from, way }: Preset): Promise<this> {
    let scenario: unknown = from;
    if (!('format' in from)) {
      await this.session.handle({ type: 'open', scenario: paxosPresets[0].from });
      const { answer } = await this.session.handle({ type: 'ask', question: from });
      ({ scenario } = answer.asked as ScenarioAnswer);
    }
    await this.send({ type: 'open', scenario, way });
    return this;
  }
  async send(command: Parameters<Session['handle']>[0]): Promise<void> {
    const { answer, frame } = await this.session.handle(command);
    if (answer.problem !== null) throw new Error(answer.problem.text);
    if (frame !== null) this.frame = frame.frame as Frame<D>;
  }
  does(what: Intervention): Promise<void> {
    return this.send({ type: 'intervene', at: this.frame.time, what });
  }
  runFor(ms: number): Promise<void> {
    return this.send({ type: 'advance', until: this.frame.time + ms * 1000 });
  }
  state(pid: Pid): string | undefined {
    const one = this.frame.processes.find((process) => process.pid === pid);
    return one?.liveness === 'up' ? one.state : one?.liveness;
  }
  flying(kind: string): readonly MessageView[] {
    return this.frame.messages.filter((one) => one.kind === kind && one.status === 'flying');
  }
}

const opened = <D>(list: readonly Preset[], id: string): Promise<Opened<D>> => {
  const preset = list.find((one) => one.id === id);
  if (preset === undefined) throw new Error(`no preset ${id}`);
  return new Opened<D>().open(preset);
};

describe.each(Object.entries(labs))('the presets of %s', (model, presets) => {
  it.each(presets)(
    '$id opens in the middle of things, with its past, and goes on',
    async (preset) => {
      const run = await new Opened().open(preset);
      const { position, time, violations } = run.frame;
      expect(position).toBeGreaterThan(5);
      expect(violations).toEqual([]);
      // The moment was met, not waited for in vain.
      expect(time).toBeLessThan(10_000_000);
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

describe('an ensemble opens', () => {
  type Run = Opened<ZooKeeperDetail>;
  /** `S1 1·2`: the newest transaction in the tree and, behind it, what is logged beyond it. */
  const histories = ({ frame }: Run): readonly string[] =>
    frame.detail.servers.map(({ pid, zxid, member }) => {
      const logged = member?.logged ?? zxid;
      const more = logged.counter - zxid.counter;
      return `S${pid} ${zxid.epoch}·${zxid.counter}${more > 0 ? ` +${more}` : ''}`;
    });
  const answer = ({ frame }: Run, pid: Pid) =>
    frame.detail.clients.find((one) => one.pid === pid)?.asked?.answer ?? null;
  const printed = ({ frame }: Run, pid: Pid): string =>
    frame.detail.clients
      .find((one) => one.pid === pid)
      ?.output.map(({ text }) => text)
      .join('\n') ?? '';

  it('when a write is proposed to both followers', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'replicated');
    expect([1, 2, 3].map((sid) => run.state(sid))).toEqual(['FOLLOWING', 'FOLLOWING', 'LEADING']);
    expect(run.flying('PROPOSAL').map(({ to }) => to)).toEqual([1, 2]);
    expect(answer(run, 101)).toBeNull();
    await run.runFor(100);
    expect(histories(run)).toEqual(['S1 1·3', 'S2 1·3', 'S3 1·3']);
    expect(answer(run, 101)).toMatchObject({ err: 'OK' });
  });

  it('when a read asks the one server that does not have the write yet', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'stale-read');
    expect(answer(run, 101)).toMatchObject({ err: 'OK' });
    expect(histories(run)).toEqual(['S1 1·3', 'S2 1·2', 'S3 1·3']);
    await run.runFor(20);
    expect(answer(run, 102)).toMatchObject({ err: 'OK', behind: { epoch: 1, counter: 3 } });
    expect(printed(run, 102).split('\n').at(-1)).toBe('0');
  });

  it('when a leader has died with a write that nobody else has', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'leader-dies');
    expect(run.state(3)).toBe('crashed');
    expect(histories(run)).toEqual(['S1 1·2', 'S2 1·2', 'S3 1·3']);
    expect(answer(run, 101)).toBeNull();
    await run.runFor(5000);
    expect(run.frame.detail.ensemble?.established).toMatchObject({ leader: 2, epoch: 2 });
    await run.does({ kind: 'start', pids: [3] });
    await run.runFor(5000);
    const [, , back] = run.frame.detail.servers;
    expect(back?.log.some(({ zxid }) => zxid.epoch === 1 && zxid.counter === 3)).toBe(false);
    expect(back?.member?.truncated.map(({ zxid }) => zxid)).toEqual([{ epoch: 1, counter: 3 }]);
  });

  it('when a leader is on the side of the few', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'minority');
    expect(histories(run).slice(3)).toEqual(['S4 1·2 +1', 'S5 1·2 +1']);
    await run.runFor(30_000);
    expect(run.frame.detail.ensemble?.established).toMatchObject({ leader: 3, epoch: 2 });
    expect(run.state(5)).toBe('LOOKING');
    expect(answer(run, 102)).toMatchObject({ err: 'ConnectionLoss' });
  });

  it('when observers are told what is committed', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'observers');
    expect([run.state(4), run.state(5)]).toEqual(['OBSERVING', 'OBSERVING']);
    expect(run.flying('INFORM').map(({ to }) => to)).toEqual([4, 5]);
    await run.runFor(100);
    expect(answer(run, 101)).toMatchObject({ err: 'OK' });
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
