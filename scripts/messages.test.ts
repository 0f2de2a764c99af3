/** Messages that are compiled when the site is built say what those say that are written. */
import { readdirSync, readFileSync } from 'node:fs';
import compile from 'icu-minify/compile';
import { parseAst } from 'rolldown/parseAst';
import { createTranslator } from 'use-intl/core';
import formatCompiled from 'use-intl/format-message/format-only';
import { describe, expect, it } from 'vitest';
import { allWords } from '../src/page/words/bundles.ts';
import { LOCALES } from '../src/page/words/words.ts';
import type { Locale } from '../src/page/words/words.ts';
import { withCompiled } from './messages.mjs';

type Values = Readonly<Record<string, unknown>>;

const textsOf = (words: unknown, path: readonly string[] = []): (readonly [string, string])[] =>
  typeof words === 'string'
    ? [[path.join('.'), words]]
    : Object.entries(words as object).flatMap(([key, inner]) => textsOf(inner, [...path, key]));

const matches = (message: string, pattern: RegExp): readonly string[] =>
  [...message.matchAll(pattern)].flatMap(([, name]) => name ?? []);

/** Arguments so that each branch is taken once: of numbers, and of each choice that is written. */
const valuesOf = (message: string): readonly Values[] => {
  const names = matches(message, /\{(\w+)[,}]/gu);
  const tags = matches(message, /<(\w+)>/gu).map(
    (tag) => [tag, (inner: unknown) => [`<${tag}>`, inner, `</${tag}>`].flat().join('')] as const,
  );
  const chosen = matches(message, /(\w+) \{/gu);
  return [0, 1, 2, 5, 1234567, ...chosen].map((value) =>
    Object.fromEntries([...names.map((name) => [name, value] as const), ...tags]),
  );
};

const formatters = {
  getNumberFormat: (...[locale, options]: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(locale, options),
  getPluralRules: (...[locale, options]: ConstructorParameters<typeof Intl.PluralRules>) =>
    new Intl.PluralRules(locale, options),
};

const compiledText = (locale: Locale, path: string, message: string, values: Values): string => {
  const options = { locale, formatters, timeZone: 'UTC', cache: {} };
  const formatted: unknown = (formatCompiled as (...all: readonly unknown[]) => unknown)(
    path,
    compile(message),
    values,
    options,
  );
  return [formatted].flat().join('');
};

describe.each(LOCALES)('messages in %s', (locale) => {
  it('say the same compiled as written', async () => {
    const words = await allWords(locale);
    const t = createTranslator({ locale, messages: words, timeZone: 'UTC' }) as unknown as {
      rich: (path: string, values: Values) => unknown;
    };
    const texts = textsOf(words);
    const differ = texts.flatMap(([path, message]) =>
      valuesOf(message).flatMap((values) => {
        const written = [t.rich(path, values)].flat().join('');
        const compiled = compiledText(locale, path, message, values);
        return written === compiled ? [] : [`${path}: ${written} / ${compiled}`];
      }),
    );
    expect(texts.length).toBeGreaterThan(1000);
    expect(differ).toEqual([]);
  });
});

it('texts are compiled where they stand, keys and other code stay', () => {
  const code = [
    "import { more } from './more.js';",
    "import { drawn } from '../../../stage/drawn-words.ts';",
    "export const opening = 'S{sid} leads';",
    "export const words = { 'a key': 'plain', more, inner: { two: '{n, plural, one {# vote} other {# votes}}' } };",
  ].join('\n');
  const made = withCompiled(code, parseAst);
  expect(made).toBe(
    [
      "import { more } from './more.js';",
      "import { drawn } from '../../../stage/drawn-words.ts?messages';",
      'export const opening = ["S",["sid"]," leads"];',
      'export const words = { \'a key\': "plain", more, inner: { two: [["n",2,{"one":[0," vote"],"other":[0," votes"]}]] } };',
    ].join('\n'),
  );
});

const words = new URL('../src/page/words/', import.meta.url);

const modules = readdirSync(words, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^(?:en|zh-CN)\/.*\.ts$/u.test(file),
);

it('a message that is put together of others is refused: the others are compiled', () => {
  const code = [
    "const op = '{op, select, read {a read} other {a write}}';",
    'export const words = { failed: `{pidName} is told: ${op}.` };',
  ].join('\n');
  expect(() => withCompiled(code, parseAst)).toThrow('{pidName} is told: ${op}.');
  expect(modules.length).toBeGreaterThan(50);
  for (const file of modules) {
    const written = readFileSync(new URL(file, words), 'utf8');
    expect(() => withCompiled(written, (text) => parseAst(text, { lang: 'ts' }))).not.toThrow();
  }
});

it('what words take from elsewhere is compiled, too', () => {
  const taken = modules.flatMap((file) => {
    const place = new URL(file, words);
    return [...readFileSync(place, 'utf8').matchAll(/^import \{.*from '(.*)';$/gmu)]
      .map(([, from = '']) => from)
      .filter((from) => !new URL(from, place).href.startsWith(words.href));
  });
  expect(taken.length).toBeGreaterThan(2);
  for (const from of taken) {
    const code = `import { words } from '${from}';`;
    expect(withCompiled(code, parseAst)).toBe(`import { words } from '${from}?messages';`);
  }
});
