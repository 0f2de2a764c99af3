import { describe, expect, test } from 'vitest';
import { VERBS } from '../../../../view/recipe-program.ts';
import { readSteps, stepsText, TEMPLATES } from './step-text.ts';

describe('steps as they are typed', () => {
  test('are read with label, join and note, and written so again', () => {
    const text = [
      'ask: create {"path":"/mine/n-","ephemeral":true}',
      '+ goto held // at once',
      'held: work {"ms":100}',
      'end',
    ].join('\n');
    const { steps, lines, wrong } = readSteps(text);
    expect(wrong).toEqual([]);
    expect(lines).toEqual([1, 2, 3, 4]);
    expect(steps).toEqual([
      { label: 'ask', create: { path: '/mine/n-', ephemeral: true } },
      { joined: true, goto: 'held', note: 'at once' },
      { label: 'held', work: { ms: 100 } },
      { end: true },
    ]);
    expect(stepsText(steps)).toBe(text);
  });

  test('that are none are told by their lines, empty lines are passed over', () => {
    const { steps, lines, wrong } = readSteps('\n{"create"}\n\nwork {"ms": 1\nend');
    expect(wrong).toEqual([
      { line: 2, verb: null },
      { line: 4, verb: 'work' },
    ]);
    expect(steps).toEqual([{ end: true }]);
    expect(lines).toEqual([5]);
  });

  test.each(VERBS)('of the verb %s have something to begin with', (verb) => {
    const { steps, wrong } = readSteps(TEMPLATES[verb]);
    expect(wrong).toEqual([]);
    expect(Object.keys(steps[0] ?? {})).toContain(verb);
  });

  test('may hold what looks like a note inside their words', () => {
    const { steps } = readSteps('setData {"path":"/a","data":"http://x"}');
    expect(steps).toEqual([{ setData: { path: '/a', data: 'http://x' } }]);
  });
});
