/** Providers, and who calls them: a list in a file, and a registry (specification R-8, R-4s). */
import { describe, expect, it } from 'vitest';
import type { InitialValue } from '../../view/recipe-program.ts';
import type { RecipeClientSetup } from '../../view/recipes-setup.ts';
import type { ZooKeeperNodeSetup } from '../../view/zookeeper-setup.ts';
import { RecipeLab } from './testing/lab.ts';

const S = 1000;
/** Of sessions, and the tick of the servers. */
const TIMEOUT = 10 * S;
const TICK = 2 * S;
const CONSUMER = 101;

const provider = (number: number, startMs: number | null = 1 * S): RecipeClientSetup => ({
  id: 110 + number,
  name: `P${number}`,
  program: 'provider',
  answers: { takesMs: 1 },
  startMs,
});

type Values = Readonly<Record<string, InitialValue>>;

const consumer = (program: string, values: Values = {}): RecipeClientSetup => ({
  id: CONSUMER,
  name: 'C',
  program,
  startMs: 3 * S,
  values: { times: 1000, ...values },
});

const lab = (
  clients: readonly RecipeClientSetup[],
  tree: readonly ZooKeeperNodeSetup[] = [],
): RecipeLab => new RecipeLab({ servers: [{ sid: 1 }], clients, tree });

const four = [1, 2, 3, 4].map((number) => provider(number));
const answered = (world: RecipeLab): readonly number[] =>
  world.detail.outside.flatMap((each) => (each.kind === 'provider' ? [each.answered] : []));

/** What a stretch of time cost one client at the servers. */
const cost = (world: RecipeLab, until: number): number => {
  const before = world.client(CONSUMER).messages;
  return world.until(until).client(CONSUMER).messages - before;
};

describe('a registry of four providers', () => {
  it('row 1: each registers with one create, 8 messages in all', () => {
    expect(lab(four).until(2 * S).detail.counts.messages).toBe(8);
  });

  it('row 2: a first call reads the list and each address, 2 + 8 messages', () => {
    const world = lab([...four, consumer('consumer-in-turn')]).until(3.05 * S);
    expect(world.client(CONSUMER).messages).toBe(10);
    expect(world.client(CONSUMER).list).toEqual(['P1', 'P2', 'P3', 'P4']);
  });

  it('row 3: a hundred calls cost the registry nothing', () => {
    const world = lab([...four, consumer('consumer-in-turn')]).until(4 * S);
    const before = Number(world.value(CONSUMER, 'ok'));
    expect(cost(world, 15 * S)).toBe(0);
    expect(Number(world.value(CONSUMER, 'ok')) - before).toBeGreaterThan(100);
  });

  it('rows 4 and 5: calls to a dead one fail until it is left out; its node goes with its session', () => {
    const world = lab([...four, consumer('consumer-in-turn')]);
    world.at(8 * S, { kind: 'kill', pid: 113 });
    // A provider that only keeps its session sends a ping every third of a timeout.
    const heard = [8 * S - TIMEOUT / 3 - 50, 8 * S] as const;
    expect(cost(world, heard[0] + TIMEOUT)).toBe(0);
    expect(Number(world.value(CONSUMER, 'failed'))).toBe(1);
    expect(world.client(CONSUMER).list).toEqual(['P1', 'P2', 'P4']);
    expect(world.detail.nodes.map(({ name }) => name)).toContain('P3');
    // One notification, one reading of the list, and nothing new in it.
    expect(cost(world, heard[1] + TIMEOUT + 1.5 * TICK + 50)).toBe(3);
    expect(world.client(CONSUMER).list).toEqual(['P1', 'P2', 'P4']);
    expect(Number(world.value(CONSUMER, 'failed'))).toBe(1);
  });

  it('each call is remembered with what came of it, and counts outlive the one that was called', () => {
    const world = lab([...four, consumer('fixed-caller')]).until(7 * S);
    const before = world.outside('P3', 'provider').answered;
    expect(before).toBeGreaterThan(5);
    world.at(7 * S, { kind: 'kill', pid: 113 }).until(9 * S);
    const { answered, failed } = world.outside('P3', 'provider');
    expect(answered).toBe(before);
    expect(failed).toBe(Number(world.value(CONSUMER, 'failed')));
    const calls = world.detail.calls.filter(({ to }) => to === 113);
    expect(calls.filter(({ err }) => err === 'OK')).toHaveLength(before);
    expect(calls.filter(({ err, at }) => err === 'Refused' && at >= 7 * S * 1000)).toHaveLength(
      failed,
    );
    expect(calls.every(({ by, end }) => by === CONSUMER && end !== null)).toBe(true);
  });

  it('row 6: a new one costs its create, and a notification, the list and one address: 2 + 5', () => {
    const world = lab([...four, provider(5, 10 * S), consumer('consumer-in-turn')]).until(9 * S);
    const before = world.detail.counts.messages;
    world.until(11 * S);
    expect(world.detail.counts.messages - before).toBe(2 + 1 + 2 + 2);
    expect(world.client(CONSUMER).list).toContain('P5');
  });

  it('row 7: without ZooKeeper calls go on from what was read, and nothing new is learned', () => {
    const world = lab([...four, provider(5, 10 * S), consumer('consumer-in-turn')]);
    world.at(5 * S, { kind: 'kill', pid: 1 });
    const before = Number(world.until(6 * S).value(CONSUMER, 'ok'));
    world.until(30 * S);
    expect(Number(world.value(CONSUMER, 'ok')) - before).toBeGreaterThan(200);
    expect(world.value(CONSUMER, 'failed')).toBe('0');
    expect(world.client(CONSUMER).list).toEqual(['P1', 'P2', 'P3', 'P4']);
    // Back again, it tells of what has come meanwhile.
    world.at(30 * S, { kind: 'start', pids: [1] });
    expect(world.until(45 * S).client(CONSUMER).list).toContain('P5');
  });
});

