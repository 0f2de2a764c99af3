import { describe, expect, it } from 'vitest';
import { World } from '../../kernel/world.ts';
import type { CounterSetup } from '../../view/counter.ts';
import { counterModel } from './model.ts';
import { counterDetail } from './project.ts';
import type { Intervention } from '../../view/intervention.ts';

const A = 1;
const B = 2;
const C = 3;

/** Two callers and a counter, 20 ms apart, played by hand. */
class Play {
  readonly model;
  readonly world;

  constructor(setup: Partial<CounterSetup> = {}) {
    this.model = counterModel(
      { server: { id: C }, clients: [{ id: A }, { id: B }], ...setup },
      { latency: { kind: 'fixed', us: 20_000 }, diskLatency: { kind: 'fixed', us: 5000 } },
    );
    this.world = new World(this.model, 1);
    this.does({ kind: 'start', pids: [A, B, C] });
    this.runs(1);
  }

  does(what: Intervention): this {
    this.world.intervene(what, this.world.time);
    return this;
  }

  calls(pid: number, amount = 1): this {
    return this.does({ kind: 'input', pid, name: 'CALL', data: { op: 'add', amount } });
  }

  retries(pid: number): this {
    return this.does({ kind: 'input', pid, name: 'RETRY', data: {} });
  }

  loses(from: number, to: number, loss: number): this {
    return this.does({ kind: 'lossy', from, to, loss, duplication: 0 });
  }

  runs(ms: number): this {
    const until = this.world.time + ms * 1000;
    while (this.world.nextTime() !== null && (this.world.nextTime() ?? 0) <= until)
      this.world.advance(until);
    return this;
  }

  get detail() {
    return counterDetail(this.model, this.world);
  }

  outcomes(pid: number): readonly string[] {
    return this.detail.callers.find((each) => each.pid === pid)?.calls.map((c) => c.outcome) ?? [];
  }

  get broken(): readonly string[] {
    return this.world.violations.map(({ invariant }) => invariant);
  }
}

describe('a remote call', () => {
  it('succeeds when request and answer arrive', () => {
    const play = new Play().calls(A).runs(100);
    expect(play.outcomes(A)).toEqual(['success']);
    expect(play.detail.value).toBe(1);
  });

  it('fails when the server says no, and then nothing was done', () => {
    const play = new Play().calls(A, -1).runs(100);
    expect(play.outcomes(A)).toEqual(['failure']);
    expect(play.detail.value).toBe(0);
    expect(play.broken).toEqual([]);
  });

  it('looks the same to its caller when the request or the answer is lost', () => {
    const request = new Play().loses(A, C, 1).calls(A).runs(1000);
    const answer = new Play().loses(C, A, 1).calls(A).runs(1000);
    expect([request.outcomes(A), answer.outcomes(A)]).toEqual([['unknown'], ['unknown']]);
    expect([request.detail.value, answer.detail.value]).toEqual([0, 1]);
  });

  it('is carried out twice when its answer was lost and it is tried again', () => {
    const play = new Play().loses(C, A, 1).calls(A).runs(1000);
    play.loses(C, A, 0).retries(A).runs(1000);
    expect(play.outcomes(A)).toEqual(['success']);
    expect(play.detail.value).toBe(2);
  });

  it('is carried out once when the server knows its id', () => {
    const play = new Play({ deduplicate: true }).loses(C, A, 1).calls(A).runs(1000);
    play.loses(C, A, 0).retries(A).runs(1000);
    expect(play.outcomes(A)).toEqual(['success']);
    expect(play.detail.value).toBe(1);
    expect(play.broken).toEqual([]);
  });

  it('that is answered late is no longer unknown', () => {
    const play = new Play({ timeoutMs: 30 }).calls(A).runs(35);
    expect(play.outcomes(A)).toEqual(['unknown']);
    expect(play.runs(100).outcomes(A)).toEqual(['success']);
  });

  it('survives a crash of the server once it is answered', () => {
    const play = new Play().calls(A).runs(100).does({ kind: 'kill', pid: C });
    play.does({ kind: 'start', pids: [C] }).runs(10);
    expect(play.detail.value).toBe(1);
  });

  it('arrives in another order than it was sent when links differ', () => {
    const play = new Play();
    play.does({
      kind: 'latency',
      from: A,
      to: C,
      latency: { kind: 'fixed', us: 200_000 },
    });
    play.calls(A).runs(10).calls(B).runs(500);
    expect(play.detail.log.map(({ client }) => client)).toEqual([B, A]);
  });
});

describe('a refusal', () => {
  it('proves nothing about an earlier attempt when calls have no ids', () => {
    const play = new Play().calls(A).runs(100).loses(C, A, 1).calls(A, -1).runs(1000);
    play.loses(C, A, 0).retries(A).runs(1000);
    expect(play.outcomes(A)).toEqual(['success', 'failure']);
    expect(play.detail.log.map(({ ok }) => ok)).toEqual([true, true, false]);
  });

  it('is remembered with the call, where calls have ids', () => {
    const play = new Play({ deduplicate: true }).loses(C, A, 1).calls(A, -1).runs(1000);
    play.calls(B).runs(1000).loses(C, A, 0).retries(A).runs(1000);
    expect(play.outcomes(A)).toEqual(['failure']);
    expect(play.detail.value).toBe(1);
    expect(play.broken).toEqual([]);
  });
});

describe('a broken rule', () => {
  it('answer-before-disk lets a crash undo what a caller takes for done', () => {
    const play = new Play({ broken: ['answer-before-disk'] });
    play.does({ kind: 'disk-latency', pid: C, latency: { kind: 'fixed', us: 100_000 } });
    play.calls(A).runs(60).does({ kind: 'kill', pid: C });
    play.does({ kind: 'start', pids: [C] }).runs(200);
    expect(play.broken).toContain('C-Success');
  });

  it('forget-call-ids breaks at-most-once', () => {
    const play = new Play({ broken: ['forget-call-ids'], deduplicate: true });
    play.loses(C, A, 1).calls(A).runs(1000).retries(A).runs(1000);
    expect(play.broken).toContain('C-Once');
  });
});
