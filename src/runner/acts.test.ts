import { describe, expect, it } from 'vitest';
import type { Answer, Command } from '../view/command.ts';
import type { Frame } from '../view/frame.ts';
import type { Intervention } from '../view/intervention.ts';
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
  frame!: Frame;
  /** The newest of each part that an answer may have. */
  known: Partial<Answer> = {};

  async does(command: Command): Promise<Answer> {
    const { answer, frame } = await this.session.handle(command);
    this.known = { ...this.known, ...answer };
    if (frame !== null) ({ frame: this.frame } = frame);
    return answer;
  }
  intervenes(what: Intervention): Promise<Answer> {
    return this.does({ type: 'intervene', at: this.frame.time, what });
  }
  async digest(): Promise<string | undefined> {
    return (await this.does({ type: 'save' })).digest;
  }
  down(): readonly number[] {
    return this.frame.processes
      .filter(({ liveness }) => liveness === 'crashed')
      .map(({ pid }) => pid);
  }
}

const kill = (pid: number): Intervention => ({ kind: 'kill', pid });

const at = async (until: number): Promise<Person> => {
  const person = new Person();
  await person.does({ type: 'open', scenario: five });
  await person.does({ type: 'advance', until });
  return person;
};

describe('taking back', () => {
  it('goes to just before the newest act, and what follows is as if it had not been done', async () => {
    const person = await at(8_000_000);
    const { position } = person.frame;
    await person.does({ type: 'advance', until: 9_000_000 });
    const undisturbed = await person.digest();
    await person.does({ type: 'seek', position });
    const before = await person.digest();

    await person.intervenes(kill(3));
    await person.does({ type: 'advance', until: 9_000_000 });
    const killed = await person.digest();
    expect(person.known.undo?.what).toEqual(kill(3));

    const { did } = await person.does({ type: 'undo' });
    expect(did?.what).toEqual(kill(3));
    expect(person.frame.position).toBe(position);
    expect(await person.digest()).toBe(before);
    expect(person.known.undo).toBeNull();
    expect(person.known.redo?.what).toEqual(kill(3));

    await person.does({ type: 'advance', until: 9_000_000 });
    expect(person.down()).toEqual([]);
    expect(await person.digest()).toBe(undisturbed);

    // Doing it again leads to the branch that was kept.
    const again = await person.does({ type: 'redo' });
    expect(again.did?.what).toEqual(kill(3));
    expect(person.down()).toEqual([3]);
    expect(person.known.redo).toBeNull();
    await person.does({ type: 'advance', until: 9_000_000 });
    expect(await person.digest()).toBe(killed);
  });

  it('takes back one act after the other, and does them again in their order', async () => {
    const person = await at(8_000_000);
    const digests = [await person.digest()];
    for (const pid of [1, 2, 4]) {
      await person.intervenes(kill(pid));
      digests.push(await person.digest());
    }
    for (const left of [2, 1, 0]) {
      await person.does({ type: 'undo' });
      expect(person.down()).toEqual([1, 2, 4].slice(0, left));
      expect(await person.digest()).toBe(digests[left]);
    }
    expect((await person.does({ type: 'undo' })).did).toBeNull();
    for (const done of [1, 2, 3]) {
      await person.does({ type: 'redo' });
      expect(person.down()).toEqual([1, 2, 4].slice(0, done));
      expect(await person.digest()).toBe(digests[done]);
    }
    expect((await person.does({ type: 'redo' })).did).toBeNull();
  });

  it('makes no further branch when the same is taken back once more', async () => {
    const person = await at(8_000_000);
    await person.intervenes(kill(1));
    await person.does({ type: 'undo' });
    const branches = person.known.branches?.length;
    for (let times = 0; times < 3; times++) {
      await person.does({ type: 'redo' });
      await person.does({ type: 'undo' });
    }
    expect(person.known.branches?.length).toBe(branches);
  });

  it('keeps both: what is done instead stands on a branch of its own', async () => {
    const person = await at(8_000_000);
    await person.intervenes(kill(1));
    await person.does({ type: 'undo' });
    await person.intervenes(kill(2));
    expect(person.known.redo).toBeNull();
    expect(person.down()).toEqual([2]);
    await person.does({ type: 'undo' });
    expect(person.down()).toEqual([]);
    await person.does({ type: 'advance', until: 8_500_000 });
    expect(person.down()).toEqual([]);
    await person.does({ type: 'branch', id: 0 });
    expect(person.down()).toEqual([1]);
  });

  it('takes back at once what was done as one act, however much happened between, and does it again', async () => {
    const person = await at(8_000_000);
    const before = await person.digest();
    await person.intervenes(kill(1));
    const other = await person.digest();
    const links = [{ a: 2, b: 3 }];
    await person.intervenes({ kind: 'cut-links', links });
    await person.does({ type: 'advance', until: 9_000_000 });
    const what = { kind: 'mend-links', links } as const;
    await person.does({ type: 'intervene', at: person.frame.time, what, goesOn: true });
    const done = await person.digest();
    expect(person.known.undo?.what.kind).toBe('cut-links');

    expect((await person.does({ type: 'undo' })).did?.what.kind).toBe('cut-links');
    expect(await person.digest()).toBe(other);
    await person.does({ type: 'undo' });
    expect(await person.digest()).toBe(before);

    await person.does({ type: 'redo' });
    expect(await person.digest()).toBe(other);
    expect((await person.does({ type: 'redo' })).did?.what.kind).toBe('cut-links');
    expect(await person.digest()).toBe(done);
    expect((await person.does({ type: 'redo' })).did).toBeNull();

    // Between the two only what has been done by then is taken back.
    const { position } = person.frame;
    await person.does({ type: 'seek', position: position - 2 });
    expect((await person.does({ type: 'undo' })).did?.what.kind).toBe('cut-links');
    expect(await person.digest()).toBe(other);
  });

  it('of a shared run, too, what was one act is taken back at once', async () => {
    const shared = await at(8_000_000);
    const links = [{ a: 2, b: 3 }];
    await shared.intervenes({ kind: 'cut-links', links });
    await shared.does({ type: 'advance', until: 9_000_000 });
    const what = { kind: 'mend-links', links } as const;
    await shared.does({ type: 'intervene', at: shared.frame.time, what, goesOn: true });
    await shared.intervenes(kill(1));
    const digest = await shared.digest();
    const { scenario } = shared.known;

    const person = new Person();
    await person.does({ type: 'open', scenario });
    await person.does({ type: 'seek', position: shared.frame.position });
    expect(await person.digest()).toBe(digest);
    // And who saves it again says the same.
    expect(person.known.scenario).toEqual(scenario);
    expect((await person.does({ type: 'undo' })).did?.what).toEqual(kill(1));
    expect((await person.does({ type: 'undo' })).did?.what.kind).toBe('cut-links');
    expect((await person.does({ type: 'undo' })).did).toBeNull();
  });

  it('where the first of one act makes no sense any more, what went on with it is an act', async () => {
    const person = new Person();
    const interventions = [
      { timeMs: 8000, what: kill(1) },
      { timeMs: 8100, what: { kind: 'resume', pid: 2 } },
      { timeMs: 8200, what: kill(2), goesOn: true },
      { timeMs: 8300, what: kill(3), goesOn: true },
    ] as const;
    await person.does({ type: 'open', scenario: { ...five, version: 3, interventions } });
    await person.does({ type: 'advance', until: 9_000_000 });
    expect(person.down()).toEqual([1, 2, 3]);
    expect((await person.does({ type: 'undo' })).did?.what).toEqual(kill(2));
    expect((await person.does({ type: 'undo' })).did?.what).toEqual(kill(1));
  });

  it('takes back what a shared run did, too', async () => {
    const shared = await at(8_000_000);
    await shared.intervenes(kill(3));
    await shared.does({ type: 'save' });
    const person = new Person();
    await person.does({ type: 'open', scenario: shared.known.scenario });
    await person.does({ type: 'advance', until: 9_000_000 });
    expect(person.down()).toEqual([3]);
    await person.does({ type: 'undo' });
    await person.does({ type: 'advance', until: 9_000_000 });
    expect(person.down()).toEqual([]);
  });
});

