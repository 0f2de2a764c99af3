/** The golden outcomes and meters of the specification's §6.2 and §6.3, in each store, from real runs. */
import { describe, expect, it } from 'vitest';
import golden from '../../../fixtures/cap/outcomes.json' with { type: 'json' };
import { ALPHA, experiment, WORKLOAD } from '../../scenarios/cap/experiment.ts';
import { CAP_STORES } from '../../view/cap-setup.ts';
import type { CapStore } from '../../view/cap-setup.ts';
import type { CapDetail, CapRequestView } from '../../view/cap.ts';
import { protocolOf } from '../../scenarios/protocols.ts';
import { Run } from '../run.ts';
import { detailOf, played } from './play.ts';

const S = 1_000_000;

/** `ok 1, 1 behind, read only`; `timeout 3`; `ok 2, lost by 7`. */
function said({ outcome, value, staleness, readOnly, lost }: CapRequestView): string {
  return [
    value === null ? outcome : `${outcome} ${value}`,
    ...((staleness ?? 0) > 0 ? [`${staleness} behind`] : []),
    ...(readOnly ? ['read only'] : []),
    ...(lost === null ? [] : [`lost by ${lost.by}`]),
  ].join(', ');
}

const runs = new Map<CapStore, CapDetail>();

/** Each is played once. */
function after(store: CapStore): CapDetail {
  const known = runs.get(store) ?? detailOf(played(experiment(store)));
  runs.set(store, known);
  return known;
}

const requestOf = ({ requests }: CapDetail, number: number): CapRequestView => {
  const found = requests.find((each) => each.number === number);
  if (found === undefined) throw new RangeError(`no request ${number}`);
  return found;
};

describe.each(CAP_STORES)('the experiment with %s', (store) => {
  const { requests, before, meters, verdicts } = golden.stores[store];

  it('gives each request its outcome', () => {
    const detail = after(store);
    expect(Object.fromEntries(detail.requests.map((each) => [each.number, said(each)]))).toEqual(
      requests,
    );
    expect(requestOf(detail, 9).before).toEqual(before['9']);
  });

  it('gives the meters of requests 2 to 8', () => {
    const { minority, majority, all, lost } = after(store).meters;
    expect({
      minority: [minority.answered, minority.issued],
      majority: [majority.answered, majority.issued],
      stale: all.stale,
      lost,
    }).toEqual(meters);
  });

  it('is judged as it must be', () => {
    const found = after(store).verdicts.map(({ check, holds }) => [check, holds]);
    expect(Object.fromEntries(found)).toEqual({ ...verdicts, converged: true });
  });
});

describe('ZooKeeper in the experiment', () => {
  it('serves reads on the minority’s side until it notices, 9 to 10 s after the cut', () => {
    const { spans, zero } = after('zookeeper');
    const lost = spans.find(
      ({ pid, role, from }) => pid === 2 && role === 'LOOKING' && from > zero,
    );
    expect((lost?.from ?? 0) - zero).toBeGreaterThanOrEqual(9 * S);
    expect((lost?.from ?? 0) - zero).toBeLessThanOrEqual(10 * S);
  });

  it('serves reads again 11 to 12 s after it, read-only, where that is on', () => {
    const { spans, zero } = after('zookeeper-read-only');
    const again = spans.find(({ pid, role }) => pid === 2 && role === 'READ_ONLY');
    expect((again?.from ?? 0) - zero).toBeGreaterThanOrEqual(11 * S);
    expect((again?.from ?? 0) - zero).toBeLessThanOrEqual(12 * S);
  });

  it('tells α of the end of its session and its node long after both', () => {
    const { clients, zero } = after('zookeeper');
    const node = clients.find(({ pid }) => pid === ALPHA)?.formerEphemeral;
    // The session lives 30 s from its last sign, and ends at the next tick of the leader.
    expect((node?.goneAt ?? 0) - zero).toBeGreaterThan(28 * S);
    expect((node?.goneAt ?? 0) - zero).toBeLessThan(44 * S);
    expect((node?.knownAt ?? 0) - zero).toBeGreaterThan(60 * S);
  });

  it('lights write 2 and read 1 as what cannot be ordered', () => {
    const witness = after('zookeeper').verdicts.find(({ check }) => check === 'linearizable');
    expect(witness?.witness).toEqual({
      requests: [1, 2, 3],
      circle: [
        { number: 2, why: 'time' },
        { number: 3, why: 'overwrites' },
      ],
    });
  });

  it('answers write 4 of α with nothing within 5 s, and it never takes effect', () => {
    const { returnedAt, calledAt, tookEffect } = requestOf(after('zookeeper'), 4);
    expect((returnedAt ?? 0) - (calledAt ?? 0)).toBe(5 * S);
    expect(tookEffect).toBe(false);
  });
});

