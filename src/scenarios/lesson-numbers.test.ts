import { describe, expect, it } from 'vitest';
import { misconceptions } from '../lessons/misconceptions.ts';
import { lessons } from '../lessons/words.ts';
import type { LessonStepWords, LessonText } from '../lessons/words.ts';
import { serverConfigOf } from '../zookeeper/config.ts';
import type { ScenarioFile, ScenarioStep } from '../view/scenario.ts';
import { lessonFile } from './lesson-file.ts';
import { numbersIn, numbersSaid } from './testing/numbers-said.ts';

/**
 * Numbers that a step says and does not assert itself: which other step does, or of which of them,
 * asserted there, they follow. `of` may also name what stands outside of the run.
 */
interface Elsewhere {
  readonly in: readonly string[];
  /** What `is` is made of; without it the number itself stands there. */
  readonly of?: readonly number[];
  readonly is?: (...of: readonly number[]) => number;
}

const minus = (a = 0, b = 0): number => a - b;
const times = (a = 0, b = 0): number => a * b;
const plus = (a = 0, b = 0): number => a + b;

/** By `lesson.step`; by `lesson` alone what is said around its steps. */
const ELSEWHERE: Readonly<Record<string, Readonly<Record<string, Elsewhere>>>> = {
  'after-a-crash': {
    '12': { in: ['eighth', 'winner'], of: [43, 31], is: minus },
    '14': { in: ['last', 'winner'], of: [57, 43], is: minus },
  },
  'push-the-bell': { '11': { in: ['pull', 'subscribe'], of: [25, 14], is: minus } },
  'what-a-session-is': {
    '12': { in: ['silence', 'expires'], of: [6600, 5500], is: inWholeSeconds },
  },
  'znode-tree': { '12': { in: ['dies'], of: [12_100], is: inWholeSeconds } },
  'after-a-crash.winner': { '1·7': { in: ['hears'] } },
  'after-a-crash.return': { '1·8': { in: ['eighth'] } },
  // The steps of a duel: each side leaves out the other's numbers.
  'paxos-case-2.both': { '6': { in: ['both'], of: [3, 2], is: times } },
  'paxos-case-3.end': {
    '14': { in: ['end', 'turn'], of: [36, 22], is: minus },
    '16': { in: ['end', 'turn'], of: [40, 24], is: minus },
  },
  'paxos-case-3.on': {
    '11': { in: ['on', 'end'], of: [190, 36], is: (a = 0, b = 0) => (a - b) / 14 },
  },
  'majorities.overlap': { '6': { in: ['overlap'], of: [3, 3], is: plus } },
  'two-owners.zookeeper': { '184': { in: ['sleeps'] } },
  'push-the-bell.subscribe': {
    '8': { in: ['subscribe'], of: [4, 2], is: times },
    '6': { in: ['subscribe'], of: [3, 2], is: times },
  },
  // What the wrong options say is what their conditions ask of the run.
  'push-the-bell.pull': {
    '5': { in: ['pull', 'subscribe'], of: [19, 14], is: minus },
    '8': { in: ['pull', 'subscribe'], of: [22, 14], is: minus },
    '11': { in: ['pull', 'subscribe'], of: [25, 14], is: minus },
  },
  'push-the-bell.leaves': {
    '8': { in: ['leaves', 'same'], of: [71, 63], is: minus },
    '11': { in: ['leaves', 'same'], of: [74, 63], is: minus },
  },
  'what-a-session-is.bounds': {
    '10': { in: ['opens'] },
    '20': { in: ['bounds'], of: [40_000], is: (a = 0) => a / serverConfigOf().tickTime },
  },
  'what-a-session-is.expires': {
    '10': { in: ['silence', 'expires'], of: [6700, 3300], is: (a = 0, b = 0) => (a + b) / 1000 },
    '12': { in: ['silence', 'expires'], of: [6600, 5500], is: inWholeSeconds },
  },
  'znode-tree.sequential': { '0': { in: ['sequential'], of: [1, 1], is: minus } },
  'znode-tree.offline': { '6': { in: ['offline'], of: [5500, 7000], is: aboutSeconds } },
  'znode-tree.next-number': { '1': { in: ['dies'] }, '2': { in: ['dies'] }, '3': { in: ['both'] } },
  'one-write-one-read.queue': {
    '21': { in: ['queue'], of: [6, 3], is: (a = 0, b = 0) => 3 * a + b },
  },
  'what-majorities-cost.three': { '6': { in: ['three'], of: [2], is: (a = 0) => 3 * a } },
  'what-majorities-cost.five': { '12': { in: ['five'], of: [4], is: (a = 0) => 3 * a } },
  'what-majorities-cost.observers': {
    '8': { in: ['observers'], of: [2], is: (a = 0) => 4 * a },
    '12': { in: ['five'], of: [4], is: (a = 0) => 3 * a },
  },
  'read-write-split.write': { '7': { in: ['write'], of: [2, 1], is: (a = 0, b = 0) => 3 * a + b } },
  'thundering-herd.to-the-end': { '9': { in: ['nine'] } },
  'thundering-herd.twice': {
    '4': { in: ['twice'], of: [1030, 265], is: (a = 0, b = 0) => Math.round(a / b) },
    '45': { in: ['to-the-end'] },
  },
  'seven-generals.one-round-less': { '156': { in: ['two-liars'] } },
  'master-and-standby.takes-over': { '1·3': { in: ['race'] } },
  'master-and-standby.sleeps': { '1·6': { in: ['takes-over'] } },
};

