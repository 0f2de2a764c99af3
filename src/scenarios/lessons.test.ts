import { describe, expect, it } from 'vitest';
import { groups, lessons } from '../lessons/words.ts';
import type { Language } from '../lessons/words.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { lessonFile } from './lesson-file.ts';
import { load } from './load.ts';
import { NeverBegins } from './never-begins.ts';
import { playAll } from './play-all.ts';
import type { Played } from './played.ts';
import { questionProblems } from './questions.ts';

const fileOf = async (id: string): Promise<ScenarioFile> => {
  const file = await lessonFile(id);
  if (file === null) throw new Error(`no lesson ${id}`);
  return file;
};

/** What is wrong with a lesson that was played to its end; nothing, if all is well. */
function faults(file: ScenarioFile, played: Played = playAll(file)): string[] {
  const { stuck, violations, expectations } = played;
  return [
    ...(stuck === null ? [] : [`stuck at ${stuck}`]),
    ...violations.map(({ invariant, text }) => `${invariant}: ${text}`),
    ...expectations.filter(({ ok }) => !ok).map(({ text }) => `not so: ${text}`),
    ...questionProblems(file, played).map(({ where, text }) => `${where}: ${text}`),
  ];
}

/** Every file that lacks one of the things that are done in this one, each with what is lacking. */
function withoutOneDeed(file: ScenarioFile): { deed: string; file: ScenarioFile }[] {
  const { steps = [] } = file;
  return steps.flatMap(({ id, do: deeds = [] }, index) =>
    deeds.flatMap((what, at) => {
      if (what.kind === 'wait') return [];
      const others = deeds.filter((each) => each !== what);
      const changed = steps.map((step, place) =>
        place === index ? { ...step, do: others } : step,
      );
      // Only steps differ, which files of every protocol have.
      const lacking = { ...file, steps: changed } as ScenarioFile;
      return [{ deed: `${id}[${at}] ${JSON.stringify(what)}`, file: lacking }];
    }),
  );
}

/** What of a set-up says who is there: without it there would be no such process. */
const WHO = new Set(['profile', 'servers', 'clients', 'processes', 'server']);

/**
 * Paces, and policies for what a step does not come to: a lesson binds nothing to them, so that it
 * stays true when they change. `from`: where a run is taken before anybody looks.
 */
const ANY = new Set([
  'latency',
  'diskLatency',
  'stageMs',
  'timeoutMs',
  'retry',
  'delivery',
  'refusal',
  'from',
]);

/** Every copy of a record that lacks one of its fields, those left out that need not matter. */
const withoutOne = <T extends object>(record: T): { what: string; from: T }[] =>
  Object.keys(record).flatMap((key) => {
    if (WHO.has(key) || ANY.has(key)) return [];
    const kept = Object.entries(record).filter(([name]) => name !== key);
    return [{ what: key, from: Object.fromEntries(kept) as T }];
  });

/** Every file that lacks something of its set-up, of its network, or of what another run changes. */
function withoutOneGiven(file: ScenarioFile): { what: string; file: unknown }[] {
  const { setup, steps = [] } = file;
  const network = withoutOne(file).filter(({ what }) => NETWORK.has(what));
  const ofSetup = withoutOne<object>(setup).map(({ what, from }) => ({
    what: `setup.${what}`,
    file: { ...file, setup: from },
  }));
  const ofRuns = steps.flatMap((step, at) => {
    const change = (what: string, run: object) => ({
      what: `${step.id}.run.${what}`,
      file: { ...file, steps: (steps as readonly object[]).with(at, { ...step, run }) },
    });
    const { run } = step;
    if (run === undefined) return [];
    return [
      ...withoutOne<object>(run).map(({ what, from }) => change(what, from)),
      ...withoutOne<object>(run.setup ?? {}).map(({ what, from }) =>
        change(`setup.${what}`, { ...run, setup: from }),
      ),
    ];
  });
  return [...network.map(({ what, from }) => ({ what, file: from })), ...ofSetup, ...ofRuns];
}

const NETWORK = new Set(['links', 'breaks']);

