import { expect, it } from 'vitest';
import { noPages } from '../kernel/pages.ts';
import { viewOf } from './routine-view.ts';

const thread = {
  round: { begin: {}, first: 0, given: noPages },
  step: 'read',
  waits: [{ kind: 'result', call: 4, due: null }],
  kept: [],
  open: [{ call: 9, ticket: 4, op: 'getData /a' }],
  made: 5,
} as const;

const shown = (value: unknown): string | undefined =>
  viewOf('r', { ...thread, locals: { value } }).locals[0]?.value;

it('shows local variables as text that is read at a glance, however much they hold', () => {
  expect(shown('/lock-1')).toBe('/lock-1');
  expect([shown(3), shown(null), shown(true)]).toEqual(['3', 'null', 'true']);
  expect(shown(['/a', '/b'])).toBe('[/a, /b]');
  expect(shown({ path: '/a', at: [1, 2] })).toBe('{path: /a, at: [1, 2]}');
  expect(shown(new Map([[1, { op: 'exists' }]]))).toBe('{1: {op: exists}}');
  expect(shown(Array.from({ length: 5000 }, (_, i) => i))).toBe('[0, 1, 2, 3, 4, 5, 6, 7, … 5000]');
  expect(shown([[[['deep']]]])).toBe('[[[…]]]');
  expect(shown('x'.repeat(5000))).toHaveLength(201);
});

it('says what was asked of which a result is waited for', () => {
  expect(viewOf('r', { ...thread, locals: {} }).waits).toEqual([
    { kind: 'result', what: 'getData /a', until: null },
  ]);
});
