import { describe, expect, it } from 'vitest';
import { VIEWS } from '../../view/exhibit.ts';
import { labSource } from './labs.ts';

describe.each(Object.entries(VIEWS))('the %s lab', (model, named) => {
  it('has the views that a lesson may bring to the front, and a lesson may name all of the dock', async () => {
    const lab = await labSource(model)?.load();
    const all = lab?.views.map(({ id }) => id) ?? [];
    expect(all).toEqual(expect.arrayContaining([...named]));
    const everywhere = lab?.views.filter(({ rooms }) => rooms === undefined) ?? [];
    expect([...named]).toEqual(expect.arrayContaining(everywhere.map(({ id }) => id)));
  });
});
