import { describe, expect, test } from 'vitest';
import { CAP_STORES } from '../../../../view/cap-setup.ts';
import { capPresets, experiment } from '../presets.ts';
import { addClient, addRequest, buildCap, draftOf } from './draft.ts';
import { typedPids, typedSeconds } from './typed.ts';

describe('the set-up of the experiment', () => {
  test.each(capPresets)('says of the preset $id what it was made of', ({ from }) => {
    if (!('format' in from) || from.model !== 'cap') throw new TypeError('no run of this lab');
    const built = buildCap(draftOf(from));
    expect(built.unread).toEqual([]);
    expect(built.scenario).toEqual(from);
  });

  test('offers the same requests in every store', () => {
    const all = CAP_STORES.map((store) => experiment(store).setup);
    expect(new Set(all.map(({ workload }) => JSON.stringify(workload))).size).toBe(1);
    expect(all.map(({ store }) => store)).toEqual([...CAP_STORES]);
  });

  test('cuts off the servers that are named, and no others', () => {
    const draft = { ...draftOf(experiment('quorum')), minority: '1, 5', cutTo: '' };
    expect(buildCap(draft).scenario.setup.cuts).toEqual([
      {
        fromMs: 0,
        groups: [
          [1, 5],
          [2, 3, 4],
        ],
      },
    ]);
    const none = { ...draft, minority: '' };
    expect(buildCap(none).scenario.setup.cuts).toEqual([]);
  });

  test('adds clients and requests, and tells which field cannot be read', () => {
    const draft = addRequest(addClient(draftOf(experiment('quorum'))));
    const { setup } = buildCap(draft).scenario;
    expect(setup.clients.at(-1)).toEqual({ id: 103, server: 1 });
    expect(setup.workload.at(-1)).toEqual({ client: 102, kind: 'read', atMs: 20_000 });
    const wrong = {
      ...draft,
      minority: 'S1',
      requests: draft.requests.map((one) =>
        one.key === 0 ? { ...one, value: '-1', at: 'soon' } : one,
      ),
    };
    expect(buildCap(wrong).unread.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'minority servers-form',
      '0.at seconds-form',
      '0.value whole-positive',
    ]);
  });

  test('reads seconds with a sign, and numbers of servers', () => {
    expect(typedSeconds('-1')).toBe(-1000);
    expect(typedSeconds('−0.5')).toBe(-500);
    expect(typedSeconds('1e3')).toBeNull();
    expect(typedPids('1, 2')).toEqual([1, 2]);
    expect(typedPids('S1')).toBeNull();
  });
});
