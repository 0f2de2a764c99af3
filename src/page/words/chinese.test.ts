/** Every Chinese text of the page and of the lessons calls a thing by the one name that it has there. */
import { describe, expect, it } from 'vitest';
import { misconceptions } from '../../lessons/misconceptions.ts';
import { lessons } from '../../lessons/words.ts';
import { allWords } from './bundles.ts';

const leaves = (value: unknown, path: string): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
        leaves(inner, `${path}.${key}`),
      );

const texts: readonly (readonly [string, string])[] = [
  ...leaves(await allWords('zh-CN'), 'page'),
  ...leaves(misconceptions('zh-CN'), 'lessons.misconceptions'),
  ...(
    await Promise.all(
      lessons.map(async (lesson) => leaves(await lesson.words('zh-CN'), `lessons.${lesson.id}`)),
    )
  ).flat(),
];

/** What must not be said; `instead`, for whoever meets it. */
const FORBIDDEN: readonly { readonly what: RegExp; readonly instead: string }[] = [
  { what: /跟随者|追随者|领导者|观察者|主节点|从节点/u, instead: 'Leader, Follower, Observer' },
  { what: /崩溃|停机|挂掉/u, instead: '宕机' },
  { what: /过半集合/u, instead: '多数派' },
  { what: /(?<!提案)编号/u, instead: '提案编号, 服务器 ID, 顺序号, 会话 ID' },
  { what: /[改仍去再必须让]提(?![案出供示前到高升交取醒及])/u, instead: '提出, 提案' },
  { what: /观察器|监视点|订阅监听|会响/u, instead: '注册监听, 触发' },
  { what: /案例/u, instead: '情况' },
  { what: /日程/u, instead: '调度' },
  { what: /议案|票号|轮号/u, instead: '提案, 提案编号, 轮次' },
  { what: /[!！]/u, instead: 'a full stop' },
  { what: /\p{Script=Han}[,;?]|[,;?]\p{Script=Han}/u, instead: 'the marks of Chinese: ，；？' },
  { what: /他们的|她/u, instead: '它们的' },
];

/** Sentences that read badly once, and what stands there now. */
const REPLACED: readonly string[] = [
  '编号更新',
  '全靠这一条规则',
  '谁问到哪个法定人数',
  '证明此前没有选定过什么',
  '没戏了',
  '都是在与此共处',
  '互相赶超',
  '两个里只会看到一个',
  '请求里的一个愿望',
  '哪台服务器都说不出了',
  '普通监听在回来时会响',
  '谁也不通知',
  '这一刻 α 怎么以为',
  '得知的是它的结束，而不是这一个',
  '知道得最多的一台',
  '把服务器放进、拿出',
  '为什么改变不了什么',
];

/** A text without the names and cases in braces, and without what stands in quotes as a file has it. */
const spoken = (text: string): string =>
  text
    .replaceAll(/ =?\w+ (?=\{)/gu, ' ')
    .replaceAll(/\{\w+(?:, (?:select|plural|number),?)?/gu, ' ')
    .replaceAll(/[“"][^”"]*[”"]/gu, '');

describe('a Chinese text', () => {
  it('is there, and Chinese', () => {
    expect(texts.length).toBeGreaterThan(2500);
    const chinese = texts.filter(([, text]) => /\p{Script=Han}/u.test(text));
    expect(chinese.length).toBeGreaterThan(2000);
  });

  it.each(FORBIDDEN.map(({ what, instead }) => [instead, what] as const))(
    'says %s, and nothing else for it',
    (_instead, what) => {
      expect(texts.filter(([, text]) => what.test(spoken(text)))).toEqual([]);
    },
  );

  it('of a lesson has no mark but **…**: any other is shown as it is', () => {
    const marked = texts.filter(
      ([path, text]) => path.startsWith('lessons.') && text.includes('`'),
    );
    expect(marked).toEqual([]);
  });

  it('writes Leader and Follower as ZooKeeper does, with a capital', () => {
    const small = /(?<![\w:.$-])(?:leader|follower|learner)(?![\w.:-])/u;
    const cased = texts.filter(
      ([, text]) => /\p{Script=Han}/u.test(text) && small.test(spoken(text)),
    );
    expect(cased).toEqual([]);
  });

  it('is not one that was replaced because nobody talks like that', () => {
    const again = texts.filter(([, text]) => REPLACED.some((old) => text.includes(old)));
    expect(again).toEqual([]);
  });
});
