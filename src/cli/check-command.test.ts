import { describe, expect, it } from 'vitest';
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