/** Facts with a source and without a run: versions of ZooKeeper, the figures of Raft’s paper (§9.3). */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  'watch-fires-once.persistent': ['3.6'],
  'livelock-cures.chance': ['150', '300'],
  'break-zab.order': ['3.8'],
};

/** Of waits in ms that follow each other. */
function inWholeSeconds(a = 0, b = 0): number {
  return Math.floor((a + b) / 1000);
}

/** Of a range in ms, in whole seconds. */
function aboutSeconds(least = 0, most = 0): number {
  return Math.round((least + most) / 2 / 1000);
}

/** What a step asserts, and what it is made of. */
const assertedBy = (file: ScenarioFile, step: ScenarioStep): ReadonlySet<string> => {
  const { expect: expected, do: deeds, until, when, predict, run } = step;
  const last = file.steps?.at(-1) === step ? file.expect : [];
  const own = [expected, deeds, until, when, predict, run, last, file.setup];
  return own.reduce<Set<string>>((found, part) => numbersIn(part, '', found), new Set());
};

type Has = (step: string, number: number | string) => boolean;

/** Whether another step asserts it, or that of which it is made. */
function follows(key: string, number: string, has: Has): boolean {
  const other = ELSEWHERE[key]?.[number];
  if (other === undefined) return false;
  const { in: places, of = [number], is } = other;
  const there = of.every((each) => places.some((place) => has(place, each)));
  return there && (is === undefined || String(is(...of.map(Number))) === number);
}

/** Everything that is said at a step: also the question, and what it offers as answers. */
const textsOf = (words: LessonStepWords): string => {
  const { text, question = '', options = {}, why = '', raft = '', replies = {} } = words;
  const offered = [...Object.values(options), ...Object.values(replies)];
  return [text, question, ...offered, why, raft].join('\n');
};

/** What is said of the whole lesson: in the gallery, and at its end. */
const aroundSteps = ({ title, line, end, expectations }: LessonText): string =>
  [title, line, end, ...Object.values(expectations)].join('\n');

