/** An ensemble with clients as a scenario file. */
import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../../view/scenario.ts';
import { loadText } from '../load-text.ts';
import { playAll } from '../play-all.ts';

const CLIENT = 101;

const scenario = (setup: object, parts: Partial<ScenarioFile> = {}): ScenarioFile =>
  ({
    format: 'zooscope-scenario',
    version: 3,
    model: 'zookeeper',
    seed: 1,
    setup: {
      servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }, { sid: 4, observer: true }],
      ensemble: { syncLimit: 4 },
      clients: [{ id: CLIENT, program: 'zkcli-wait', servers: [1, 2, 4], startMs: 3000 }],
      ...setup,
    },
    ...parts,
  }) as ScenarioFile;

const problemsOf = (setup: object): string[] =>
  (loadText(scenario(setup)).problems ?? []).map(({ where, code }) => `${where} ${code}`);

describe('the scenario of an ensemble', () => {
  it('plays its script: who leads, what each tree has, and what is left when the leader dies', () => {
    const file = scenario(
      {},
      {
        steps: [
          {
            id: 'elect',
            until: { all: [1, 2, 3, 4].map((serving) => ({ serving })) },
            expect: [
              { text: 'the largest leads', that: { state: { pid: 3, is: 'LEADING' } } },
              { text: 'established', that: { leader: 3 } },
              { text: 'it follows', that: { state: { pid: 1, is: 'FOLLOWING' } } },
              { text: 'it observes', that: { state: { pid: 4, is: 'OBSERVING' } } },
              { text: 'epoch', that: { epoch: { pid: 2, current: 1 } } },
              { text: 'said', that: { fact: { rule: 'leader-established', pid: 3 } } },
            ],
          },
          {
            id: 'write',
            when: { state: { pid: CLIENT, is: 'CONNECTED' } },
            do: [{ kind: 'input', pid: CLIENT, name: 'LINE', data: { text: 'create /a one' } }],
            until: { all: [{ answered: CLIENT }, { quiet: true }] },
            expect: [1, 2, 3, 4].map((server) => ({
              text: `at ${server}`,
              that: { nodeData: { path: '/a', is: 'one', server } },
            })),
          },
          {
            id: 'kill',
            do: [{ kind: 'kill', pid: 3 }],
            until: { leader: 2 },
            expect: [
              { text: 'kept', that: { node: { path: '/a', exists: true, server: 2 } } },
              { text: 'next epoch', that: { epoch: { pid: 2, current: 2 } } },
              { text: 'looks no more', that: { not: { state: { pid: 1, is: 'LOOKING' } } } },
            ],
          },
        ],
      },
    );
    expect(loadText(JSON.stringify(file))).toEqual({ scenario: file });
    const { expectations, stuck, violations } = playAll(file);
    expect({ stuck, violations }).toEqual({ stuck: null, violations: [] });
    expect(expectations.filter(({ ok }) => !ok)).toEqual([]);
    expect(expectations).toHaveLength(13);
  });

  it('names what is wrong by its path', () => {
    expect(problemsOf({ ensemble: undefined })).not.toEqual([]);
    const observers = [{ sid: 1, observer: true }];
    expect(problemsOf({ servers: observers, clients: [] })).toEqual([
      'setup.servers scenario-no-voter',
    ]);
    expect(problemsOf({ servers: [{ sid: 1 }, { sid: 1 }], clients: [] })).toEqual([
      'setup.servers[1].sid scenario-sid-twice',
    ]);
    const many = Array.from({ length: 12 }, (_, index) => ({ sid: index + 1 }));
    expect(problemsOf({ servers: many })).toEqual(['setup.servers scenario-many-servers']);
    expect(problemsOf({ ensemble: { initLimit: 0 } })).toEqual([
      'setup.ensemble.initLimit scenario-value',
    ]);
    expect(problemsOf({ broken: ['commit-without-quorum'] })).toEqual([]);
    expect(problemsOf({ broken: ['no-such'] })).toEqual(['setup.broken[0] scenario-no-such-rule']);
    expect(problemsOf({ watch: ['Z-Durable', 'Acknowledged-Kept'] })).toEqual([
      'setup.watch[1] scenario-no-such-invariant',
    ]);
  });

  it('has no rules of an ensemble switched off where a server stands alone', () => {
    const alone = scenario({ servers: [{ sid: 1 }], clients: [], broken: ['skip-truncation'] });
    const { ensemble: _, ...setup } = alone.setup as { ensemble: unknown };
    expect(loadText({ ...alone, setup }).problems?.map(({ where, code }) => [where, code])).toEqual(
      [['setup.broken[0]', 'scenario-no-such-rule']],
    );
  });
});