describe('taking back in a lesson', () => {
  it('leaves what the lesson does, and the lesson goes on to its end', async () => {
    const person = new Person();
    await person.does({ type: 'open-lesson', id: 'after-a-crash' });
    const last = (person.known.lesson?.steps.length ?? 0) - 1;
    await person.does({ type: 'lesson-step', index: last });
    expect(person.known.interventions?.length).toBeGreaterThan(0);
    expect(person.known.undo).toBeNull();
    const { position } = person.frame;
    expect((await person.does({ type: 'undo' })).did).toBeNull();
    expect(person.frame.position).toBe(position);

    // What the person does between is taken back, whether the script has gone on or not.
    const [first] = person.frame.processes.filter(({ liveness }) => liveness === 'up');
    await person.does({ type: 'lesson-begin-step' });
    await person.intervenes({ kind: 'pause', pid: first?.pid ?? 0 });
    await person.does({ type: 'step', by: 1, all: true });
    expect((await person.does({ type: 'undo' })).did?.what.kind).toBe('pause');
    expect(person.known.lesson).toMatchObject({ index: last, phase: 'running' });
    for (let times = 0; person.known.lesson?.phase === 'running' && times < 1000; times++) {
      const until = (person.frame.nextTime ?? person.frame.time) + 100_000;
      await person.does({ type: 'advance', until });
    }
    expect(person.known.lesson?.phase).toBe('done');
    expect(person.known.lesson?.expectations.filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe('where a run opens', () => {
  it('what led to its moment is nobody’s act, and stays when the person takes back their own', async () => {
    const person = new Person();
    const way = [{ kind: 'wait', until: { leader: 'any' } }, kill(3)] as const;
    await person.does({ type: 'open', scenario: five, way });
    expect([person.known.undo, person.down()]).toEqual([null, [3]]);
    await person.intervenes(kill(1));
    expect(person.known.undo?.what).toEqual(kill(1));
    await person.does({ type: 'undo' });
    expect([person.known.undo, person.down()]).toEqual([null, [3]]);
    expect((await person.does({ type: 'undo' })).did).toBeNull();
  });
});

describe('what is awaited', () => {
  const awaits = [{ condition: { quiet: true }, withinMs: 1000 }] as const;

  it('is awaited no more by whoever steps on by hand', async () => {
    const person = await at(8_000_000);
    const act = { type: 'intervene', at: 8_000_000, what: kill(1), playing: true } as const;
    await person.does({ ...act, awaits });
    await person.does({ type: 'step', by: 1, all: true });
    const { over } = await person.does({ type: 'advance', until: 30_000_000 });
    expect([over, person.frame.time > 29_000_000]).toEqual([undefined, true]);
  });
});

it('where nothing but pings is to come, a step takes one, and nothing of interest is looked for', async () => {
  const person = await at(8_000_000);
  await person.does({ type: 'run-until', condition: { quiet: true }, withinMs: 600_000 });
  const there = person.frame.position;
  await person.does({ type: 'step', by: 1, all: false });
  expect(person.frame.position).toBe(there + 1);
  const { problem } = await person.does({ type: 'next-interesting' });
  expect([problem?.code, person.frame.position]).toEqual(['nothing-ahead', there + 1]);
});
