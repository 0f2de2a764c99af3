import type { LessonHead, ScenarioFile } from '../view/scenario.ts';
import { catalogue } from './catalogue.ts';
import { terms } from './terms.ts';

/** The languages that every lesson is written in. */
export type Language = 'en' | 'zh-CN';

/** What a lesson's own file says, in one language. `**…**` sets words in bold. */
export interface LessonText extends LessonTitle {
  /** By the id of the step. */
  readonly steps: Readonly<Record<string, LessonStepWords | undefined>>;
  /** By the key that the scenario's expectations carry. */
  readonly expectations: Readonly<Record<string, string | undefined>>;
  /** What to take home; shown when the last step is over. */
  readonly end: string;
}

/** All words of one lesson in one language. */
export interface LessonWords extends LessonText {
  /** What learners believe who choose a wrong option, by the name that the scenario calls it. */
  readonly misconceptions: Readonly<Record<string, string | undefined>>;
}

export interface LessonStepWords {
  readonly text: string;
  /** Only where the step asks; `options` by the id of the option. */
  readonly question?: string;
  readonly options?: Readonly<Record<string, string | undefined>>;
  /** What is said to whoever chose an option that is not right, by its id. */
  readonly replies?: Readonly<Record<string, string | undefined>>;
  /** What the reader is to find by trying, by the id of the goal. */
  readonly goals?: Readonly<Record<string, string | undefined>>;
  /** Why it came so; shown when the step is over. Its sources stand in `sources.json`. */
  readonly why?: string;
  /** How the same is in Raft, where that helps. */
  readonly raft?: string;
}

export interface LessonTitle {
  readonly title: string;
  /** One line for the card. */
  readonly line: string;
}

/** A lesson as the gallery shows it; light, the rest is loaded when it is opened. */
export interface LessonEntry extends LessonHead {
  /** The protocol that it runs. */
  readonly model: ScenarioFile['model'];
  readonly titles: Readonly<Record<Language, LessonTitle>>;
  /** What it is also found by. */
  readonly terms: Readonly<Record<Language, string>>;
  words(language: Language): Promise<LessonText>;
}

/** What the words' files hold; titles stand in the catalogue, for the gallery needs them at once. */
type WordsFile = Omit<LessonText, keyof LessonTitle>;
type Loaders = Readonly<Record<Language, () => Promise<{ readonly default: WordsFile }>>>;

