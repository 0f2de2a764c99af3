import { describe, expect, it } from 'vitest';
import type { Answer, Command } from '../view/command.ts';
import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { Session } from './session.ts';

const five: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 1,
  setup: {
    profile: 'zookeeper-3.8',
    servers: [1, 2, 3, 4, 5].map((sid) => ({ sid, startMs: sid * 1000 })),
  },
};

class Person {
  readonly session = new Session();
  frame!: Frame<ElectionDetail>;
  answer!: Answer;

  async does(command: Command): Promise<Answer> {
    const { answer, frame } = await this.session.handle(command);
    this.answer = answer;
    if (frame !== null) this.frame = frame.frame as Frame<ElectionDetail>;
    return answer;
  }

  /** `S1 FOLLOWING, S2 crashed, …` */
  servers(): string {
    return this.frame.processes
      .map(({ name, liveness, state }) => `${name} ${liveness === 'up' ? state : liveness}`)
      .join(', ');
  }
}

const opened = async (scenario: unknown = five): Promise<Person> => {
  const person = new Person();
  await person.does({ type: 'open', scenario });
  return person;
};

describe('a session', () => {
  it('says what to do when nothing is open', async () => {
    const person = new Person();
    expect((await person.does({ type: 'step', by: 1, all: false })).problem?.code).toBe(
      'nothing-open',
    );
  });

  it('refuses a broken scenario with its place, and keeps the run that is open', async () => {
    const person = await opened();
    const broken = { ...five, setup: { ...five.setup, servers: [{ sid: 1 }, { sid: 1 }] } };
    const { problem } = await person.does({ type: 'open', scenario: broken });
    expect(problem?.where).toBe('setup.servers[1].sid');
    await person.does({ type: 'advance', until: 2_500_000 });
    expect(person.frame.processes).toHaveLength(5);
  });

  it('elects S3 of five servers that start one by one', async () => {
    const person = await opened();
    await person.does({ type: 'run-until', condition: { leader: 'any' }, withinMs: 60_000 });
    expect(person.answer.reached).toBe(true);
    expect(person.frame.detail.established).toEqual({ leader: 3, epoch: 1 });
    await person.does({ type: 'advance', until: 8_000_000 });
    expect(person.servers()).toBe(
      'S1 FOLLOWING, S2 FOLLOWING, S3 LEADING, S4 FOLLOWING, S5 FOLLOWING',
    );
  });

  it('is not quiet while a start is still planned', async () => {
    const person = await opened();
    await person.does({ type: 'run-until', condition: { quiet: true }, withinMs: 60_000 });
    expect(person.answer.reached).toBe(true);
    expect(person.servers()).toBe(
      'S1 FOLLOWING, S2 FOLLOWING, S3 LEADING, S4 FOLLOWING, S5 FOLLOWING',
    );
  });

  it('says when a condition did not come true in time', async () => {
    const person = await opened();
    await person.does({ type: 'run-until', condition: { leader: 5 }, withinMs: 20_000 });
    expect(person.answer.reached).toBe(false);
  });

  it('steps over pings, and back to where it was', async () => {
    const person = await opened();
    await person.does({ type: 'run-until', condition: { leader: 'any' }, withinMs: 60_000 });
    await person.does({ type: 'step', by: 1, all: false });
    const there = person.frame.position;
    await person.does({ type: 'step', by: 1, all: false });
    expect(person.frame.position).toBeGreaterThan(there);
    await person.does({ type: 'step', by: -1, all: false });
    expect(person.frame.position).toBe(there);
  });

  it('stops at the next interesting event', async () => {
    const person = await opened();
    await person.does({ type: 'next-interesting' });
    expect(person.answer.happened.map(({ rule }) => rule)).toContain('started');
  });

  it('kills in the past on a branch of its own', async () => {
    const person = await opened();
    await person.does({ type: 'advance', until: 8_000_000 });
    await person.does({ type: 'seek', position: 20 });
    await person.does({ type: 'intervene', at: person.frame.time, what: { kind: 'kill', pid: 1 } });
    expect(person.answer.problem).toBeNull();
    expect(person.answer.branches).toHaveLength(2);
    expect(person.servers()).toContain('S1 crashed');
    await person.does({ type: 'branch', id: 0 });
    expect(person.servers()).toContain('S1 FOLLOWING');
  });

  it('names why something cannot be done', async () => {
    const person = await opened();
    const { problem } = await person.does({
      type: 'intervene',
      at: 0,
      what: { kind: 'kill', pid: 9 },
    });
    expect(problem).toMatchObject({ code: 'no-such-process', data: { pid: 9 } });
  });

  it('says so when asked about a process that this run does not have', async () => {
    const person = await opened();
    expect((await person.does({ type: 'inspect', pid: 77 })).problem?.code).toBe('not-in-this-run');
    expect((await person.does({ type: 'branch', id: 5 })).problem?.code).toBe('not-in-this-run');
  });

  it('holds a vote and all behind it, and delivers it at once when asked', async () => {
    const person = await opened();
    await person.does({ type: 'advance', until: 1_900_000 });
    let votes: Frame['messages'] = [];
    for (let step = 0; votes.length === 0 && step < 200; step++) {
      await person.does({ type: 'step', by: 1, all: true });
      votes = person.frame.messages.filter(({ kind }) => kind === 'notification');
    }
    const message = votes[0]?.id ?? 0;
    await person.does({
      type: 'intervene',
      at: person.frame.time,
      what: { kind: 'hold', message },
    });
    expect(person.frame.messages.find(({ id }) => id === message)?.status).toBe('held');
    const { problem } = await person.does({
      type: 'intervene',
      at: person.frame.time,
      what: { kind: 'drop', message },
    });
    expect(problem?.code).toBe('not-on-this-link');
    const { time } = person.frame;
    await person.does({ type: 'intervene', at: time, what: { kind: 'deliver', message } });
    expect(person.frame.messages.find(({ id }) => id === message)).toBeUndefined();
    expect(person.frame.time).toBe(time);
  });

  it('saves a run that opens again with the same digest', async () => {
    const person = await opened();
    await person.does({ type: 'advance', until: 3_600_000 });
    await person.does({ type: 'intervene', at: person.frame.time, what: { kind: 'kill', pid: 3 } });
    await person.does({ type: 'advance', until: 9_000_000 });
    const { scenario, digest } = await person.does({ type: 'save' });
    const { position } = person.frame;
    const again = await opened(JSON.parse(JSON.stringify(scenario)));
    // A drag seeks many times a second: nobody reads a digest there.
    expect(await again.does({ type: 'seek', position })).not.toHaveProperty('digest');
    while (again.frame.position < position) await again.does({ type: 'step', by: 1, all: true });
    expect((await again.does({ type: 'save' })).digest).toBe(digest);
    expect(again.servers()).toBe(person.servers());
  });

  it('tells when something other than pings happens next', async () => {
    const person = await opened();
    await person.does({ type: 'advance', until: 1_500_000 });
    expect(person.frame.nextInteresting).toBe(1_600_000);
  });
});