describe('with the leader on the minority’s side', () => {
  // β tries again when there is a new leader.
  const workload = [...WORKLOAD, { client: 102, kind: 'write', value: 5, atMs: 12_000 } as const];

  it('ZooKeeper elects another: nobody writes until then, and an old leader answers old reads', () => {
    const detail = detailOf(played(experiment('zookeeper', { leader: 1, workload })));
    const { zero, elections, requests } = detail;
    expect(requests.map(said)).toEqual([
      'ok 1',
      'timeout 2',
      'ok 1',
      'timeout 3',
      'error',
      'error',
      'error 4',
      'ok 5',
      'ok 5',
      'ok 5',
      'ok 5',
    ]);
    const [, election] = elections;
    const [from, to] = [(election?.from ?? 0) - zero, (election?.to ?? 0) - zero];
    expect(from).toBeGreaterThanOrEqual(9 * S);
    expect(from).toBeLessThanOrEqual(10 * S);
    // The votes come together for 0.2 s; then the leader waits for its followers.
    expect(to - from).toBeGreaterThan(0.2 * S);
    expect(to - from).toBeLessThan(S);
    const gave = detail.spans.find(
      ({ pid, role, to: end }) => pid === 1 && role === 'LEADING' && end,
    );
    expect((gave?.to ?? 0) - zero).toBeLessThanOrEqual(12 * S);
    expect(detail.meters.lost).toBe(0);
  });

  it('a primary goes on alone with the minority, and the majority reads what is old', () => {
    const detail = detailOf(played(experiment('primary', { leader: 1 })));
    expect(detail.requests.map(said)).toEqual([
      'ok 1',
      'timeout 2',
      'ok 1',
      'ok 3',
      'ok 3',
      'ok 3',
      'ok 4',
      'ok 1, 2 behind',
      'ok 4',
      'ok 4',
    ]);
  });

  it.each(['quorum', 'last-writer-wins'] as const)('%s has nobody who leads', (store) => {
    const led = detailOf(played(experiment(store, { leader: 1 })));
    expect(led.requests).toEqual(after(store).requests);
  });
});

it('while nothing is cut, every store answers all, and the stores differ in how long that takes', () => {
  const latency = CAP_STORES.map((store) => {
    const detail = detailOf(played(experiment(store, { whole: true })));
    expect(detail.requests.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect(detail.verdicts.every(({ holds }) => holds === true)).toBe(true);
    const { reads, writes } = detail.meters.latency;
    return { store, reads: reads?.mean ?? 0, writes: writes?.mean ?? 0 };
  });
  const of = (store: CapStore) => latency.find((each) => each.store === store);
  const [zookeeper, quorum, last] = [of('zookeeper'), of('quorum'), of('last-writer-wins')];
  // A read of the own server's copy is one trip; one that asks a quorum is several.
  expect(quorum?.reads ?? 0).toBeGreaterThan(2 * (zookeeper?.reads ?? 0));
  expect(last?.writes ?? 0).toBeLessThan(zookeeper?.writes ?? 0);
});

it.each(['zookeeper', 'zookeeper-read-only'] as const)(
  'with %s a follower knows when it last heard of its leader, and gives it up 10 s after that',
  (store) => {
    const run = new Run(protocolOf('cap'), experiment(store), false);
    const { zero } = detailOf(run);
    const heard = (pid: number): number | null =>
      detailOf(run).servers.find((each) => each.pid === pid)?.heardAt ?? null;
    while (run.step(zero + 5 * S));
    const last = heard(2) ?? 0;
    // The leader says something twice a tick, and on the minority's side nothing since the cut.
    expect(last - zero).toBeGreaterThan(-1.1 * S);
    expect(last - zero).toBeLessThan(0.01 * S);
    expect((heard(4) ?? 0) - zero).toBeGreaterThan(3.9 * S);
    expect(heard(5)).toBe(null);
    while (run.step(zero + 15 * S));
    const followed = detailOf(run).spans.find(
      ({ pid, role, to }) => pid === 2 && role === 'FOLLOWING' && to !== null,
    );
    expect(followed?.to).toBe(last + 10 * S);
    expect(heard(2)).toBe(null);
  },
);