const files: Readonly<Record<string, Loaders>> = {
  'did-it-happen': {
    en: () => import('./did-it-happen/en.json'),
    'zh-CN': () => import('./did-it-happen/zh-CN.json'),
  },
  'znode-tree': {
    en: () => import('./znode-tree/en.json'),
    'zh-CN': () => import('./znode-tree/zh-CN.json'),
  },
  'compare-version': {
    en: () => import('./compare-version/en.json'),
    'zh-CN': () => import('./compare-version/zh-CN.json'),
  },
  'push-the-bell': {
    en: () => import('./push-the-bell/en.json'),
    'zh-CN': () => import('./push-the-bell/zh-CN.json'),
  },
  'watch-fires-once': {
    en: () => import('./watch-fires-once/en.json'),
    'zh-CN': () => import('./watch-fires-once/zh-CN.json'),
  },
  'what-a-session-is': {
    en: () => import('./what-a-session-is/en.json'),
    'zh-CN': () => import('./what-a-session-is/zh-CN.json'),
  },
  majorities: {
    en: () => import('./majorities/en.json'),
    'zh-CN': () => import('./majorities/zh-CN.json'),
  },
  'first-start': {
    en: () => import('./first-start/en.json'),
    'zh-CN': () => import('./first-start/zh-CN.json'),
  },
  'after-a-crash': {
    en: () => import('./after-a-crash/en.json'),
    'zh-CN': () => import('./after-a-crash/zh-CN.json'),
  },
  'late-joiner': {
    en: () => import('./late-joiner/en.json'),
    'zh-CN': () => import('./late-joiner/zh-CN.json'),
  },
  'epoch-decides': {
    en: () => import('./epoch-decides/en.json'),
    'zh-CN': () => import('./epoch-decides/zh-CN.json'),
  },
  'paxos-case-1': {
    en: () => import('./paxos-case-1/en.json'),
    'zh-CN': () => import('./paxos-case-1/zh-CN.json'),
  },
  'paxos-case-2': {
    en: () => import('./paxos-case-2/en.json'),
    'zh-CN': () => import('./paxos-case-2/zh-CN.json'),
  },
  'paxos-case-3': {
    en: () => import('./paxos-case-3/en.json'),
    'zh-CN': () => import('./paxos-case-3/zh-CN.json'),
  },
  'livelock-cures': {
    en: () => import('./livelock-cures/en.json'),
    'zh-CN': () => import('./livelock-cures/zh-CN.json'),
  },
  'minority-value': {
    en: () => import('./minority-value/en.json'),
    'zh-CN': () => import('./minority-value/zh-CN.json'),
  },
  'acceptors-write-to-disk': {
    en: () => import('./acceptors-write-to-disk/en.json'),
    'zh-CN': () => import('./acceptors-write-to-disk/zh-CN.json'),
  },
  'one-write-one-read': {
    en: () => import('./one-write-one-read/en.json'),
    'zh-CN': () => import('./one-write-one-read/zh-CN.json'),
  },
  'proposal-nobody-saw': {
    en: () => import('./proposal-nobody-saw/en.json'),
    'zh-CN': () => import('./proposal-nobody-saw/zh-CN.json'),
  },
  'acknowledged-not-announced': {
    en: () => import('./acknowledged-not-announced/en.json'),
    'zh-CN': () => import('./acknowledged-not-announced/zh-CN.json'),
  },
  'how-old-is-a-read': {
    en: () => import('./how-old-is-a-read/en.json'),
    'zh-CN': () => import('./how-old-is-a-read/zh-CN.json'),
  },
  'leader-that-slept': {
    en: () => import('./leader-that-slept/en.json'),
    'zh-CN': () => import('./leader-that-slept/zh-CN.json'),
  },
  'half-a-partition': {
    en: () => import('./half-a-partition/en.json'),
    'zh-CN': () => import('./half-a-partition/zh-CN.json'),
  },
  'break-zab': {
    en: () => import('./break-zab/en.json'),
    'zh-CN': () => import('./break-zab/zh-CN.json'),
  },
  'what-majorities-cost': {
    en: () => import('./what-majorities-cost/en.json'),
    'zh-CN': () => import('./what-majorities-cost/zh-CN.json'),
  },
  'read-write-split': {
    en: () => import('./read-write-split/en.json'),
    'zh-CN': () => import('./read-write-split/zh-CN.json'),
  },
  'master-and-standby': {
    en: () => import('./master-and-standby/en.json'),
    'zh-CN': () => import('./master-and-standby/zh-CN.json'),
  },
  'queue-for-the-lock': {
    en: () => import('./queue-for-the-lock/en.json'),
    'zh-CN': () => import('./queue-for-the-lock/zh-CN.json'),
  },
  'thundering-herd': {
    en: () => import('./thundering-herd/en.json'),
    'zh-CN': () => import('./thundering-herd/zh-CN.json'),
  },
  'readers-and-writers': {
    en: () => import('./readers-and-writers/en.json'),
    'zh-CN': () => import('./readers-and-writers/zh-CN.json'),
  },
  'create-without-answer': {
    en: () => import('./create-without-answer/en.json'),
    'zh-CN': () => import('./create-without-answer/zh-CN.json'),
  },
  'service-discovery': {
    en: () => import('./service-discovery/en.json'),
    'zh-CN': () => import('./service-discovery/zh-CN.json'),
  },
  'who-is-master': {
    en: () => import('./who-is-master/en.json'),
    'zh-CN': () => import('./who-is-master/zh-CN.json'),
  },
  'two-owners': {
    en: () => import('./two-owners/en.json'),
    'zh-CN': () => import('./two-owners/zh-CN.json'),
  },
  'cap-choose': {
    en: () => import('./cap-choose/en.json'),
    'zh-CN': () => import('./cap-choose/zh-CN.json'),
  },
  'two-generals': {
    en: () => import('./two-generals/en.json'),
    'zh-CN': () => import('./two-generals/zh-CN.json'),
  },
  'three-generals': {
    en: () => import('./three-generals/en.json'),
    'zh-CN': () => import('./three-generals/zh-CN.json'),
  },
  'seven-generals': {
    en: () => import('./seven-generals/en.json'),
    'zh-CN': () => import('./seven-generals/zh-CN.json'),
  },
};

/** Every lesson, in teaching order. */
export const lessons: readonly LessonEntry[] = catalogue.map(({ titles, ...head }) => ({
  ...head,
  titles,
  terms: terms[head.id] ?? { en: '', 'zh-CN': '' },
  async words(language) {
    const file = await files[head.id]?.[language]();
    if (file === undefined) throw new Error(`lesson ${head.id} has no words in ${language}`);
    return { ...titles[language], ...file.default };
  },
}));

export { courses } from './courses.ts';
export { groups } from './groups.ts';