describe('a lesson in a session', () => {
  it('is over at its last step with every expectation met, jumped to or played', async () => {
    const person = new Person();
    await person.does({ type: 'open-lesson', id: 'after-a-crash' });
    const { lesson } = person.answer;
    const last = (lesson?.steps.length ?? 0) - 1;
    expect(lesson).toMatchObject({ index: 0, phase: 'ready' });
    await person.does({ type: 'lesson-step', index: last });
    expect(person.answer.lesson).toMatchObject({ index: last, phase: 'ready' });
    await person.does({ type: 'lesson-begin-step' });
    while (person.answer.lesson?.phase === 'running') {
      await person.does({ type: 'step', by: 1, all: true });
    }
    expect(person.answer.lesson?.phase).toBe('done');
    expect(person.answer.lesson?.expectations.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('stands between its steps however long one plays', async () => {
    const person = new Person();
    await person.does({ type: 'open-lesson', id: 'first-start' });
    await person.does({ type: 'advance', until: 60_000_000 });
    expect(person.frame.position).toBe(0);
  });

  it('repeats a step that was jumped back to', async () => {
    const person = new Person();
    await person.does({ type: 'open-lesson', id: 'first-start' });
    await person.does({ type: 'lesson-step', index: 2 });
    const { position } = person.frame;
    await person.does({ type: 'lesson-step', index: 1 });
    expect(person.answer.lesson).toMatchObject({ index: 1, phase: 'ready' });
    await person.does({ type: 'lesson-step', index: 2 });
    expect(person.frame.position).toBe(position);
    expect(person.answer.branches ?? []).toHaveLength(0);
  });

  it('says that it does not know a lesson', async () => {
    const person = new Person();
    const { problem } = await person.does({ type: 'open-lesson', id: 'no-such' });
    expect(problem?.code).toBe('unknown-lesson');
  });
});

describe('a lesson of several runs in a session', () => {
  const opened2 = async (): Promise<Person> => {
    const person = new Person();
    await person.does({ type: 'open-lesson', id: 'paxos-case-2' });
    return person;
  };
  const playOn = async (person: Person): Promise<void> => {
    await person.does({ type: 'lesson-begin-step' });
    while (person.answer.lesson?.phase === 'running')
      await person.does({ type: 'step', by: 1, all: true });
  };

  it('shows another run with the step that begins it, from where that says', async () => {
    const person = await opened2();
    await person.does({ type: 'lesson-step', index: 4 });
    expect(person.answer.anew).toBeUndefined();
    await playOn(person);
    const { position } = person.frame;
    await person.does({ type: 'lesson-step', index: 5 });
    expect(person.answer).toMatchObject({ anew: true, lesson: { index: 5, phase: 'ready' } });
    expect(person.frame.position).toBeLessThan(position);
    expect(person.frame.detail).toMatchObject({ schedule: { done: 10 } });
    expect(person.answer.marks).toBeDefined();
    await playOn(person);
    // The invariants that break are the lesson: nothing stops there.
    expect(person.answer).toMatchObject({
      end: null,
      lesson: { phase: 'done', answer: 'propose' },
    });
    expect(person.frame.violations.map(({ invariant }) => invariant)).toContain('I-Agreement');
    expect(person.answer.lesson?.expectations.map(({ ok }) => ok)).not.toContain(false);
  });

  it('jumped to its end, has played what lies before; and goes back to the first run', async () => {
    const person = await opened2();
    await person.does({ type: 'lesson-step', index: 5 });
    await playOn(person);
    expect(person.answer.lesson?.expectations.map(({ ok }) => ok)).not.toContain(false);
    await person.does({ type: 'lesson-step', index: 0 });
    expect(person.answer).toMatchObject({ anew: true, lesson: { index: 0, phase: 'ready' } });
    expect(person.frame.position).toBe(0);
    expect(person.frame.violations).toEqual([]);
  });

  it('stands at the end of a run until the person goes on to the next', async () => {
    const person = await opened2();
    await person.does({ type: 'lesson-step', index: 4 });
    await playOn(person);
    const { time } = person.frame;
    await person.does({ type: 'advance', until: time + 60_000_000 });
    expect(person.frame.time).toBe(time);
  });

  it('begins its first step where its run begins, whoever went back before that', async () => {
    const person = await opened2();
    await person.does({ type: 'lesson-step', index: 5 });
    await person.does({ type: 'seek', position: 3 });
    await playOn(person);
    expect(person.answer.lesson).toMatchObject({ phase: 'done', answer: 'propose' });
  });

  it('saves the run on screen, broken rule and all', async () => {
    const person = await opened2();
    await person.does({ type: 'lesson-step', index: 5 });
    await playOn(person);
    const { scenario, digest } = await person.does({ type: 'save' });
    expect(scenario).toMatchObject({ setup: { broken: ['keep-own-value'] } });
    const again = await opened(JSON.parse(JSON.stringify(scenario)));
    await again.does({ type: 'seek', position: person.frame.position });
    expect((await again.does({ type: 'save' })).digest).toBe(digest);
  });
});
