/** Multi-Paxos: a stable leader, gaps, the window, its cost; and why ZooKeeper does not use it. */
import { describe, expect, it } from 'vitest';
import { World } from '../../../kernel/world.ts';
import { multiModel } from './model.ts';
import type { MultiSetup } from './model.ts';
import type { MultiGhost } from './order.ts';
import { applied } from './replica.ts';
import type { MultiMessage, Replica } from './replica.ts';
import type { LogDisk, SlotVote } from './slots.ts';
import { applicable, keepsPrimaryOrder, NO_OP, recover } from './slots.ts';

class Play {
  readonly world: World<Replica, LogDisk, MultiGhost>;

  constructor(setup: MultiSetup) {
    const model = multiModel(setup);
    this.world = new World(model, 1);
    this.world.intervene({ kind: 'start', pids: model.pids });
    this.run();
  }

  run(): this {
    while (this.world.advance());
    return this;
  }

  lead(pid: number): this {
    this.world.intervene({ kind: 'input', pid, name: 'LEAD', data: {} });
    return this.run();
  }

  command(pid: number, ...values: readonly string[]): this {
    for (const value of values)
      this.world.intervene({ kind: 'input', pid, name: 'COMMAND', data: { value } });
    return this.run();
  }

  /** Delivers requests of this kind (and slot) on a link, and their answers. */
  pass(from: number, to: number, type: MultiMessage['type'], slot?: number): this {
    const is = (want: number, by: number, types: readonly string[]) =>
      this.world.network.flights
        .values()
        .filter(
          (flight) =>
            flight.from === want &&
            flight.to === by &&
            types.includes(flight.message.type) &&
            (slot === undefined || (flight.message as MultiMessage).votes[0]?.slot === slot),
        );
    for (const { id } of is(from, to, [type])) this.deliver(id);
    for (const { id } of is(to, from, ['PROMISE', 'ACCEPTED'])) this.deliver(id);
    return this;
  }

  private deliver(message: number): void {
    this.world.intervene({ kind: 'deliver', message });
    this.run();
  }

  s(pid: number): Replica {
    const { s } = this.world.process(pid);
    if (s === null) throw new RangeError(`${pid} is down`);
    return s;
  }

  /** `27 (1, A), 28 (1, B)` */
  votes(pid: number): string {
    return this.s(pid)
      .acceptor.votes.map(({ slot, ballot, value }) => `${slot} (${ballot}, ${value})`)
      .join(', ');
  }

  get messages(): number {
    return this.world.processes.reduce((sum, { s }) => sum + (s?.received ?? 0), 0);
  }
}

const replicas = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

describe.each([
  [3, 6],
  [5, 12],
])('%i replicas with a stable leader', (n, each) => {
  it(`a change of leader costs ${2 * (n - 1)} messages once, each command ${each}`, () => {
    const play = new Play({ acceptors: replicas(n), leaders: [1] }).lead(1);
    expect(play.messages).toBe(2 * (n - 1));
    play.command(1, 'A');
    expect(play.messages).toBe(2 * (n - 1) + each);
    play.command(1, 'B', 'C', 'D');
    expect(play.messages).toBe(2 * (n - 1) + 4 * each);
    for (const pid of replicas(n)) expect(applied(play.s(pid))).toEqual(['A', 'B', 'C', 'D']);
  });
});

describe('a new leader', () => {
  const vote = (slot: number, ballot: number, value: string): SlotVote => ({ slot, ballot, value });

  it('proposes what is reported again, the highest ballot in each slot, and fills gaps', () => {
    const reports = [
      [vote(1, 1, 'A'), vote(4, 1, 'X')],
      [vote(1, 2, 'B'), vote(3, 1, 'C')],
    ];
    expect(recover(reports, 1).map(({ value }) => value)).toEqual(['B', NO_OP, 'C', 'X']);
    expect(recover(reports, 4).map(({ slot }) => slot)).toEqual([4]);
    expect(recover([[], []], 1)).toEqual([]);
  });

  it('finds a gap in the log of the old one, and everybody applies past it', () => {
    const play = new Play({ acceptors: [1, 2, 3], leaders: [1, 2], byHand: true });
    play.lead(1).pass(1, 1, 'PREPARE').pass(1, 2, 'PREPARE').command(1, 'A', 'B');
    // Slot 1 reaches nobody but the leader, slot 2 also R2.
    play.pass(1, 2, 'ACCEPT', 2);
    play.world.intervene({ kind: 'kill', pid: 1 });
    play.lead(2).pass(2, 2, 'PREPARE').pass(2, 3, 'PREPARE').command(2, 'C');
    for (const to of [2, 3]) play.pass(2, to, 'ACCEPT');
    play.pass(2, 3, 'LEARN');
    for (const pid of [2, 3]) expect(applied(play.s(pid))).toEqual([NO_OP, 'B', 'C']);
    expect(play.world.violations).toEqual([]);
  });

  it('messages that come twice count once', () => {
    const play = new Play({ acceptors: [1, 2, 3, 4, 5], leaders: [1] });
    for (const pid of [3, 4, 5]) play.world.intervene({ kind: 'kill', pid });
    play.world.intervene({ kind: 'lossy', loss: 0, duplication: 1 });
    play.lead(1).command(1, 'A');
    expect(play.s(1).leading?.promises.map(({ by }) => by)).toEqual([1, 2]);
    expect(applied(play.s(1))).toEqual([]);
  });

  it('uses no ballot twice, whatever a crash has taken', () => {
    // R4 leads and is no replica: only its own disk could remember the ballot.
    const play = new Play({ acceptors: [1, 2, 3], leaders: [1, 2, 4], byHand: true });
    const { world } = play;
    play.lead(4);
    const { ballot } = play.s(4).leading ?? { ballot: 0 };
    world.intervene({ kind: 'kill', pid: 4 });
    world.intervene({ kind: 'start', pids: [4] });
    play.run().lead(4);
    expect(play.s(4).leading?.ballot).toBeGreaterThan(ballot);
  });

  it('an old leader is refused and follows', () => {
    const play = new Play({ acceptors: [1, 2, 3], leaders: [1, 2] })
      .lead(1)
      .command(1, 'A')
      .lead(2);
    play.command(1, 'B').command(2, 'C');
    expect(play.s(1).leading).toBe(null);
    for (const pid of [1, 2, 3]) expect(applied(play.s(pid))).toEqual(['A', 'C']);
  });
});

