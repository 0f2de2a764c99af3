/** The lessons about Paxos go by the golden traces (specification 2), run by run and row by row. */
import { describe, expect, it } from 'vitest';
import { Play } from '../protocols/paxos/testing/play.ts';
import { columns } from '../protocols/paxos/testing/trace.ts';
import type { Trace } from '../protocols/paxos/testing/trace.ts';
import { broken } from '../protocols/paxos/testing/traces-broken.ts';
import { classics } from '../protocols/paxos/testing/traces-classic.ts';
import { duels } from '../protocols/paxos/testing/traces.ts';
import type { Condition } from '../view/condition.ts';
import { lessonFile } from './lesson-file.ts';
import { partsOf } from './parts.ts';
import type { Part } from './parts.ts';

/** Two runs of the last lesson, in which nobody breaks a rule and a disk is lost. */
const lostDisks: Readonly<Record<string, Trace>> = {
  'a promise is lost': {
    title: 'an acceptor loses its disk between its promise and its vote',
    acceptors: 3,
    rows: [
      'P1 → A1 Prepare(1) Promise(1, null) | A1=1/-',
      'P1 → A2 Prepare(1) Promise(1, null) | A2=1/-',
      'P1 decides 1 {A1,A2} X',
      'P2 → A2 Prepare(2) Promise(2, null) | A2=2/-',
      'P2 → A3 Prepare(2) Promise(2, null) | A3=2/-',
      'P2 decides 2 {A2,A3} Y',
      'A2 restarts empty | A2=0/-',
      'P1 → A1 Accept(1,X) Accepted(1,X) | A1=1/1:X',
      'P1 → A2 Accept(1,X) Accepted(1,X) | A2=1/1:X | chosen X@1',
      'P2 → A2 Accept(2,Y) Accepted(2,Y) | A2=2/2:Y',
      'P2 → A3 Accept(2,Y) Accepted(2,Y) | A3=2/2:Y | chosen Y@2',
    ],
    messages: 16,
  },
  'a number is lost': {
    title: 'a proposer loses its disk, and late copies answer the ballot that it uses again',
    acceptors: 3,
    rows: [
      'P1 → A1 Prepare(1) Promise(1, null) | A1=1/-',
      'P1 → A2 Prepare(1) Promise(1, null) | A2=1/-',
      'P1 decides 1 {A1,A2} X',
      'P1 → A1 Accept(1,X) Accepted(1,X) | A1=1/1:X',
      'P1 → A2 Accept(1,X) Accepted(1,X) | A2=1/1:X | chosen X@1',
      'P1 decides 1 {A1,A2} Y',
      'P1 → A1 Accept(1,Y) Accepted(1,Y) | A1=1/1:Y',
      'P1 → A2 Accept(1,Y) Accepted(1,Y) | A2=1/1:Y | chosen Y@1',
    ],
    messages: 18,
  },
};

const traces: Readonly<Record<string, Trace>> = {
  ...duels,
  ...classics,
  ...broken,
  ...lostDisks,
};

/** The trace that each run of a lesson with a schedule goes by. */
const runs: Readonly<Record<string, readonly string[]>> = {
  'paxos-case-1': ['P-C1'],
  'paxos-case-2': ['P-C2', 'P-C2x'],
  'paxos-case-3': ['P-C3'],
  'livelock-cures': ['P-C3L', 'P-C3R'],
  'minority-value': ['P-MIN-a', 'P-MIN-b', 'P-LEARN'],
  'acceptors-write-to-disk': ['P-CRASH', 'P-X5', 'a promise is lost', 'a number is lost'],
};

const rowsIn = (condition: Condition | null | undefined): number =>
  condition && 'rows' in condition ? condition.rows : 0;

/** Plays a run of a lesson, and keeps every state that its acceptors were in. */
class Watched {
  readonly play: Play;
  readonly states: string[] = [];
  /** The row in which each invariant broke first. */
  readonly failures: Record<string, number> = {};

  constructor({ file, from }: Part) {
    if (file.model !== 'paxos') throw new TypeError(file.model);
    this.play = new Play(file.setup, {}, file.seed);
    this.until(rowsIn(from));
    for (const step of file.steps ?? []) {
      if (step.when !== undefined) this.wait(() => this.play.chosen.length > 0);
      this.play.do(...(step.do ?? []).filter((what) => what.kind !== 'wait'));
      this.note();
      this.until(rowsIn(step.until));
    }
  }

  get rows(): number {
    const pid = this.play.model.config.scheduler?.pid ?? 0;
    return this.play.s(pid).scheduler?.done ?? 0;
  }

  private until(rows: number): void {
    this.wait(() => this.rows >= rows);
  }

  private wait(holds: () => boolean): void {
    const reached = this.play.wait(() => {
      this.note();
      return holds();
    });
    if (!reached) throw new Error('the run stands before its time');
  }

  private note(): void {
    this.states.push(this.play.columns());
    for (const name of this.play.violations) this.failures[name] ??= this.rows + 1;
  }
}

/** Without what says the same again: own steps change no acceptor. */
const changes = (states: readonly string[]): string[] =>
  states.filter((state, index) => state !== states[index - 1]);

describe.each(Object.entries(runs))('the lesson %s', (id, names) => {
  it.each(names.map((name, index) => [name, index] as const))('plays %s', async (name, index) => {
    const file = await lessonFile(id);
    const part = file === null ? undefined : partsOf(file)[index];
    if (part === undefined) throw new Error(`no run ${index}`);
    const trace = traces[name] as Trace;
    const watched = new Watched(part);
    const wanted = changes(columns(trace));
    // The first state is older than the first row; the duel without end goes on after its trace.
    const end = name === 'P-C3' ? wanted.length + 1 : undefined;
    expect(changes(watched.states).slice(1, end)).toEqual(wanted);
  });
});

describe('a run in which a rule is broken', () => {
  const failuresOf = async (id: string, index: number) => {
    const file = await lessonFile(id);
    const part = file === null ? undefined : partsOf(file)[index];
    if (part === undefined) throw new Error(`no run ${index}`);
    return { failures: new Watched(part).failures, breaks: part.file.breaks ?? [] };
  };

  it.each([
    ['paxos-case-2', 1],
    ['acceptors-write-to-disk', 1],
    ['acceptors-write-to-disk', 2],
    ['acceptors-write-to-disk', 3],
  ] as const)('of %s (%i) breaks just what it says', async (id, index) => {
    const { failures, breaks } = await failuresOf(id, index);
    expect(Object.keys(failures).toSorted()).toEqual(breaks.toSorted());
  });

  it('the lecture’s proposal is unjustified in row 11, and agreement is lost in row 14', async () => {
    const { failures } = await failuresOf('paxos-case-2', 1);
    expect(failures).toMatchObject({ 'I-P2c': 11, 'I-Agreement': 14 });
  });
});

it('the livelock is certified when it has gone round once: 14 rows, 16 messages, ballots + 2', async () => {
  const file = await lessonFile('paxos-case-3');
  const [part] = file === null ? [] : partsOf(file);
  if (part === undefined) throw new Error('no run');
  const { play, rows } = new Watched(part);
  expect(rows).toBeGreaterThanOrEqual(22 + 12 * 14);
  expect(play.world.ghost.certificate).toMatchObject({ rows: 14, messages: 16, shift: 2, to: 36 });
  expect([play.s(1).proposer?.ballot, play.s(5).proposer?.ballot]).toEqual([27, 28]);
});