describe.each(lessons.map(({ id }) => id))('every number in the sentences of %s', (id) => {
  it('is asserted on the run', async () => {
    const file = await lessonFile(id);
    const words = await lessons.find((each) => each.id === id)?.words('en');
    const { steps = [] } = file ?? {};
    const asserted = new Map(
      steps.map((step) => [step.id, file === null ? new Set() : assertedBy(file, step)]),
    );
    const has: Has = (step, number) => asserted.get(step)?.has(String(number)) === true;
    const missing = steps.flatMap((step) => {
      const stepWords = words?.steps[step.id];
      const key = `${id}.${step.id}`;
      return numbersSaid(stepWords === undefined ? '' : textsOf(stepWords))
        .filter((number) => !has(step.id, number) && OUTSIDE[key]?.includes(number) !== true)
        .filter((number) => !follows(key, number, has))
        .map((number) => `${key}: ${number}`);
    });
    expect(missing).toEqual([]);
  });

  it('is asserted in some step also where no step says it: title, line, end, what was believed', async () => {
    const file = await lessonFile(id);
    const words = await lessons.find((each) => each.id === id)?.words('en');
    if (file === null || words === undefined) throw new Error(`no lesson ${id}`);
    const has: Has = (place, number) =>
      (file.steps ?? []).some(
        (step) => (place === '' || place === step.id) && assertedBy(file, step).has(String(number)),
      );
    const said = numbersSaid(aroundSteps(words));
    expect(said.filter((number) => !has('', number) && !follows(id, number, has))).toEqual([]);
  });

  it('is the same in Chinese', async () => {
    const entry = lessons.find((each) => each.id === id);
    const [english, chinese] = [await entry?.words('en'), await entry?.words('zh-CN')];
    if (english === undefined || chinese === undefined) throw new Error(`no lesson ${id}`);
    const texts = (words: LessonText): Readonly<Record<string, string>> => ({
      ...Object.fromEntries(
        Object.entries(words.steps).map(([step, said]) => [step, said ? textsOf(said) : '']),
      ),
      around: aroundSteps(words),
    });
    const theirs = texts(english);
    const others = Object.entries(texts(chinese)).flatMap(([place, text]) => {
      const said = new Set(numbersSaid(theirs[place] ?? ''));
      return numbersSaid(text)
        .filter((number) => !said.has(number))
        .map((number) => `${place}: ${number}`);
    });
    expect(others).toEqual([]);
  });
});

it('needs every exception that is made', async () => {
  const idle: string[] = [];
  for (const [key, numbers] of Object.entries(ELSEWHERE)) {
    const [id, step] = key.split('.');
    const words = await lessons.find((each) => each.id === id)?.words('en');
    const at = step === undefined ? undefined : words?.steps[step];
    const around = step === undefined && words !== undefined ? aroundSteps(words) : '';
    const said = numbersSaid(at === undefined ? around : textsOf(at));
    for (const number of Object.keys(numbers)) {
      if (!said.includes(number)) idle.push(`${key}: ${number}`);
    }
  }
  expect(idle).toEqual([]);
});

it('what learners believe, which stands in every lesson, says no number', () => {
  for (const language of ['en', 'zh-CN'] as const)
    expect(numbersSaid(Object.values(misconceptions(language)).join('\n'))).toEqual([]);
});

describe('the numbers of a text', () => {
  it('are digits, zxids and words, without names and with what a sum comes to', () => {
    expect(numbersSaid('S3 waits 200 ms; **three** of five, 1·8 and v2, 6.7 s')).toEqual([
      '200',
      '3',
      '5',
      '1·8',
      '6.7',
    ]);
    expect(numbersSaid('for each: 2 + 3·3 = **11**. And 2 + 3 + 6.')).toEqual(['11']);
    expect(() => numbersSaid('2 + 3·3 = 12')).toThrow('2 + 3·3 = 12: 11');
    expect(numbersSaid('s-0000000004')).toEqual(['4']);
  });

  it('are found in what a file asserts, times in two units, a range by its middle', () => {
    const found = numbersIn({ all: [{ elapsedMs: 6600 }, { not: { elapsedMs: 6800 } }] });
    expect(found).toContain('6.7');
    expect(numbersIn({ betweenMs: [9000, 11_000] })).toContain('10');
    expect(numbersIn({ latency: { us: 25_000 } })).toContain('25');
    expect(numbersIn({ zxid: '2·1', amount: -5 })).toContain('5');
  });
});
