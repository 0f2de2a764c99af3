import { expect, test } from 'vitest';
import type { SpokenShape } from '../view/frame.ts';
import { believed, isLie } from './spoken.ts';
import { bareSlip, labelledSlip, slipWidth } from './slips.ts';

const notches = (shape: SpokenShape): number =>
  labelledSlip(shape, 'C: A', 1, false).filter(({ style }) => style?.strokeWidth === 1.6).length;

test('a message has one notch for each who passed it on; the last one is its edge', () => {
  expect((['order', 'relay', 'relay-2', 'relay-3'] as const).map(notches)).toEqual([0, 0, 1, 2]);
  // The edge of a lie is torn, so all its notches are lines.
  expect((['lie-order', 'lie-relay', 'lie-relay-3'] as const).map(notches)).toEqual([0, 1, 3]);
});

test('a lie has a torn red rim, also where it is small', () => {
  const red = (shape: SpokenShape): boolean =>
    [labelledSlip(shape, 'A', 1, true), bareSlip(shape, 1, true)].every((shapes) =>
      shapes.some(({ style }) => style?.stroke === 'var(--violation)'),
    );
  expect(red('lie-relay')).toBe(true);
  expect(red('forged')).toBe(true);
  expect(red('relay')).toBe(false);
  expect(isLie('lie-order')).toBe(true);
  expect(isLie('ack')).toBe(false);
});

test('who cannot know sees no lie', () => {
  expect(believed('lie-relay-2')).toBe('relay-2');
  expect(believed('order')).toBe('order');
});

test('what passed more mouths takes more room beside its label', () => {
  const widths = (['order', 'relay', 'relay-2', 'relay-3'] as const).map((one) =>
    slipWidth(one, 'A'),
  );
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
});
