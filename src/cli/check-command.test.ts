import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../view/scenario.ts';
import { sim } from './sim-command.ts';
import { document, file, said, scenario } from './testing/said.ts';

describe('sim check', () => {
  it('says ok of a scenario in order', () => {
    const path = file('good.json', scenario);
    expect(said(sim, ['check', path])).toMatchObject({ code: 0, out: [`ok ${path}`] });
  });

  it('names every mistake by its JSON path', () => {
    const bad = { ...scenario, seed: 'four', expect: [{ text: 'x', that: { leader: 9 } }] };
    const { code, out } = said(sim, ['check', file('bad.json', bad)]);
    expect(code).toBe(1);
    expect(out.join('\n')).toContain('seed');
    const report = document(said(sim, ['check', file('bad.json', bad), '--json']));
    expect(report).toMatchObject({ files: [{ ok: false }] });
  });
});

describe('a lesson whose run answers a question otherwise', () => {
  const lesson = JSON.parse(
    readFileSync(join(import.meta.dirname, '../lessons/majorities/lesson.json'), 'utf8'),
  ) as Scenario<'election'>;
  /** Nobody cuts the network: a majority goes on, as one of the options says. */
  const uncut = lesson.steps?.map((step) => (step.id === 'split' ? { ...step, do: [] } : step));
  const path = file('uncut.json', { ...lesson, steps: uncut });
  const wrong = { where: 'steps[4].predict.answer', code: 'scenario-wrong-answer' };

  it('is wrong for sim check', () => {
    const { code, out } = said(sim, ['check', path]);
    expect(code).toBe(1);
    expect(out[0]).toContain('The run makes "right" right, not "neither".');
    expect(document(said(sim, ['check', path, '--json']))).toMatchObject({
      files: [{ ok: false, problems: [wrong] }],
    });
  });

  it('is wrong for sim run, unless it is stopped before', () => {
    const { code, out } = said(sim, ['run', path]);
    expect(code).toBe(1);
    expect(out.find((line) => line.startsWith(`FAIL ${path}`))).toContain('"neither"');
    expect(document(said(sim, ['run', path, '--json']))).toMatchObject({ problems: [wrong] });
    expect(said(sim, ['run', path, '--until', '100']).code).toBe(0);
  });
});

describe('sim check of several files', () => {
  it('says of one that it cannot be read, and checks the others all the same', () => {
    const [broken, good] = [file('broken.json', '{'), file('good.json', scenario)];
    const { code, out, err } = said(sim, ['check', broken, good]);
    expect({ code, out }).toEqual({ code: 2, out: [`ok ${good}`] });
    expect(err).toEqual([expect.stringContaining('broken.json: not JSON')]);
    expect(document(said(sim, ['check', broken, good, '--json']))).toMatchObject({
      files: [{ ok: false, problems: [{ code: 'unreadable' }] }, { ok: true }],
    });
  });
});

describe('a script that begins where its run never comes', () => {
  const path = file('never.json', {
    ...scenario,
    steps: [
      {
        id: 'one',
        run: { from: { leader: 1 } },
        predict: {
          answer: 'a',
          options: [
            { id: 'a', if: { leader: 1 } },
            { id: 'b', if: { leader: 2 } },
          ],
        },
      },
    ],
  });

  it('is named by its place, with what to do', () => {
    const { code, out } = said(sim, ['check', path]);
    expect([code, out.length]).toEqual([1, 1]);
    expect(out[0]).toMatch(/steps\[0\]\.run\.from: .*within 600 s.* leave "from" out\./u);
    const run = said(sim, ['run', path]);
    expect(run.code).toBe(2);
    expect(run.err.join()).toMatch(/steps\[0\]\.run\.from: .*within 600 s/u);
  });
});
