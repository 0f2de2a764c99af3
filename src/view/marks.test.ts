import { expect, it } from 'vitest';
import type { Mark } from './frame.ts';
import { marksNews, withNews } from './marks.ts';

const mark = (position: number): Mark => ({
  position,
  time: 0,
  kind: 'started',
  pid: 1,
  duration: 0,
  since: position,
});

it('says only what is new of the marks, whatever has become of the others', () => {
  const sent = [mark(1), mark(2), mark(3)];
  const cases = [
    [...sent, mark(4)],
    [...sent.slice(0, 2), mark(5), mark(6)],
    sent.filter((_, index) => index % 2 === 0),
    sent.slice(0, 1),
    [],
    [mark(7)],
  ];
  for (const now of cases) expect(withNews(sent, marksNews(sent, now))).toEqual(now);
  expect(marksNews(sent, [...sent, mark(4)])).toEqual({ kept: 3, added: [mark(4)] });
});