/** Whether a file is refused, never comes to its beginning, or does not do what it says. */
function isBroken(file: unknown): boolean {
  const { scenario } = load(JSON.parse(JSON.stringify(file)));
  if (scenario === undefined) return true;
  try {
    return faults(scenario).length > 0;
  } catch (error) {
    if (error instanceof NeverBegins) return true;
    throw error;
  }
}

describe.each(lessons.map(({ id }) => id))('the lesson %s', (id) => {
  it('comes true: every step ends, every claim holds, each question has one right answer', async () => {
    const file = await fileOf(id);
    const played = playAll(file);
    expect(faults(file, played)).toEqual([]);
    const asked = file.steps?.flatMap(({ predict }) => (predict === undefined ? [] : [predict]));
    expect(asked?.filter(({ answer }) => answer === undefined)).toEqual([]);
    expect(played.expectations.length).toBeGreaterThan(0);
  });

  it('needs everything that is done in it: without any one deed something is not as it says', async () => {
    const idle = withoutOneDeed(await fileOf(id)).filter(({ file }) => faults(file).length === 0);
    expect(idle.map(({ deed }) => deed)).toEqual([]);
  });

  it('needs everything that it begins with: without any part of a set-up something is not as it says', async () => {
    const idle = withoutOneGiven(await fileOf(id)).filter(({ file }) => !isBroken(file));
    expect(idle.map(({ what }) => what)).toEqual([]);
  });

  it('does not depend on its seed', async () => {
    const file = await fileOf(id);
    for (const seed of [1, 2, 3, 4, 5, 100, 2026])
      expect(faults(file, playAll(file, { seed }))).toEqual([]);
  });

  it('runs the same way each time', async () => {
    const file = await fileOf(id);
    expect(playAll(file).digest).toBe(playAll(file).digest);
  });

  it('has 5 to 9 steps and 3 or 4 options a question', async () => {
    const { steps = [] } = await fileOf(id);
    expect(steps.length).toBeGreaterThanOrEqual(5);
    expect(steps.length).toBeLessThanOrEqual(9);
    const asked = steps.flatMap(({ predict }) => (predict === undefined ? [] : [predict]));
    expect(asked.filter(({ options }) => options.length < 3 || options.length > 4)).toEqual([]);
  });

  it('is in the catalogue as in its file', async () => {
    const { lesson, model } = await fileOf(id);
    const entry = lessons.find((each) => each.id === id);
    expect(lesson).toEqual({
      id: entry?.id,
      group: entry?.group,
      level: entry?.level,
      minutes: entry?.minutes,
    });
    expect(entry?.model).toBe(model);
    expect(groups.map((group): string => group.id)).toContain(entry?.group);
  });

  it.each(['en', 'zh-CN'] satisfies Language[])(
    'has all its words in %s, and no others',
    async (language) => {
      const { steps = [], expect: expected = [] } = await fileOf(id);
      const words = await lessons.find((each) => each.id === id)?.words(language);
      const keys = (record: object | undefined): string[] => Object.keys(record ?? {}).toSorted();
      expect(keys(words?.steps)).toEqual(steps.map((step) => step.id).toSorted());
      for (const step of steps) {
        const stepWords = words?.steps[step.id];
        expect(stepWords?.question !== undefined).toBe(step.predict !== undefined);
        const options = step.predict?.options.map((option) => option.id) ?? [];
        expect(keys(stepWords?.options)).toEqual(options.toSorted());
        // Each wrong answer has a reply of its own.
        const wrong = options.filter((option) => option !== step.predict?.answer);
        expect(keys(stepWords?.replies)).toEqual(wrong.toSorted());
        expect(Object.values(stepWords?.replies ?? {})).not.toContain('');
        const goals = step.tries?.goals.map((goal) => goal.id) ?? [];
        expect(keys(stepWords?.goals)).toEqual(goals.toSorted());
        expect(stepWords?.why).not.toBe('');
        expect(stepWords?.text).not.toBe('');
      }
      const claims = [...steps.flatMap((step) => step.expect ?? []), ...expected];
      expect(keys(words?.expectations)).toEqual(claims.map(({ text }) => text).toSorted());
      expect([words?.title, words?.line, words?.end]).not.toContain('');
    },
  );
});

