import { describe, expect, it } from 'vitest';
import { lessons } from '../lessons/words.ts';
import type { LessonStepWords } from '../lessons/words.ts';
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

const ELSEWHERE: Readonly<Record<string, Readonly<Record<string, Elsewhere>>>> = {
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
  'push-the-bell.subscribe': {
    '8': { in: ['subscribe'], of: [4, 2], is: times },
    '6': { in: ['subscribe'], of: [3, 2], is: times },
  },
  'push-the-bell.pull': { '11': { in: ['pull', 'subscribe'], of: [25, 14], is: minus } },
  'push-the-bell.leaves': { '8': { in: ['leaves', 'same'], of: [71, 63], is: minus } },
  'what-a-session-is.bounds': {
    '10': { in: ['opens'] },
    '20': { in: ['bounds'], of: [40_000], is: (a = 0) => a / serverConfigOf().tickTime },
  },
  'what-a-session-is.expires': {
    '10': { in: ['silence', 'expires'], of: [6700, 3300], is: (a = 0, b = 0) => (a + b) / 1000 },
    '12': {
      in: ['silence', 'expires'],
      of: [6600, 5500],
      is: (a = 0, b = 0) => Math.floor((a + b) / 1000),
    },
  },
  'znode-tree.sequential': { '0': { in: ['sequential'], of: [1, 1], is: minus } },
  'znode-tree.offline': { '6': { in: ['offline'], of: [5500, 7000], is: aboutSeconds } },
  'znode-tree.next-number': { '1': { in: ['dies'] }, '2': { in: ['dies'] }, '3': { in: ['both'] } },
};

/** Versions of ZooKeeper: facts of its history, with a source and without a run. */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  'watch-fires-once.persistent': ['3.6'],
};

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

const textsOf = ({ text, why = '', replies = {} }: LessonStepWords): string =>
  [text, why, ...Object.values(replies)].join('\n');

describe.each(lessons.map(({ id }) => id))('every number in the sentences of %s', (id) => {
  it('is asserted on the run', async () => {
    const file = await lessonFile(id);
    const words = await lessons.find((each) => each.id === id)?.words('en');
    const { steps = [] } = file ?? {};
    const asserted = new Map(
      steps.map((step) => [step.id, file === null ? new Set() : assertedBy(file, step)]),
    );
    const has = (step: string, number: number | string): boolean =>
      asserted.get(step)?.has(String(number)) === true;
    const missing = steps.flatMap((step) => {
      const stepWords = words?.steps[step.id];
      const key = `${id}.${step.id}`;
      return numbersSaid(stepWords === undefined ? '' : textsOf(stepWords))
        .filter((number) => !has(step.id, number) && OUTSIDE[key]?.includes(number) !== true)
        .filter((number) => {
          const other = ELSEWHERE[key]?.[number];
          if (other === undefined) return true;
          const { in: places, of = [number], is } = other;
          const there = of.every((each) => places.some((place) => has(place, each)));
          return !there || (is !== undefined && String(is(...of.map(Number))) !== number);
        })
        .map((number) => `${key}: ${number}`);
    });
    expect(missing).toEqual([]);
  });

  it('is the same in Chinese', async () => {
    const entry = lessons.find((each) => each.id === id);
    const [english, chinese] = [await entry?.words('en'), await entry?.words('zh-CN')];
    const others = Object.entries(chinese?.steps ?? {}).flatMap(([step, words]) => {
      const said = english?.steps[step];
      if (words === undefined || said === undefined) return [];
      const theirs = new Set(numbersSaid(textsOf(said)));
      return numbersSaid(textsOf(words))
        .filter((number) => !theirs.has(number))
        .map((number) => `${step}: ${number}`);
    });
    expect(others).toEqual([]);
  });
});

it('needs every exception that is made', async () => {
  const idle: string[] = [];
  for (const [key, numbers] of Object.entries(ELSEWHERE)) {
    const [id = '', step = ''] = key.split('.');
    const words = await lessons.find((each) => each.id === id)?.words('en');
    const said = words?.steps[step] === undefined ? [] : numbersSaid(textsOf(words.steps[step]));
    for (const number of Object.keys(numbers)) {
      if (!said.includes(number)) idle.push(`${key}: ${number}`);
    }
  }
  expect(idle).toEqual([]);
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
