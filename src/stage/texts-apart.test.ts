import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ensembleLayout } from './ensemble-layout.ts';
import { ensemble, messages } from './fixtures.ts';
import { ballot, flights, group } from './paxos/fixtures.ts';
import { paxosLayout } from './paxos/layout.ts';
import { besideLegends } from './paxos/legends.ts';
import { paxosStage } from './paxos/stage.ts';
import { everybody, talkOf } from './paxos/who.ts';
import { paxosWords } from './paxos/words.ts';
import { inEnglish } from './words.ts';
import { stageShapes } from './stage.ts';
import { collisions } from './testing/collisions.ts';
import { englishWords } from './words.ts';
import { travelling, world } from './zookeeper/fixtures.ts';
import { zookeeperLayout } from './zookeeper/layout.ts';
import { zookeeperStage } from './zookeeper/stage.ts';
import { zookeeperWords } from './zookeeper/words.ts';

/** While things are in flight, no text of a stage lies over another: random moments of each lab. */

const RUNS = { numRuns: 300 };

/** From one of so many to another one, what it says, how far it has come, and its fate. */
const flight = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  number: fc.nat({ max: 120 }),
  percent: fc.nat({ max: 100 }),
  fate: fc.constantFrom('', '', '', 'held', 'lost'),
});
type Flight = typeof flight extends fc.Arbitrary<infer T> ? T : never;

const way = ({ fate, percent }: Flight): string =>
  fate === '' ? `${percent}%` : fate === 'held' ? 'held' : `lost ${percent}%`;

const ends = ({ from, to }: Flight, count: number): readonly [number, number] => {
  const a = (from % count) + 1;
  return [a, ((a + (to % (count - 1))) % count) + 1];
};

/** What a person may have chosen. */
const choice = fc.record({
  selected: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
  selectedMessage: fc.option(fc.nat({ max: 8 }), { nil: null }),
  framed: fc.option(fc.nat({ max: 8 }), { nil: null }),
});

