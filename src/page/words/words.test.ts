import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../view/fact.ts';
import { en } from './en/index.ts';
import { sentence } from './fact-sentence.ts';
import type { LooseTranslator } from './use-words.ts';
import { zhCN } from './zh-CN/index.ts';

const leaves = (value: unknown, path: string): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
        leaves(inner, path === '' ? key : `${path}.${key}`),
      );

const argumentsOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? ''))].toSorted();

const translator = (locale: 'en' | 'zh-CN', namespace?: 'facts'): LooseTranslator =>
  createTranslator({
    locale,
    // The same keys in both languages, which the compiler checks.
    messages: (locale === 'en' ? en : zhCN) as typeof en,
    ...(namespace === undefined ? {} : { namespace }),
    timeZone: 'UTC',
    onError: (error) => {
      throw error;
    },
  }) as unknown as LooseTranslator;

const fact = (rule: string, data: Fact['data']): Fact => ({
  step: 0,
  time: 0,
  pid: 2,
  rule,
  cause: null,
  data,
});

describe('words', () => {
  const chinese = new Map(leaves(zhCN, ''));

  it.each(Object.keys(en))(
    'of %s can be formatted in both languages, with the same data',
    (area) => {
      const wrong = leaves(en[area as keyof typeof en], area).flatMap(([path, message]) => {
        // Every sentence of a fact is given its process.
        const names = [...argumentsOf(message), ...(area === 'facts' ? ['pid'] : [])];
        const values = Object.fromEntries(names.map((name) => [name, 1]));
        const empty = [translator('en'), translator('zh-CN')].some((t) => t(path, values) === '');
        const others = argumentsOf(chinese.get(path) ?? '').filter((name) => !names.includes(name));
        return empty || others.length > 0 ? [`${path} ${others.join(' ')}`] : [];
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe('sentence', () => {
  const say = (rule: string, data: Fact['data']): string =>
    sentence(fact(rule, data), translator('en', 'facts'));

  it('says why a vote was switched', () => {
    const data = { from: 1, to: 2, heardZxid: '2·7', ownZxid: '2·7', by: 'sid' };
    expect(say('vote-switched', data)).toBe(
      'Server 2 switches its vote from 1 to 2: same epoch, same zxid, larger sid.',
    );
  });

  it('knows that an observer has no vote', () => {
    expect(say('looking', { round: 3, candidate: -1, epoch: 0, zxid: '0·0' })).toBe(
      'Server 2 begins election round 3; as an observer it has no vote.',
    );
  });

  it('says which invariant is broken, in plain words where there are some', () => {
    const of = (invariant: string) => say('invariant-violated', { invariant, text: 'S2 did it' });
    expect(of('E-Stable')).toBe('A working leader has stopped (E-Stable): S2 did it.');
    expect(of('X-New')).toBe('The invariant X-New is broken: S2 did it');
  });

  it('says something plain about a rule that it does not know', () => {
    expect(say('moon-risen', { phase: 'full' })).toBe('Server 2: moon risen (phase full).');
  });
});
