import { describe, expect, it } from 'vitest';
import type { Answer, Command } from '../view/command.ts';
import type { Told } from '../view/fact.ts';
import type { Frame, Mark } from '../view/frame.ts';
import { withNews } from '../view/marks.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { Session } from './session.ts';

const five: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 1,
  setup: {
    profile: 'zookeeper-3.8',
    servers: [1, 2, 3, 4, 5].map((sid) => ({ sid, startMs: 0 })),
  },
  latency: { kind: 'uniform', min: 5000, max: 15_000 },
};

class Watcher {
  readonly session = new Session();
  frame!: Frame;
  marks: readonly Mark[] = [];

  async does(command: Command): Promise<Answer> {
    const { answer, frame } = await this.session.handle(command);
    if (answer.problem !== null) throw new Error(answer.problem.text);
    if (frame !== null) this.frame = frame.frame;
    if (answer.marks !== undefined) this.marks = withNews(this.marks, answer.marks);
    return answer;
  }

  /** Plays, and stands at each thing worth reading; with the frame that came with it. */
  async plays(until: number): Promise<(Told & { readonly frame: Frame })[]> {
    const all: (Told & { readonly frame: Frame })[] = [];
    for (;;) {
      const { told } = await this.does({ type: 'advance', until, stops: { told: true } });
      if (told === undefined) return all;
      all.push({ ...told, frame: this.frame });
    }
  }
}

const opened = async (): Promise<Watcher> => {
  const watcher = new Watcher();
  await watcher.does({ type: 'open', scenario: five });
  return watcher;
};
const rules = (told: readonly Told[]): Set<string> => new Set(told.map(({ fact }) => fact.rule));

describe('playing that is told', () => {
  it('stands at each change worth a sentence, with the frame of that very step', async () => {
    const watcher = await opened();
    const told = await watcher.plays(2_000_000);
    for (const rule of ['looking', 'vote-switched', 'quorum-seen', 'leader-established'])
      expect([...rules(told)]).toContain(rule);
    // The sentence, the stage and the clock name the same event.
    for (const { fact, frame } of told)
      expect([fact.step, fact.time]).toEqual([frame.position - 1, frame.time]);
    expect(told[0]).toMatchObject({ fact: { rule: 'started', pid: 1 }, more: 4 });
    const votesFor5 = told.filter(({ again }) => again === 'vote-switched 5');
    expect(votesFor5.length).toBeGreaterThan(2);
  });

  it('is the same run as one that is not told', async () => {
    const [told, silent] = [await opened(), await opened()];
    await told.plays(2_000_000);
    await silent.does({ type: 'advance', until: 2_000_000 });
    const [a, b] = [await told.does({ type: 'save' }), await silent.does({ type: 'save' })];
    expect(a.digest).toBe(b.digest);
  });
});

describe('an act while a run plays', () => {
  it('is done at what was seen: what was computed beyond that is taken back', async () => {
    const watcher = await opened();
    await watcher.does({ type: 'advance', until: 5_000_000 });
    const { position, length, time, branch } = watcher.frame;
    await watcher.does({ type: 'advance', until: 65_000_000 });
    expect(watcher.frame.length).toBeGreaterThan(length + 100);
    const what = { kind: 'kill', pid: 5 } as const;
    const at = time + 10;
    const acted = await watcher.does({
      type: 'intervene',
      at,
      what,
      seen: position,
      playing: true,
    });
    expect(watcher.frame).toMatchObject({
      branch,
      position: position + 1,
      length: position + 1,
      time: at,
    });
    expect(acted.told?.fact).toMatchObject({ rule: 'crashed', pid: 5 });
    expect(acted.branches?.length).toBe(1);
    expect(watcher.marks.every((mark) => mark.position <= position + 1)).toBe(true);
    expect(watcher.marks.at(-1)).toMatchObject({ kind: 'crashed', position: position + 1 });

    // It is the run of somebody who had never looked ahead.
    const other = await opened();
    await other.does({ type: 'advance', until: 5_000_000 });
    await other.does({ type: 'intervene', at, what, playing: true });
    for (const one of [watcher, other]) await one.does({ type: 'advance', until: 9_000_000 });
    const [a, b] = [await watcher.does({ type: 'save' }), await other.does({ type: 'save' })];
    expect(a.digest).toBe(b.digest);
    expect(a.scenario).toEqual(b.scenario);
  });

  it('starts a branch where what lies beyond had been seen', async () => {
    const watcher = await opened();
    await watcher.does({ type: 'advance', until: 5_000_000 });
    const { position: end } = watcher.frame;
    await watcher.does({ type: 'seek', position: end - 50 });
    const { position, time } = watcher.frame;
    await watcher.does({ type: 'advance', until: time + 20_000_000 });
    await watcher.does({
      type: 'intervene',
      at: time,
      what: { kind: 'kill', pid: 5 },
      seen: position,
      playing: true,
    });
    expect(watcher.frame).toMatchObject({ branch: 1, position: position + 1 });
    const { branches } = await watcher.does({ type: 'branch', id: 0 });
    expect(watcher.frame.length).toBe(end);
    expect(branches?.length ?? 2).toBe(2);
  });
});

describe('a jump', () => {
  it('says what happened last on the way there, wherever it goes', async () => {
    const watcher = await opened();
    await watcher.does({ type: 'advance', until: 30_000_000 });
    const { length } = watcher.frame;
    for (let position = 1; position <= length; position += 7) {
      const { happened } = await watcher.does({ type: 'seek', position });
      expect(happened.length, `position ${position}`).toBeGreaterThan(0);
      expect(happened[0]?.step).toBeLessThan(position);
    }
    expect((await watcher.does({ type: 'seek', position: 0 })).happened).toEqual([]);
  });
});

describe('the next interesting event', () => {
  it('is a vote, a quorum or a new leader too', async () => {
    const watcher = await opened();
    const seen = new Set<string>();
    while (watcher.frame.time < 1_000_000) {
      const { happened } = await watcher.does({ type: 'next-interesting' });
      for (const { rule } of happened) seen.add(rule);
    }
    for (const rule of ['vote-switched', 'quorum-seen', 'leading', 'leader-established'])
      expect([...seen]).toContain(rule);
  });
});
