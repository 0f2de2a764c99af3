import { expect, test } from 'vitest';
import { drawsMoreThanItsName } from './name.ts';
import { circle, group, text } from './shape.ts';

const button = (label: string, ...words: readonly string[]) =>
  group([circle(0, 0, 20), group(words.map((word) => text(0, 0, word)))], {
    role: 'button',
    label,
    action: { select: 1 },
  });

test('a button that shows words of its name, or none, says enough', () => {
  expect(drawsMoreThanItsName(button('notification 1·9 → S2, from S1 to S3', 'S2'))).toBe(false);
  expect(drawsMoreThanItsName(button('Link 1–3'))).toBe(false);
});

test('a button that shows other words than its name, or words between, does not', () => {
  expect(drawsMoreThanItsName(button('Server 1, LOOKING', 'S1'))).toBe(true);
  expect(drawsMoreThanItsName(button('A3, promised 6, accepted none', 'A3', 'proposer'))).toBe(
    true,
  );
});

test('only buttons have such names', () => {
  expect(drawsMoreThanItsName(group([text(0, 0, 'S1')], { label: 'Lanes' }))).toBe(false);
  expect(drawsMoreThanItsName(text(0, 0, 'S1', { label: 'Server 1' }))).toBe(false);
});
