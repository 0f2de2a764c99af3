/** What a scenario can ask of a write on its way through an ensemble. */
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../view/condition.ts';
import type { ScenarioFile, ScenarioStep } from '../../view/scenario.ts';
import { loadText } from '../load-text.ts';
import { playAll } from '../play-all.ts';

const CLIENT = 101;
const SLOW = { kind: 'fixed', us: 80_000 } as const;

/** S3 leads; the client is at S1, which forwards; what is said to S2 takes long; S4 observes. */
const scenario = (steps: readonly ScenarioStep[]): ScenarioFile =>
  ({
    format: 'zooscope-scenario',
    version: 2,
    model: 'zookeeper',
    seed: 1,
    setup: {
      servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }, { sid: 4, observer: true }],
      ensemble: {},
      clients: [{ id: CLIENT, program: 'zkcli-wait', servers: [1], startMs: 3000 }],
    },
    latency: { kind: 'fixed', us: 5000 },
    diskLatency: { kind: 'fixed', us: 2000 },
    links: [{ from: 3, to: 2, latency: SLOW }],
    steps,
  }) as ScenarioFile;

const write = {
  kind: 'input',
  pid: CLIENT,
  name: 'LINE',
  data: { text: 'create /a one' },
} as const;
const ready: Condition = { all: [{ state: { pid: CLIENT, is: 'CONNECTED' } }, { quiet: true }] };
const fact = (rule: string, pid: number, data: object, times = 1): Condition =>
  ({ fact: { rule, pid, data, times } }) as Condition;

function failed(steps: readonly ScenarioStep[]): string[] {
  const file = scenario(steps);
  expect(loadText(JSON.stringify(file)).problems ?? []).toEqual([]);
  const { expectations, stuck } = playAll(file);
  expect(stuck).toBeNull();
  expect(expectations.length).toBeGreaterThan(0);
  return expectations.filter(({ ok }) => !ok).map(({ text }) => text);
}

const claims = (...all: readonly Condition[]) =>
  all.map((that) => ({ text: JSON.stringify(that), that }));

describe('a write on its way', () => {
  it('is forwarded, proposed, acknowledged by each, committed, and told to the observer last', () => {
    const zxid = '1·2';
    const told = failed([
      {
        id: 'write',
        when: ready,
        do: [write],
        until: { quiet: true },
        expect: claims(
          fact('request-forwarded', 1, { leader: 3, op: 'create', path: '/a' }),
          fact('proposal-sent', 3, { zxid, op: 'create', to: 'S1 S2' }),
          fact('ack-counted', 3, { zxid, by: 3, acks: 'S3', needed: 2 }),
          fact('ack-counted', 3, { zxid, by: 1, acks: 'S1 S3', needed: 2 }),
          fact('commit-sent', 3, { zxid, acks: 'S1 S3', to: 'S1 S2', observers: 'S4' }),
          fact('ack-late', 3, { zxid, by: 2 }),
          fact('commit-heard', 1, { leader: 3, zxid, how: 'COMMIT' }),
          fact('commit-heard', 2, { leader: 3, zxid, how: 'COMMIT' }),
          fact('commit-heard', 4, { leader: 3, zxid, how: 'INFORM' }),
        ),
      },
    ]);
    expect(told).toEqual([]);
  });

  it('stands in the log of some and not of others, waits at its server, and is still under way', () => {
    const told = failed([
      {
        id: 'logged',
        when: ready,
        do: [write],
        until: { logged: { pid: 1, zxid: '1·2' } },
        expect: claims(
          { logged: { pid: 3, zxid: '1·2' } },
          { logged: { pid: 1, zxid: '1·1' } },
          { not: { logged: { pid: 2, zxid: '1·2' } } },
          { not: { logged: { pid: 1, zxid: '1·3' } } },
          { atStage: { stage: 'commit', op: 'create', server: 1 } },
          { not: { atStage: { stage: 'commit', server: 2 } } },
          { underWay: { from: 3, to: 2, kind: 'PROPOSAL', count: 1 } },
          { underWay: { from: 3, to: 1, kind: 'PROPOSAL', count: 0 } },
          { not: { underWay: { from: 3, to: 2, kind: 'COMMIT', count: 1 } } },
        ),
      },
      {
        id: 'killed',
        do: [{ kind: 'kill', pid: 1 }],
        expect: claims({ logged: { pid: 1, zxid: '1·2' } }),
      },
    ]);
    expect(told).toEqual([]);
  });

  it('lets a sync go on only when what was under way is committed', () => {
    const told = failed([
      {
        id: 'sync',
        when: ready,
        do: [
          write,
          { kind: 'wait', until: { atStage: { stage: 'commit', op: 'create', server: 3 } } },
          { ...write, data: { text: 'sync /' } },
        ],
        until: { quiet: true },
        expect: claims(
          fact('request-forwarded', 1, { leader: 3, op: 'sync', path: '/' }),
          fact('sync-passed', 3, { learner: 1, behind: null }),
        ),
      },
    ]);
    expect(told).toEqual([]);
  });

  it('is asked for by zxids and processes that there are', () => {
    const until: Condition = {
      any: [
        { logged: { pid: 9, zxid: 'x' } },
        { underWay: { from: 3, to: 8, kind: 'ACK', count: 1 } },
      ],
    };
    const { problems } = loadText(JSON.stringify(scenario([{ id: 'a', until }])));
    expect(problems?.map(({ where, code }) => `${where} ${code}`)).toEqual([
      'steps[0].until.any[0].logged.pid scenario-no-such-server',
      'steps[0].until.any[0].logged.zxid scenario-zxid',
      'steps[0].until.any[1].underWay.to scenario-no-such-server',
    ]);
  });
});