describe('no text lies over another', () => {
  test('in an election', () => {
    const states = fc.constantFrom(
      'LOOKING',
      'FOLLOWING',
      'LEADING',
      'OBSERVING',
      'CRASHED',
      'OFF',
    );
    const logs = fc.constantFrom('', '[1·1]', '[… 1·1 1·2 1·3]', '[… 12·104 12·105 (12·106)]');
    fc.assert(
      fc.property(
        fc.array(fc.record({ state: states, log: logs, vote: fc.nat() }), {
          minLength: 2,
          maxLength: 9,
        }),
        fc.array(flight, { maxLength: 30 }),
        fc.constantFrom([620, 476], [976, 476], [390, 424]),
        choice,
        (servers, flights0, [width = 0, height = 0], chosen) => {
          const picture = servers.map(
            ({ state, log, vote }, i) =>
              `S${i + 1} ${state} 1·${vote % 20}→S${(vote % servers.length) + 1} ${log}`,
          );
          const lines = flights0.map((one) => {
            const [from, to] = ends(one, servers.length);
            return `S${from}>S${to} vote "1·${one.number} → S${to}" S${to} ${way(one)}`;
          });
          const frame = ensemble(picture.join(' | '), { messages: messages(lines.join('\n')) });
          const layout = ensembleLayout(
            frame.processes.map(({ pid }) => pid),
            { width, height },
          );
          const options = { words: englishWords, ...chosen };
          expect(collisions(stageShapes(frame, layout, frame.time, options))).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  test('in ZooKeeper', () => {
    const client = fc.constantFrom(
      'CONNECTED 30/30 e1 asks create /app/x',
      'CONNECTED 7.4/10 e7 asks getData /app/a/long/way/down OK 0·4',
      'CONNECTING 1.2/10 asks setData /config BADVERSION 0·4',
      'CONNECTING',
      'EXPIRED',
      'CRASHED 4/10 e2',
      'PAUSED 20/30',
    );
    const job = fc.record({ number: fc.integer({ min: 1, max: 140 }), failed: fc.boolean() });
    const jobs = fc.array(job, { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(client, { minLength: 1, maxLength: 7 }),
        fc.record({ prep: jobs, sync: jobs, flush: jobs, final: jobs }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom('STANDALONE', 'CRASHED', 'LOADING'),
        fc.array(flight, { maxLength: 12 }),
        fc.constantFrom([628, 476], [976, 476], [390, 430]),
        choice,
        (clients, stages, cells, state, flights0, [width = 0, height = 0], chosen) => {
          const count = clients.length;
          const all = (stage: keyof typeof stages): string[] =>
            stages[stage].map(
              ({ number, failed }, i) =>
                `${number + i * 200} create /app/n${number} 0·${number} of ${101 + (number % count)}${failed ? ' failed' : ''}`,
            );
          const shapes = ['request', 'ack', 'watch-event'] as const;
          const lines = flights0.map((one) => {
            const pid = 101 + (one.from % count);
            const shape = shapes[one.to % 3] ?? 'ack';
            const ends0 = shape === 'request' ? `${pid}>1` : `1>${pid}`;
            const fate = one.fate === '' ? `${one.percent}%` : one.fate;
            return `${ends0} ${shape} "setData /app/x${one.number}" setData ${fate}`;
          });
          // A session outlives its server nowhere but on its disk.
          const down = state === 'CRASHED' ? { sessions: [] } : {};
          const frame = world({
            clients: clients.map((one, i) => `${'αβγδεζη'[i] ?? 'θ'} ${one}`),
            state,
            stages: {
              prep: all('prep'),
              sync: all('sync'),
              flush: all('flush'),
              final: all('final'),
            },
            log: Array.from(
              { length: cells },
              (_, i) => `${i + 1}${i > cells - 3 ? '?' : ''}`,
            ).join(' '),
            snapshot: cells,
            messages: travelling(lines.join('\n')),
            server: down,
          });
          const layout = zookeeperLayout(
            frame.detail.clients.map(({ pid }) => pid),
            1,
            { width, height },
          );
          const options = { words: inEnglish(zookeeperWords), ...chosen };
          expect(collisions(zookeeperStage(frame, layout, frame.time, options))).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  test('in Paxos', () => {
    const process = fc.record({
      proposer: fc.boolean(),
      state: fc.constantFrom('', '', '', ' CRASHED', ' PAUSED'),
      promised: fc.nat({ max: 320 }),
      value: fc.constantFrom(null, '10%', '20%', 'X'),
    });
    const shapes = ['prepare', 'accept', 'promise', 'accepted', 'refusal'] as const;
    fc.assert(
      fc.property(
        fc.array(process, { minLength: 2, maxLength: 7 }),
        fc.array(flight, { maxLength: 24 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 320 }), { maxLength: 4 }),
        fc.constantFrom([976, 402], [1180, 402], [390, 340]),
        choice,
        (processes, flights0, ballots, [width = 0, height = 0], chosen) => {
          const count = processes.length;
          const picture = processes.map(({ proposer, state, promised, value }, i) => {
            const role = proposer ? `pa${state} wants 10% does ${promised + 1}` : `a${state}`;
            const vote = value === null ? '-' : `${promised}:${value}`;
            return `A${i + 1} ${role} ${promised === 0 ? '-' : promised}/${promised === 0 ? '-' : vote}`;
          });
          const lines = flights0.map((one) => {
            const [from, to] = ends(one, count);
            const shape = shapes[one.number % 5] ?? 'accept';
            return `${from}>${to} ${shape} "${one.number}: 20%" ${(one.number % 5) + 1} ${way(one)}`;
          });
          const frame = group(picture.join(' | '), {
            messages: flights(lines.join('\n')),
            detail: {
              ballots: ballots.map((number) =>
                ballot(number, '20%', [(number % count) + 1, 1], number % 2 === 0 ? [1] : []),
              ),
            },
          });
          const plan = paxosLayout(everybody(frame.detail), talkOf(frame.detail), {
            width,
            height,
          });
          const layout = besideLegends(frame, plan, inEnglish(paxosWords).say);
          const options = { words: inEnglish(paxosWords), ...chosen };
          expect(collisions(paxosStage(frame, layout, frame.time, options))).toEqual([]);
        },
      ),
      RUNS,
    );
  });
});