describe('what the words of a lesson say beyond its claims', () => {
  const facts = async (id: string, rule: string) =>
    playAll(await fileOf(id)).trace.flatMap((record) =>
      record.facts.filter((fact) => fact.rule === rule),
    );

  it('after a crash, S4 votes for S1 and then S2, in round 2, and gets a DIFF of one transaction', async () => {
    const switched = await facts('after-a-crash', 'vote-switched');
    const late = switched.filter(({ data }) => data['heardEpoch'] === 1);
    expect(late.map(({ pid, data }) => `S${pid} ${data['from']}→${data['to']}`)).toEqual([
      'S4 4→1',
      'S1 1→2',
      'S4 1→2',
    ]);
    const rounds = await facts('after-a-crash', 'looking');
    expect(
      rounds.filter(({ data }) => data['epoch'] === 1).map(({ pid, data }) => [pid, data['round']]),
    ).toEqual([
      [1, 2],
      [2, 2],
      [4, 2],
      [3, 1],
      [5, 1],
    ]);
    const synced = await facts('after-a-crash', 'sync-decided');
    const toFour = synced.filter(({ pid, data }) => pid === 2 && data['learner'] === 4);
    expect(toFour.map(({ data }) => [data['how'], data['txns']])).toEqual([['DIFF', 1]]);
  });

  it('a late joiner with a longer log has it cut', async () => {
    const synced = await facts('late-joiner', 'sync-decided');
    const toFive = synced.filter(({ pid, data }) => pid === 3 && data['learner'] === 5);
    expect(toFive.map(({ data }) => data['how'])).toEqual(['TRUNC']);
  });
});

describe('a lesson that is wrong', () => {
  it('fails when one of its claims is false', async () => {
    const file = await fileOf('first-start');
    const claim = { text: 'one-leads', that: { leader: 1 } } as const;
    expect(faults({ ...file, expect: [claim] })).toEqual(['not so: one-leads']);
  });

  it('fails when a question has no right answer, two, or another than the file says', async () => {
    const file = await fileOf('first-start');
    const withOptions = (...conditions: ({ leader: 3 } | { leader: 1 } | { quiet: true })[]) => {
      const options = conditions.map((condition, index) => ({ id: `o${index}`, if: condition }));
      const predict = { answer: 'o0', options };
      const steps = file.steps?.map((step) => (step.id === 'third' ? { ...step, predict } : step));
      return faults({ ...file, steps: steps ?? [] } as ScenarioFile);
    };
    expect(withOptions({ leader: 1 }, { leader: 1 })).toEqual([
      'steps[2].predict.options: When the step is over no option would be right. Make it just one.',
    ]);
    expect(withOptions({ leader: 3 }, { quiet: true })).toEqual([
      'steps[2].predict.options: When the step is over several options (o0, o1) would be right. Make it just one.',
    ]);
    expect(withOptions({ leader: 1 }, { leader: 3 })).toEqual([
      'steps[2].predict.answer: The run makes "o1" right, not "o0". Change the answer, or what the step does.',
    ]);
    expect(withOptions({ leader: 3 }, { leader: 1 })).toEqual([]);
  });

  it('fails when a step never ends', async () => {
    const file = await fileOf('majorities');
    const steps = file.steps?.map((step) =>
      step.id === 'split' ? { ...step, until: { leader: 1 } as const } : step,
    );
    expect(faults({ ...file, steps: steps ?? [] } as ScenarioFile)).toEqual(
      expect.arrayContaining([
        'stuck at split',
        'steps[4].predict: The run never answers this question: step "split" does not come to its end.',
      ]),
    );
  });

  it('fails when an invariant breaks', async () => {
    const file = await fileOf('majorities');
    if (file.model !== 'election') throw new TypeError(file.model);
    const setup = { ...file.setup, broken: ['half-is-quorum'] };
    expect(faults({ ...file, setup }).join()).toContain('E-');
  });
});