describe('a list in a file', () => {
  it('goes on sending every fourth call to a dead provider', () => {
    const world = lab([...four, consumer('fixed-caller', { times: 400, everyMs: 50 })]);
    world.at(4 * S, { kind: 'kill', pid: 113 }).until(40 * S);
    const failed = Number(world.value(CONSUMER, 'failed'));
    expect(failed).toBeGreaterThan(80);
    expect(Number(world.value(CONSUMER, 'ok'))).toBe(400 - failed);
    expect(world.client(CONSUMER).messages).toBe(0);
  });

  it('knows nothing of a new one', () => {
    const world = lab([...four, provider(5), consumer('fixed-caller', { times: 40 })]);
    expect(answered(world.until(20 * S))).toEqual([10, 10, 10, 10, 0]);
  });
});

describe('who is called', () => {
  const play = (program: string, values: Values): readonly number[] =>
    answered(
      lab([...four, consumer(program, { times: 40, everyMs: 20, ...values })]).until(20 * S),
    );
  const spread = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts);

  it('in turn: all as often', () => {
    expect(play('consumer-in-turn', {})).toEqual([10, 10, 10, 10]);
  });

  it('by chance: more or less as often', () => {
    const counts = play('consumer-by-chance', {});
    expect(counts.reduce((sum, count) => sum + count)).toBe(40);
    expect(spread(counts)).toBeGreaterThan(0);
  });

  it('whom it has called least itself: all as often', () => {
    expect(spread(play('consumer-least', {}))).toBe(0);
  });

  it('by weights: as often as its name stands there', () => {
    const weights = ['P1', 'P1', 'P1', 'P2'];
    expect(play('consumer-weighted', { weights })).toEqual([30, 10, 0, 0]);
  });

  it('by weights of which none is there: nobody, and it goes on asking', () => {
    const values = { weights: ['P7', 'P8'], times: 5 };
    const world = lab([...four, consumer('consumer-weighted', values)]).until(10 * S);
    expect(answered(world)).toEqual([0, 0, 0, 0]);
    expect(Number(world.value(CONSUMER, 'failed'))).toBeGreaterThan(40);
    expect(world.client(CONSUMER)).toMatchObject({ over: false, failed: '' });
  });

  const three = [1, 2, 3].map((number) => provider(number));
  const visits = [5, 3, 4].map((count, index) => ({
    path: `/visits/P${index + 1}`,
    data: String(count),
  }));

  it('least visited, from 5, 3 and 4: P2, P2, P3, P1, P2, which makes 6, 6 and 5', () => {
    const tally = ['P1=5', 'P2=3', 'P3=4'];
    const world = lab([...three, consumer('consumer-least', { times: 5, tally })]).until(10 * S);
    expect(world.value(CONSUMER, 'tally')).toBe('P1=6, P2=6, P3=5');
    expect(answered(world)).toEqual([1, 3, 1]);
  });

  it('with counts in ZooKeeper it comes to the same, at a write and several reads for each call', () => {
    const tree = [{ path: '/visits' }, ...visits];
    const world = lab([...three, consumer('consumer-shared', { times: 5 })], tree).until(3.9 * S);
    expect(answered(world)).toEqual([1, 3, 1]);
    // The list and three addresses; for each call three counts, the chosen one again, and a write.
    expect(world.client(CONSUMER).messages).toBe(2 + 6 + 5 * (2 * 3 + 2 + 2));
    expect(world.detail.counts.writes).toBe(3 + 5);
  });

  it('two who share the counts are refused when the other was first, and count again', () => {
    const tree = [{ path: '/visits' }, ...visits];
    const values = { times: 10, everyMs: 10 };
    const both = [
      consumer('consumer-shared', values),
      { ...consumer('consumer-shared', values), id: 102, name: 'D' },
    ];
    const world = lab([...three, ...both], tree).until(10 * S);
    const total = answered(world).reduce((sum, count) => sum + count);
    expect(total).toBe(20);
    // 12 visits before and 20 now, none lost: 32 in three, at most one apart.
    expect(
      spread(answered(world).map((count, index) => count + ([5, 3, 4][index] ?? 0))),
    ).toBeLessThanOrEqual(1);
  });
});

