/** The golden traces of specification 5.3 and 5.4, message by message. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ByzantineSetup } from '../../view/byzantine-setup.ts';
import { Play } from './testing/play.ts';

interface Trace {
  readonly name: string;
  readonly setup: ByzantineSetup;
  readonly perRound: readonly number[];
  /** `C L1 > L2: A`: what L1 tells L2 that C said; by round, or as the recursion comes to it. */
  readonly messages: readonly string[];
  readonly decisions: Readonly<Record<string, string>>;
  readonly ic1: boolean;
  readonly ic2: boolean;
}

interface SignedTrace extends Trace {
  readonly v: Readonly<Record<string, readonly string[]>>;
  /** Messages that loyal lieutenants refuse. */
  readonly refused: number;
}

const traces = <T>(name: string): readonly T[] =>
  JSON.parse(
    readFileSync(`${import.meta.dirname}/../../../fixtures/byzantine/${name}.json`, 'utf8'),
  ) as readonly T[];

function expectTrace(play: Play, trace: Trace): void {
  const { levels, ic1, ic2, notPromised } = play.detail;
  expect(play.said.toSorted()).toEqual([...trace.messages].toSorted());
  expect(levels.map(({ sent }) => sent)).toEqual(trace.perRound);
  expect(levels.map(({ arrived }) => arrived)).toEqual(trace.perRound);
  expect(play.decisions).toEqual(trace.decisions);
  expect(ic1).toBe(trace.ic1 ? 'holds' : 'fails');
  // Of a commander that lies IC2 asks nothing.
  expect(ic2 === 'idle' || ic2 === (trace.ic2 ? 'holds' : 'fails')).toBe(true);
  expect(ic2 === 'idle').toBe(trace.setup.traitors?.includes(1) === true);
  // What fails was not promised.
  expect(notPromised === null && !(trace.ic1 && trace.ic2)).toBe(false);
  expect(play.broken).toEqual([]);
}

describe('with words that anybody may have made up', () => {
  it.each(traces<Trace>('oral'))('$name', (trace) => {
    const play = new Play(trace.setup).ends();
    expectTrace(play, trace);
    expect(play.detail.levels.map(({ expected }) => expected)).toEqual(trace.perRound);
  });

  it.each([
    [10, 2, 585],
    [10, 3, 3609],
    [7, 1, 36],
  ])('%i generals and m = %i take %i messages', (generals, rounds, total) => {
    const traitors = [generals - 1, generals];
    const play = new Play({ generals, rounds, traitors }).ends();
    expect(play.said).toHaveLength(total);
    expect(play.detail.ic1).toBe('holds');
    expect(play.detail.ic2).toBe(rounds < 2 ? play.detail.ic2 : 'holds');
  });
});

describe('with signatures', () => {
  it.each(traces<SignedTrace>('signed'))('$name', (trace) => {
    const play = new Play(trace.setup).ends();
    expectTrace(play, trace);
    const loyal = play.detail.generals.filter(({ name }) => name in trace.v);
    expect(
      Object.fromEntries(
        loyal.map(({ name, signed }) => [name, signed.map(({ value }) => value).toSorted()]),
      ),
    ).toEqual(trace.v);
    expect(loyal.reduce((sum, { refused }) => sum + refused.length, 0)).toBe(trace.refused);
    expect(loyal.map(({ proof }) => proof)).toEqual(loyal.map(({ signed }) => signed.length > 1));
  });

  it.each([3, 4, 5, 6])('%i loyal generals send (n − 1)² messages', (generals) => {
    const { said, detail } = new Play({ generals, signed: true }).ends();
    expect(said).toHaveLength((generals - 1) ** 2);
    expect(detail.levels.map(({ expected }) => expected)).toEqual(
      detail.levels.map(({ sent }) => sent),
    );
  });
});
