/** Two ways to one situation of Paxos: in which order promises and votes came, and what was refused, is not in it. */
import { describe, expect, it } from 'vitest';
import { situationHash } from '../../kernel/situation.ts';
import type { PaxosSetup } from '../../view/paxos-setup.ts';
import { byHand, Play } from './testing/play.ts';

/** The rows in turn: P1 proposes X and P2 proposes Y, to three acceptors. */
function way(rows: readonly string[], change: Partial<PaxosSetup> = {}): Play {
  const play = new Play(byHand(3, ['P1 X', 'P2 Y'], change));
  for (const row of rows) play.row(row);
  return play;
}

const hashOf = ({ world }: Play): string => situationHash(world);

const prepare = (ballot: number, ...acceptors: readonly number[]): readonly string[] =>
  acceptors.map((each) => `P${ballot} → A${each} Prepare(${ballot})`);
const accept = (ballot: number, value: string, ...acceptors: readonly number[]) =>
  acceptors.map((each) => `P${ballot} → A${each} Accept(${ballot},${value})`);

describe('the situation of proposers and acceptors', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['who has promised, in whichever order', prepare(1, 1, 2), prepare(1, 2, 1)],
    [
      'who has voted, in whichever order',
      [...prepare(1, 1, 2), 'P1 decides', ...accept(1, 'X', 1, 2)],
      [...prepare(1, 2, 1), 'P1 decides', ...accept(1, 'X', 2, 1)],
    ],
    [
      'whose value a promise has told, in whichever order',
      [...prepare(1, 1, 2), 'P1 decides', ...accept(1, 'X', 1), ...prepare(2, 1, 3)],
      [...prepare(1, 2, 1), 'P1 decides', ...accept(1, 'X', 1), ...prepare(2, 3, 1)],
    ],
  ])('is the same by %s', (_, one, other) => {
    const [first, second] = [way(one), way(other)];
    expect(first.world.process(4).s).not.toEqual(second.world.process(4).s);
    expect(first.world.fingerprint()).not.toBe(second.world.fingerprint());
    expect(hashOf(second)).toBe(hashOf(first));
  });

  it('is the same whoever was killed and came back before anything was asked of it', () => {
    const straight = way(prepare(1, 1));
    const round = way(prepare(1, 1));
    round.do({ kind: 'kill', pid: 3 }, { kind: 'start', pids: [3] });
    // What was on its way to it, it hears nevertheless.
    expect(round.world.step).not.toBe(straight.world.step);
    expect(hashOf(round)).toBe(hashOf(straight));
  });

  it('is another one by who has promised, what was voted for, what is lost, and who is down', () => {
    const decided = [...prepare(1, 1, 2), 'P1 decides'];
    const ways = [
      [],
      prepare(1, 1),
      prepare(1, 2),
      prepare(1, 1, 2),
      prepare(1, 1, 3),
      prepare(2, 1, 2),
      decided,
      [...decided, ...accept(1, 'X', 1)],
      [...decided, ...accept(1, 'X', 2)],
      [...decided, ...accept(1, 'X', 1), 'A1 restarts'],
      [...decided, ...accept(1, 'X', 1), 'A1 restarts empty'],
      [...decided, ...accept(1, 'X', 1), 'A1 crashes'],
      [...decided, ...prepare(2, 3)],
    ];
    const seen = ways.map((rows) => hashOf(way(rows)));
    // An acceptor that comes back from its disk is as it was.
    expect(new Set(seen).size).toBe(ways.length - 1);
    expect(seen[9]).toBe(seen[7]);
  });

  it('keeps the order of promises where a broken rule lets it decide', () => {
    const broken = { broken: ['keep-own-value'] } satisfies Partial<PaxosSetup>;
    expect(hashOf(way(prepare(1, 1, 2), broken))).not.toBe(hashOf(way(prepare(1, 2, 1), broken)));
  });
});
