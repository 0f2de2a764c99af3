/** The golden traces of Paxos, row by row (specification 2). */
import { describe, expect, it } from 'vitest';
import type { PaxosSetup } from '../../view/paxos-setup.ts';
import { futureOf, sameUpToShift } from './testing/same-future.ts';
import { byHand, Play } from './testing/play.ts';
import type { Trace } from './testing/trace.ts';
import { columns, readRow } from './testing/trace.ts';
import { broken } from './testing/traces-broken.ts';
import { classics } from './testing/traces-classic.ts';
import { duels } from './testing/traces.ts';

const five = (change: Partial<PaxosSetup> = {}): Play =>
  new Play(byHand(5, ['A1 10%', 'A5 20%'], change));
const outside = (acceptors: number, values: string, change: Partial<PaxosSetup> = {}): Play =>
  new Play(
    byHand(
      acceptors,
      values.split('').map((value, index) => `P${index + 1} ${value}`),
      change,
    ),
  );

/** Who plays in each trace. */
const casts: Readonly<Record<string, () => Play>> = {
  'P-C1': () => new Play(byHand(5, ['A1 10%'])),
  'P-MIN-a': () => outside(5, 'XY'),
  'P-MIN-b': () => outside(5, 'XYZ'),
  'P-ADOPT': () => outside(3, 'XY'),
  'P-LEARN': () => outside(3, 'XY', { learning: 'L1' }),
  'P-CRASH': () => outside(3, 'XY'),
  'P-C2x': () => five({ broken: ['keep-own-value'] }),
  'P-X1': () => outside(3, 'XY', { broken: ['share-ballots'] }),
  'P-X2': () => outside(3, 'XY', { broken: ['keep-own-value'] }),
  'P-X3': () => outside(3, 'XY', { broken: ['accept-below-promise'] }),
  'P-X4': () => outside(3, 'XYZ', { broken: ['adopt-lowest'] }),
  'P-X5': () => outside(3, 'XY'),
  'P-X6': () => outside(3, 'XYZ', { broken: ['accept-without-promise'] }),
  'P-X7': () => outside(4, 'XY', { broken: ['half-is-quorum'] }),
};

interface Telling {
  readonly answers: string[];
  readonly columns: string[];
  /** The first failure of each invariant, with its row. */
  readonly failures: Readonly<Record<string, number>>;
}

/** Plays a trace and tells what came of each row. */
function tell(name: string, { rows }: Trace, play: Play): Telling {
  const answers: string[] = [];
  const seen: string[] = [];
  const failures: Record<string, number> = {};
  if (name === 'P-PART') play.do(partition);
  rows.forEach((row, index) => {
    const { act } = readRow(row);
    answers.push(told(act, play.row(act)));
    seen.push(play.columns());
    for (const invariant of play.violations) failures[invariant] ??= index + 1;
  });
  return { answers, columns: seen, failures };
}

const partition = {
  kind: 'partition',
  groups: [
    [1, 2],
    [3, 4, 5],
  ],
  oneWay: false,
} as const;

/** The row with the answer that it really got. */
function told(act: string, answer: string): string {
  if (act.includes(' → ')) return `${act.split(' ').slice(0, 4).join(' ')} ${answer}`;
  return act.includes(' decides ') ? `${act.split(' ')[0]} decides ${answer}` : act;
}

const cast = (name: string): Play => (casts[name] ?? five)();

const named = <T extends { readonly title: string }>(traces: Readonly<Record<string, T>>) =>
  Object.entries(traces).map(([name, trace]) => ({ name, trace, title: trace.title }));

describe.each(named({ ...duels, ...classics }))('$name: $title', ({ name, trace }) => {
  const play = cast(name);
  const telling = tell(name, trace, play);

  it('every row is answered as in the table', () => {
    expect(telling.answers).toEqual(trace.rows.map((row) => readRow(row).act));
  });

  it('every row leaves the acceptors as in the table, and the same values chosen', () => {
    expect(telling.columns).toEqual(columns(trace));
  });

  it(`takes ${trace.messages} messages, and breaks no invariant`, () => {
    // Learn messages are not in the table.
    expect(play.messages - (name === 'P-LEARN' ? 3 : 0)).toBe(trace.messages);
    expect(telling.failures).toEqual({});
  });
});

/** The first invariant to fail, and where agreement is broken: the table of specification 2.4. */
const verdicts: Readonly<
  Record<string, readonly [invariants: readonly string[], row: number, agreement: number]>
> = {
  'P-C2x': [['I-P2c'], 11, 14],
  'P-X1': [['I-OneValuePerBallot'], 8, 10],
  'P-X2': [['I-P2c'], 8, 10],
  'P-X3': [['I-Keep', 'I-Mono', 'I-Agreement'], 10, 10],
  'P-X4': [['I-P2c'], 12, 14],
  'P-X5': [['I-Mono'], 6, 11],
  'P-X6': [['I-Type'], 7, 14],
  // Quorums that need not meet are seen at set-up (mutants.test.ts); the acceptors are open again at once.
  'P-X7': [['I-Stable'], 5, 10],
};

describe.each(named(broken))('$name: $title', ({ name, trace }) => {
  const play = cast(name);
  const telling = tell(name, trace, play);
  const [first, row, agreement] = verdicts[name] ?? [[], 0, 0];

  it('every row is as in the table', () => {
    expect(telling.answers).toEqual(trace.rows.map((each) => readRow(each).act));
    expect(telling.columns).toEqual(columns(trace));
    expect(play.messages).toBe(trace.messages);
  });

  it(`${first.join(', ')} fails first, in row ${row}; two values are chosen in row ${agreement}`, () => {
    expect(Math.min(...Object.values(telling.failures))).toBe(row);
    expect(first.map((invariant) => telling.failures[invariant])).toEqual(first.map(() => row));
    expect(telling.failures['I-Agreement']).toBe(agreement);
  });
});