describe('a write server with a spare', () => {
  const server = (number: number): RecipeClientSetup => ({
    id: 120 + number,
    name: `W${number}`,
    program: 'master-queue',
    answers: { takesMs: 1 },
    startMs: number * S,
  });
  const caller: RecipeClientSetup = { ...consumer('master-caller'), startMs: 4 * S };
  const pair = (): RecipeLab => lab([server(1), server(2), caller]);

  it('only the master is called, the smallest of the list', () => {
    const world = pair().until(10 * S);
    expect(world.believers('master')).toEqual(['W1']);
    expect(answered(world)[1]).toBe(0);
    expect(world.value(CONSUMER, 'failed')).toBe('0');
  });

  it('when it dies calls fail until its session ends, and then go to the spare', () => {
    const world = pair().at(10 * S, { kind: 'kill', pid: 121 });
    world.until(10 * S + TIMEOUT - TIMEOUT / 3 - 100);
    expect(answered(world)[1]).toBe(0);
    expect(Number(world.value(CONSUMER, 'failed'))).toBeGreaterThan(50);
    world.until(10 * S + TIMEOUT + 1.5 * TICK + 100);
    const failed = world.value(CONSUMER, 'failed');
    expect(world.believers('master')).toEqual(['W2']);
    world.until(40 * S);
    expect(world.value(CONSUMER, 'failed')).toBe(failed);
    expect(answered(world)[1]).toBeGreaterThan(100);
  });

  it('the old one comes back with a larger number, as the spare', () => {
    const world = pair().at(10 * S, { kind: 'kill', pid: 121 });
    world.at(30 * S, { kind: 'start', pids: [121] }).until(40 * S);
    expect(world.believers('master')).toEqual(['W2']);
    expect(world.holders('master')).toEqual(['W2']);
  });
});