describe('the window', () => {
  it('lets so many slots be open at once; the next command comes in when one is chosen', () => {
    const play = new Play({ acceptors: [1, 2, 3], leaders: [1], window: 2, byHand: true });
    play.lead(1).pass(1, 1, 'PREPARE').pass(1, 2, 'PREPARE').command(1, 'A', 'B', 'C');
    const open = (): number[] => play.s(1).leading?.open.map(({ slot }) => slot) ?? [];
    expect(open()).toEqual([1, 2]);
    play.pass(1, 1, 'ACCEPT', 1).pass(1, 2, 'ACCEPT', 1);
    expect(open()).toEqual([2, 3]);
  });

  /** With room for one, a leader that has not heard what is chosen recovers A and B, and is given X and Y. */
  const recovering = (broken: MultiSetup['broken'] = []): Play => {
    const play = new Play({
      acceptors: [1, 2, 3],
      leaders: [1, 2],
      window: 1,
      byHand: true,
      broken,
    });
    play.lead(1).pass(1, 1, 'PREPARE').pass(1, 2, 'PREPARE').command(1, 'A', 'B');
    play.pass(1, 1, 'ACCEPT', 1).pass(1, 2, 'ACCEPT', 1).pass(1, 2, 'ACCEPT', 2);
    expect(play.votes(2)).toBe('1 (1, A), 2 (1, B)');
    play.lead(2).command(2, 'X', 'Y').pass(2, 2, 'PREPARE').pass(2, 3, 'PREPARE');
    for (let round = 0; round < 4; round++) for (const to of [2, 3]) play.pass(2, to, 'ACCEPT');
    return play;
  };

  it('keeps the order of commands, also while more is recovered than there is room for', () => {
    const play = recovering();
    expect(applied(play.s(2))).toEqual(['A', 'B', 'X', 'Y']);
    expect(play.world.violations).toEqual([]);
  });

  it('requeue-last: a command overtakes another one, and M-FIFO says so', () => {
    const play = recovering(['requeue-last']);
    expect(applied(play.s(2))).toEqual(['A', 'B', 'Y', 'X']);
    expect(play.world.violations.map(({ invariant }) => invariant)).toEqual(['M-FIFO']);
  });

  it('what is chosen behind a gap is not applied', () => {
    const chosen = [3, 1, 2, 5].map((slot) => ({ slot, value: `${slot}` }));
    expect(applicable(chosen, 1)).toEqual(['1', '2', '3']);
  });
});

describe('P-PO: slots agree, and the primary order is broken', () => {
  const [a, b, c, p1, p2, p3] = [1, 2, 3, 4, 5, 6];
  const play = new Play({
    acceptors: [a, b, c],
    leaders: [p1, p2, p3],
    firstSlot: 27,
    byHand: true,
    primaryOrder: true,
  });

  it('P1 proposes 27: A and 28: B, which only a accepts; P2 proposes 27: C, which only b accepts', () => {
    play.lead(p1).pass(p1, a, 'PREPARE').pass(p1, b, 'PREPARE').command(p1, 'A', 'B');
    play.pass(p1, a, 'ACCEPT');
    play.lead(p2).pass(p2, b, 'PREPARE').pass(p2, c, 'PREPARE').command(p2, 'C');
    play.pass(p2, b, 'ACCEPT');
    play.world.intervene({ kind: 'kill', pid: p2 });
    expect([a, b, c].map((pid) => play.votes(pid))).toEqual([
      '27 (1, A), 28 (1, B)',
      '27 (2, C)',
      '',
    ]);
  });

  it('P3 must take C in 27 and B in 28; its own D comes after', () => {
    play.lead(p3).pass(p3, a, 'PREPARE').pass(p3, b, 'PREPARE').command(p3, 'D');
    for (const to of [a, b]) play.pass(p3, to, 'ACCEPT');
    expect(applied(play.s(p3))).toEqual(['C', 'B', 'D']);
    expect(play.votes(a)).toBe('27 (3, C), 28 (3, B), 29 (3, D)');
    // Every slot agrees and no client is overtaken: only the order of a primary is broken.
    expect(play.world.violations.map(({ invariant }) => invariant)).toEqual(['M-PrimaryOrder']);
  });

  it('B is applied without A, on which P1 had computed it: Paxos allows that, ZAB does not', () => {
    const proposed = [['A', 'B'], ['C'], ['D']];
    expect(keepsPrimaryOrder(['C', 'B', 'D'], proposed)).toBe(false);
    expect(keepsPrimaryOrder(['A', 'B', 'D'], proposed)).toBe(true);
    expect(keepsPrimaryOrder(['C', 'D'], proposed)).toBe(true);
    expect(keepsPrimaryOrder(['B', 'A'], proposed)).toBe(false);
  });
});
