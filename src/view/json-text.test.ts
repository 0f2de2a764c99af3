import { describe, expect, it, vi } from 'vitest';
import { readJson } from './json-text.ts';
import { LIMITS } from './limits.ts';

const bytes = (...all: (string | number)[]): Uint8Array =>
  Uint8Array.from(
    all.flatMap((one) => (typeof one === 'number' ? [one] : [...new TextEncoder().encode(one)])),
  );
const problem = (input: string | Uint8Array) => readJson(input, 10_000_000).problem;

describe('JSON from outside', () => {
  it('is read from text and bytes, with or without a byte-order mark', () => {
    const text = '{"a": ["é", "选", "😀"]}';
    const value = { a: ['é', '选', '😀'] };
    expect(readJson(text)).toEqual({ value });
    expect(readJson(bytes(text))).toEqual({ value });
    expect(readJson(`\ufeff${text}`)).toEqual({ value });
    expect(readJson(bytes(0xef, 0xbb, 0xbf, text))).toEqual({ value });
  });

  it.each([
    ['a Latin letter', bytes('{"a":"', 0xe9, '"}'), 6],
    ['a character cut off', bytes('{"a":"é', 0xe9, 0x80, '"}'), 8],
    ['a surrogate', bytes('"', 0xed, 0xa0, 0x80, '"'), 1],
    ['a form too long', bytes(0xc0, 0xaf), 0],
    ['an end in the middle', bytes('"', 0xf0, 0x9f), 1],
  ])('names the byte at which %s is no UTF-8', (_what, input, offset) => {
    expect(problem(input)).toMatchObject({ code: 'scenario-not-utf8', data: { offset } });
  });

  it('names a key that is there twice, however it is written', () => {
    expect(problem('{"a":[{},{"seed":1, "se\\u0065d":2}]}')).toMatchObject({
      code: 'scenario-key-twice',
      where: 'a[1]',
      data: { key: 'seed' },
    });
    expect(problem('{"a":{"x":1},"b":{"x":1,"y":"x"},"x":["a","a"]}')).toBeUndefined();
    expect(problem('{"__proto__":1,"a":{"__proto__":1}}')).toBeUndefined();
  });

  it.each(['[', '{"a":', '[[],', '{"[":['])(
    'of any depth is refused with its place: %s',
    (open) => {
      const found = problem(open.repeat(500_000));
      expect(found?.code).toBe('scenario-deep');
      expect(found?.where.length).toBeLessThanOrEqual(201);
    },
  );

  it('with an object of more fields than any has is read no further than there', () => {
    const fields = Array.from({ length: LIMITS.listItems }, (_, i) => `"k${i}":{}`).join();
    expect(problem(`{"a":[{${fields}}]}`)).toBeUndefined();
    const parse = vi.spyOn(JSON, 'parse');
    const found = problem(`{"a":[{${fields},"more":1, and this is no JSON at all`);
    expect(found).toMatchObject({ code: 'scenario-many-keys', where: 'a[0]' });
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it('may hold as many brackets in a text as it likes', () => {
    expect(problem(JSON.stringify({ a: `\\"${'['.repeat(1000)}` }))).toBeUndefined();
  });

  it('never repeats a control character or a long text in its message', () => {
    for (const input of ['\u001b]0;x\u0007', `{"${'k'.repeat(1e6)}":1,"${'k'.repeat(1e6)}":2}`]) {
      const text = JSON.stringify(problem(input));
      expect(text).not.toContain('\u001b');
      expect(text.length).toBeLessThan(1000);
    }
  });
});