describe('P-X6', () => {
  it('breaks I-Mono in row 9, where the older vote overwrites the newer one', () => {
    const trace = broken['P-X6'] as Trace;
    expect(tell('P-X6', trace, cast('P-X6')).failures['I-Mono']).toBe(9);
  });
});

describe('P-LEARN', () => {
  it('after row 6 a value is chosen and nobody knows; the recovery teaches it to all', () => {
    const play = cast('P-LEARN');
    const { rows } = classics['P-LEARN'] as Trace;
    for (const row of rows.slice(0, 6)) play.row(readRow(row).act);
    expect(play.chosen).toEqual(['X@1']);
    expect([1, 2, 3].map((pid) => play.learned(pid))).toEqual([null, null, null]);
    for (const row of rows.slice(6)) play.row(readRow(row).act);
    expect([1, 2, 3].map((pid) => play.learned(pid))).toEqual(['X', 'X', 'X']);
    expect(play.violations).toEqual([]);
  });
});

describe('P-C1 with L1', () => {
  it('four Learn messages make twenty', () => {
    const play = new Play(byHand(5, ['A1 10%'], { learning: 'L1' }));
    for (const row of (duels['P-C1'] as Trace).rows) play.row(readRow(row).act);
    play.row('A1 announces');
    expect(play.messages).toBe(20);
    expect([1, 2, 3, 4, 5].map((pid) => play.learned(pid))).toEqual(Array(5).fill('10%'));
  });
});

/** Rows without end: those given, then their last `period` again and again, two ballots higher. */
function goingOn(rows: readonly string[], period: number, count: number): string[] {
  const acts = rows.map((row) => readRow(row).act);
  while (acts.length < count) {
    const model = acts[acts.length - period] ?? '';
    acts.push(
      model.replace(
        /(Prepare\(|Accept\(|decides )(\d+)/u,
        (_, before: string, ballot: string) => `${before}${Number(ballot) + 2}`,
      ),
    );
  }
  return acts;
}

/** The state after each row, of which only what the story delivers may still arrive. */
function states(acts: readonly string[]): unknown[] {
  const play = five();
  const links = new Set(
    acts.flatMap((act) => {
      const [from = '', , to = ''] = act.split(' ');
      if (!act.includes('→')) return [];
      const [a, b] = [play.pid(from), play.pid(to)];
      return [`${a} ${b}`, `${b} ${a}`, `${a} ${a}`];
    }),
  );
  return acts.map((act) => {
    play.row(act);
    const future = futureOf(play.world);
    const flights = future.flights.filter(({ from, to }) => links.has(`${from} ${to}`));
    return { ...future, flights };
  });
}

describe('the duel has a period', () => {
  const duel = goingOn((duels['P-C3'] as Trace).rows, 14, 22);
  // Behind the table's rows: A1's Accept(3), Prepare(5), then A5's Accept(4), Prepare(6), and so on.
  const cycle = [
    'A1 → A1 Accept(3)',
    'A1 → A2 Accept(3)',
    'A1 → A3 Accept(3)',
    'A1 → A1 Prepare(5)',
    'A1 → A2 Prepare(5)',
    'A1 → A3 Prepare(5)',
    'A1 decides 5',
    'A5 → A5 Accept(4)',
    'A5 → A4 Accept(4)',
    'A5 → A3 Accept(4)',
    'A5 → A5 Prepare(6)',
    'A5 → A4 Prepare(6)',
    'A5 → A3 Prepare(6)',
    'A5 decides 6',
  ];

  it('P-C3: 14 rows, from row 19 on', () => {
    const seen = states(goingOn([...duel, ...cycle], 14, 64));
    const shift = (row: number): number | null => sameUpToShift(seen[row - 1], seen[row + 13]);
    for (let row = 19; row <= 50; row++) expect([row, shift(row)]).toEqual([row, 2]);
    expect([16, 17, 18].map(shift)).toEqual([null, null, null]);
    // No shorter period either.
    for (let rows = 1; rows < 14; rows++)
      expect(sameUpToShift(seen[30], seen[30 + rows])).toBe(null);
  });

  it('P-C3: the acceptors alone repeat from row 17 on', () => {
    const seen = states(goingOn([...duel, ...cycle], 14, 64));
    const acceptors = (row: number): unknown =>
      (seen[row - 1] as { processes: { state: { kept: unknown } }[] }).processes.map(
        ({ state }) => state.kept,
      );
    expect(sameUpToShift(acceptors(17), acceptors(31))).toBe(2);
    expect(sameUpToShift(acceptors(16), acceptors(30))).toBe(null);
  });

  it('P-C3M: 22 rows, from row 7 on', () => {
    const rows = [...(duels['P-C3M'] as Trace).rows, 'A5 decides 4'];
    const cycles = goingOn(rows, 22, 80);
    const seen = states(cycles);
    const shift = (row: number): number | null => sameUpToShift(seen[row - 1], seen[row + 21]);
    for (let row = 7; row <= 58; row++) expect([row, shift(row)]).toEqual([row, 2]);
    expect(shift(6)).toBe(null);
  });

  it('after 12 more cycles nothing is chosen, and ballots 27 and 28 are reached', () => {
    const play = five();
    for (const act of goingOn([...duel, ...cycle], 14, 22 + 12 * 14)) play.row(act);
    expect(play.chosen).toEqual([]);
    expect([1, 5].map((pid) => play.s(pid).proposer?.ballot)).toEqual([27, 28]);
    expect(play.messages).toBe(24 + 12 * 16);
    expect(play.violations).toEqual([]);
  });
});
