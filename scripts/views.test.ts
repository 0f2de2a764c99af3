import { describe, expect, it } from 'vitest';
import { codecOf } from '../src/page/sim/models.ts';
import { labSource } from '../src/page/labs/labs.ts';
import { BUNDLES } from '../src/page/words/bundles.ts';
import { forms } from '../src/scenarios/forms.ts';

describe.each(forms)('the lab of $model', ({ model, views }) => {
  it('has the views that a lesson may bring to the front, and a lesson may name all of the dock', async () => {
    const lab = await labSource(model)?.load();
    const all = lab?.views.map(({ id }) => id) ?? [];
    expect(all).toEqual(expect.arrayContaining([...views]));
    const everywhere = lab?.views.filter(({ rooms }) => rooms === undefined) ?? [];
    expect([...views]).toEqual(expect.arrayContaining(everywhere.map(({ id }) => id)));
  });

  it('is found by its name, as are its words and how its frames are packed', async () => {
    expect((await labSource(model)?.load())?.model).toBe(model);
    expect(BUNDLES).toContain(model);
    expect(codecOf(model)).toHaveProperty('read');
  });
});
