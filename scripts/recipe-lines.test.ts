/** Each line of the built-in recipes has words of ours that can be read whole on the stage. */
import { describe, expect, test } from 'vitest';
import { builtIn, builtInNames } from '../src/clients/recipes/built-in.ts';
import { compiled } from '../src/clients/recipes/compile.ts';
import type { Compiled } from '../src/clients/recipes/compile.ts';
import { columnsLayout } from '../src/stage/recipes/columns-layout.ts';
import { lineText, roomOfLine } from '../src/stage/recipes/program-table.ts';
import { lines as english } from '../src/page/words/en/recipes/lines/index.ts';
import { verbApart } from '../src/page/words/numbered-lines.ts';
import { lines as chinese } from '../src/page/words/zh-CN/recipes/lines/index.ts';

type Lines = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Letters that a line may have, by what one counts. */
const MOST = 24;
const CHINESE = 24 / 14;

const letters = (text: string): number => {
  const chinese = text.match(/[\u2e80-\uffff]/gu)?.length ?? 0;
  return text.replaceAll('`', '').length - chinese + chinese * CHINESE;
};

const ready = (name: string): Compiled => {
  const program = builtIn(name);
  if (program === undefined) throw new RangeError(`no program ${name}`);
  return compiled(name, program);
};

const linesIn = (name: string): readonly string[] => ready(name).lines.map((_, i) => `l${i}`);

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : Object.values((value ?? {}) as Record<string, unknown>).flatMap(textsIn);

/** Of each line, the numbers of those that its steps lead to. */
const leadsOf = (name: string): readonly (readonly number[])[] => {
  const { lines, deeds, places, lineOf } = ready(name);
  return lines.map(({ from, to }) =>
    deeds
      .slice(from, to)
      .flatMap(textsIn)
      .map((label) => places.get(label))
      .filter((place) => place !== undefined)
      .map((place) => (lineOf[place] ?? NaN) + 1),
  );
};

/** The stage of a window of 1280 × 720, at its larger letters. */
const room = roomOfLine(
  columnsLayout({ servers: [], clients: [], outside: [], lines: 13 }, { width: 975, height: 476 }),
);
const drawn = (text: string): string =>
  JSON.stringify(lineText({ label: '', note: '', broken: '', ...verbApart(text) }, 0, 0, room, 13));

describe.each([
  ['English', english as Lines],
  ['Chinese', chinese as Lines],
])('lines of programs in %s', (_, lines) => {
  test.each(builtInNames)('%s has words for each of its lines, and for no other', (name) => {
    expect(Object.keys(lines[name] ?? {})).toEqual(linesIn(name));
  });

  test.each(builtInNames)('%s is read whole', (name) => {
    const texts = Object.values(lines[name] ?? {});
    expect(texts.filter((text) => letters(text) > MOST + 0.01)).toEqual([]);
    expect(texts.filter((text) => drawn(text).includes('…'))).toEqual([]);
  });

  test.each(builtInNames)('%s names by number only lines that it goes to', (name) => {
    for (const [i, to] of leadsOf(name).entries()) {
      const text = (lines[name]?.[`l${i}`] ?? '').replaceAll(/(?:row|depth|第|深度) ?\d/gu, '');
      const named = [...text.matchAll(/\d+/gu)].map(([number]) => Number(number));
      expect({ text, elsewhere: named.filter((one) => !to.includes(one)) }).toEqual({
        text,
        elsewhere: [],
      });
    }
  });
});

test('both languages begin a line with the same verb', () => {
  const verbs = (lines: Lines) =>
    Object.entries(lines).map(([name, own]) => [
      name,
      Object.values(own).map((text) => verbApart(text).code),
    ]);
  expect(verbs(chinese)).toEqual(verbs(english));
});
