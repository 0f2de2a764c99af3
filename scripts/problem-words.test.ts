import { fileURLToPath } from 'node:url';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { allWords } from '../src/page/words/bundles.ts';
import { problemText } from '../src/page/words/problem-text.ts';
import type { LooseTranslator } from '../src/page/words/use-words.ts';
import type { Locale } from '../src/page/words/words.ts';
import { loadText } from '../src/scenarios/load-text.ts';
import { parseFile, sourceFiles, walk } from './sources.mjs';
import type { Node } from './sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const textOf = (node: unknown): string | null =>
  node !== null &&
  typeof node === 'object' &&
  'type' in node &&
  node.type === 'Literal' &&
  'value' in node &&
  typeof node.value === 'string'
    ? node.value
    : null;

const nameOf = (callee: unknown): unknown => {
  const { name, property } = callee as { name?: unknown; property?: { name?: unknown } };
  return name ?? property?.name;
};

/** Functions and errors whose first argument is a problem's code. */
const MAKERS: readonly unknown[] = ['problem', 'report', 'refused', 'InterventionRefused'];

/** The code that this piece of source gives to a problem, if it does. */
const codeIn = (node: Node): string | null => {
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    if (!MAKERS.includes(nameOf(node['callee']))) return null;
    return textOf((node['arguments'] as readonly unknown[])[0]);
  }
  // A problem written out has a text too; the notes on a zoo.cfg have not.
  if (node.type !== 'ObjectExpression') return null;
  const fields = node['properties'] as readonly { key?: { name?: unknown }; value?: unknown }[];
  const value = (name: string): unknown => fields.find(({ key }) => key?.name === name)?.value;
  return value('where') !== undefined && value('text') !== undefined ? textOf(value('code')) : null;
};

/** Every code that the sources can give to a problem. */
const codes = new Set<string>();
// A panel's own remarks on what is being typed have words of their own.
for (const file of sourceFiles(
  root,
  [
    'kernel',
    'view',
    'zoo-cfg',
    'scenarios',
    'runner',
    'page/sim',
    'page/lab-frame',
    'page/share',
  ].map((one) => `src/${one}`),
)) {
  if (file.includes('.test.') || file.includes('zoo-cfg/')) continue;
  walk(parseFile(root, file).program, (node) => {
    const code = codeIn(node);
    if (code !== null && code !== '') codes.add(code);
  });
}

const languages = { en: await allWords('en'), 'zh-CN': await allWords('zh-CN') };

const translator = (locale: Locale): LooseTranslator =>
  createTranslator({
    locale,
    messages: languages[locale],
    namespace: 'problems',
    timeZone: 'UTC',
    onError: (error) => {
      throw error;
    },
  }) as unknown as LooseTranslator;

describe.each(['en', 'zh-CN'] satisfies Locale[])('problems in %s', (locale) => {
  const t = translator(locale);

  it('have words for every code that the sources can produce', () => {
    expect(codes.size).toBeGreaterThan(45);
    expect([...codes].filter((code) => !t.has(code))).toEqual([]);
  });

  it('have no words for codes that nothing produces', () => {
    const words = Object.keys(languages[locale].problems);
    expect(
      words.filter((code) => !['where', 'changes'].includes(code) && !codes.has(code)),
    ).toEqual([]);
  });
});

const good = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 1,
  setup: { profile: 'golden', servers: [{ sid: 1 }] },
};
const inBoth = (change: object): string[] => {
  const problem = loadText({ ...good, ...change }).problems?.[0];
  if (problem === undefined) throw new Error('nothing is wrong');
  return [
    problem.text,
    ...(['en', 'zh-CN'] as const).map((l) => problemText(problem, translator(l))),
  ];
};

describe('a wrong value', () => {
  it.each([
    [{ seed: 'one' }, 'a number, but is "one"', '这里应为数，现在是 "one"'],
    [{ seed: 1.5 }, 'a whole number, but is 1.5', '这里应为整数，现在是 1.5'],
    [{ steps: {} }, 'an array […], but is an empty object', '列表 […]，现在是空对象'],
    [{ pace: 0 }, '1 or more, but is 0', '不小于 1 的数，现在是 0'],
    [{ title: 'x'.repeat(501) }, 'at most 500 characters long', '至多 500 个字符的文字'],
    [
      { steps: [{ id: 'a', until: [1] }] },
      'a condition: an object with one of',
      '的对象，现在是有 1 项的列表',
    ],
    [
      { steps: [{ id: 'a', until: { leader: {} } }] },
      'a sid, "any" or "none"',
      'sid、"any" 或 "none"',
    ],
    [{ model: 'x' }, '"election"', '其中之一："election"'],
  ])('is explained alike in the console and in both languages: %j', (change, english, chinese) => {
    const [text, en_, zh] = inBoth(change);
    expect(text).toContain(english);
    expect(en_).toContain(english);
    expect(zh).toContain(chinese);
  });
});
