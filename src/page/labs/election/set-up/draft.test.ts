import { describe, expect, it } from 'vitest';
import { buildScenario } from './draft.ts';
import type { ServerDraft, SetupDraft } from './draft.ts';
import { fromZooCfg, PRESET_IDS, presets, withStarts } from './presets.ts';
import { typedZxid } from '../../../panels/set-up/typed.ts';
import { parseZooCfg } from './zoo-cfg.ts';

/** The five-server draft with changes to its first server. */
const first = (change: Partial<ServerDraft>): SetupDraft => {
  const draft = presets.together();
  return {
    ...draft,
    servers: draft.servers.map((one, i) => (i === 0 ? { ...one, ...change } : one)),
  };
};
const complaints = (draft: SetupDraft): string[] =>
  buildScenario(draft).unread.map((problem) => `${problem.field} ${problem.code}`);

describe('buildScenario', () => {
  it('turns every preset into a scenario', () => {
    expect(PRESET_IDS.filter((id) => buildScenario(presets[id]()).unread.length > 0)).toEqual([]);
  });

  it('writes zxids with their epoch and leaves servers down that have no start time', () => {
    expect(buildScenario(presets['after-a-crash']()).scenario.setup.servers).toEqual([
      { sid: 1, currentEpoch: 1, zxid: '1·8', startMs: 0 },
      { sid: 2, currentEpoch: 1, zxid: '1·8', startMs: 0 },
      { sid: 3, currentEpoch: 1, zxid: '1·8', startMs: null },
      { sid: 4, currentEpoch: 1, zxid: '1·7', startMs: 0 },
      { sid: 5, currentEpoch: 1, zxid: '1·7', startMs: null },
    ]);
  });

  it('starts servers a second apart when they start one by one', () => {
    const servers = withStarts(presets.together().servers, 'one-by-one');
    expect(servers.map((one) => one.startMs)).toEqual(['0', '1000', '2000', '3000', '4000']);
  });

  it('cuts the network at the beginning when the preset says so', () => {
    expect(buildScenario(presets['split-in-halves']()).scenario?.interventions).toEqual([
      {
        step: 0,
        timeMs: 0,
        what: {
          kind: 'partition',
          groups: [
            [1, 2],
            [3, 4],
          ],
          oneWay: false,
        },
      },
    ]);
  });

  it('puts what cannot be read at its field', () => {
    expect(complaints(first({ sid: '<b>' }))).toEqual(['1.sid sid-range']);
    expect(complaints(first({ currentEpoch: '-1' }))).toEqual(['1.currentEpoch epoch-whole']);
    expect(complaints(first({ zxid: 'eight' }))).toEqual(['1.zxid zxid-form']);
    expect(complaints(first({ zxid: '1·4000000000' }))).toEqual(['1.zxid zxid-long']);
    expect(complaints(first({ startMs: 'soon' }))).toEqual(['1.startMs start-number']);
    const draft = presets.together();
    expect(complaints({ ...draft, seed: '-1', tickTimeMs: 'ten', initLimit: '' })).toEqual([
      'tickTimeMs whole-positive',
      'initLimit whole-positive',
      'seed seed-range',
    ]);
  });

  it('keeps rules that are switched off', () => {
    const { scenario } = buildScenario({ ...presets.together(), broken: ['check-leader'] });
    expect(scenario.setup.broken).toEqual(['check-leader']);
  });

  it('takes servers and limits from a zoo.cfg', () => {
    const cfg = parseZooCfg(
      'tickTime=500\ninitLimit=4\nsyncLimit=2\nserver.7=a:1:2\nserver.2=b:1:2:observer',
    );
    const { scenario } = buildScenario(fromZooCfg(cfg, presets.together()));
    expect(scenario.setup).toMatchObject({ tickTimeMs: 500, initLimit: 4, syncLimit: 2 });
    expect(scenario.setup.servers).toMatchObject([{ sid: 2, observer: true }, { sid: 7 }]);
  });
});

describe('typedZxid', () => {
  it('reads the ways people write a zxid', () => {
    for (const text of ['2·7', '2.7', ' 2:7 ', '0x200000007', '0X200000007']) {
      expect(typedZxid(text)).toEqual({ epoch: 2, counter: 7 });
    }
    expect(typedZxid('0x9')).toEqual({ epoch: 0, counter: 9 });
    for (const text of ['', '7', '-1·2', '2·', '0x', '2·99999999999']) {
      expect(typedZxid(text)).toBeNull();
    }
  });
});
