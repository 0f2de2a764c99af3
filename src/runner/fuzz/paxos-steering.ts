import type { Disk, Member } from '../../protocols/paxos/member.ts';
import type { Acceptor } from '../../protocols/paxos/rules.ts';
import { freshAcceptor } from '../../protocols/paxos/rules.ts';
import type { Process } from '../../kernel/process.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import type { Run } from '../run.ts';
import type { Dice } from './dice.ts';
import type { PaxosExercised } from './paxos-exercised.ts';
import { tryTo } from './random-run.ts';
import type { Take } from './random-run.ts';

/** Values that somebody asks for by hand, besides the proposers' own. */
const OTHERS = ['U', 'V'] as const;
/** How often a promise leaves a copy for later. */
const KEPT = 0.4;
/** Every sync is done by then. */
const SYNCED = 40_000;

/**
 * Plays the network's whims in a group by hand, ballot by ballot, and leans towards what is rare:
 * quorums that report several values or none, votes that are no quorum, second values, old answers
 * that come again, restarts in the middle.
 */
export class Steering {
  private readonly dice: Dice;
  private readonly run: Run;
  private readonly exercised: PaxosExercised;
  private readonly take: Take;
  private readonly acceptors: readonly Pid[];
  private readonly proposers: readonly Pid[];
  private readonly count: (fault: string) => void;

  constructor(
    dice: Dice,
    run: Run,
    { setup }: Scenario<'paxos'>,
    exercised: PaxosExercised,
    take: Take,
    count: (fault: string) => void,
  ) {
    this.dice = dice;
    this.run = run;
    this.exercised = exercised;
    this.take = take;
    this.count = count;
    const having = (role: 'acceptor' | 'proposer'): Pid[] =>
      setup.processes.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
    this.acceptors = having('acceptor');
    this.proposers = having('proposer');
  }

  /** One deed, and what comes of it. */
  act(): void {
    const { dice } = this;
    switch (dice.weighted({ ballot: 7, again: 1.5, goOn: 2, late: 3, restart: 1.5 })) {
      case 'again':
        this.again(dice.pick(this.proposers));
        return;
      case 'goOn':
        this.phases(dice.pick(this.proposers));
        return;
      case 'late':
        this.late();
        return;
      case 'restart':
        this.restart(dice.pick([...this.acceptors, ...this.proposers]));
        return;
      default:
        this.ballot(dice.pick(this.proposers));
    }
  }

  /** Somebody begins a ballot, perhaps for a value of somebody else's. */
  private ballot(pid: Pid, keep = KEPT): void {
    const { dice } = this;
    const data = dice.chance(0.4) ? { value: dice.pick(OTHERS) } : {};
    if (!this.do({ kind: 'input', pid, name: 'PROPOSE', data }, 'propose')) return;
    if ('value' in data) this.exercised.note('a second value asked for');
    if (dice.chance(0.1)) return;
    this.settle();
    if (dice.chance(0.7)) this.overtake(pid);
    this.phases(pid, keep);
  }

  /** Begins again until nobody has promised more: nacks that never came would have told it so. */
  private overtake(pid: Pid): void {
    const highest = Math.max(...this.acceptors.map((each) => this.kept(each).promised));
    for (let more = 6; more > 0; more--) {
      if ((this.state(pid)?.proposer?.ballot ?? Infinity) > highest) return;
      this.do({ kind: 'input', pid, name: 'PROPOSE', data: {} }, 'propose');
      this.settle();
    }
  }

  /** A proposer crashes in its ballot and begins anew, while answers to the old one still fly. */
  private again(pid: Pid): void {
    this.ballot(pid, 1);
    this.restart(pid);
    const data = { value: this.dice.pick(OTHERS) };
    if (!this.do({ kind: 'input', pid, name: 'PROPOSE', data }, 'propose')) return;
    this.exercised.note('begun again while old answers fly');
    this.settle();
    this.phases(pid);
  }

  /** Takes a proposer's present ballot as far as the dice let it come. */
  private phases(pid: Pid, keep = KEPT): void {
    const { dice } = this;
    const ballot = this.state(pid)?.proposer?.ballot ?? 0;
    if (ballot === 0) return;
    for (const acceptor of this.quorum(pid, ballot)) {
      if (dice.chance(0.06)) return;
      this.pass(pid, acceptor, 'PREPARE', ballot);
      if (dice.chance(0.9)) this.settle();
      this.pass(acceptor, pid, 'PROMISE', ballot, keep);
    }
    this.pass(pid, pid, 'DECIDE', ballot);
    if (this.state(pid)?.proposer?.value === null) return;
    for (const acceptor of this.voters()) {
      this.pass(pid, acceptor, 'ACCEPT', ballot);
      if (dice.chance(0.9)) this.settle();
      if (dice.chance(0.5)) this.pass(acceptor, pid, 'ACCEPTED', ballot);
    }
  }

  /** Whom a ballot asks: those who have voted for most, for nothing, or whoever. */
  private quorum(pid: Pid, ballot: number): Pid[] {
    const { dice, acceptors } = this;
    const open = acceptors.filter(
      (each) =>
        this.flight(pid, each, 'PREPARE', ballot) !== null ||
        this.flight(each, pid, 'PROMISE', ballot) !== null,
    );
    const size = this.state(pid)?.config.quorum ?? acceptors.length;
    const shuffled = dice.some(open, open.length);
    switch (dice.pick(['clash', 'free', 'free', 'any'])) {
      case 'clash':
        return this.mostValues(shuffled, size);
      case 'free':
        return shuffled
          .toSorted((a, b) => this.kept(a).accBallot - this.kept(b).accBallot)
          .slice(0, size);
      default:
        return shuffled.slice(0, size);
    }
  }

  /** Of each value that somebody has voted for, one who has; then the others. */
  private mostValues(pids: readonly Pid[], size: number): Pid[] {
    const values = new Set<string | null>([null]);
    const firsts = pids.filter((pid) => {
      const { accValue } = this.kept(pid);
      const isNew = !values.has(accValue);
      values.add(accValue);
      return isNew;
    });
    return [...firsts, ...pids.filter((pid) => !firsts.includes(pid))].slice(0, size);
  }

  /** Who gets the Accepts: mostly too few. */
  private voters(): Pid[] {
    const { dice, acceptors } = this;
    const count = dice.chance(0.8) ? 1 : dice.between(0, acceptors.length);
    return dice.some(acceptors, count);
  }

  /** A message that has waited comes after all, or once more. */
  private late(): void {
    const { dice } = this;
    const held = this.run.world.network.flights.values().filter(({ held: waits }) => waits);
    if (held.length === 0) return;
    const { id, message } = dice.pick(held);
    if (dice.chance(0.3)) this.do({ kind: 'duplicate', message: id }, 'duplicate');
    if (this.do({ kind: 'deliver', message: id }, 'deliver')) {
      this.exercised.note(`a late ${message.type.toLowerCase()}`);
    }
    this.settle();
  }

  private restart(pid: Pid): void {
    const process = this.process(pid);
    if (process.running) {
      if ((process.s?.proposer?.promises.length ?? 0) > 0) {
        this.exercised.note('a proposer crashes in its ballot');
      }
      if (this.dice.chance(0.5)) this.do({ kind: 'kill', pid }, 'kill');
      else this.do({ kind: 'power-off', pid }, 'powerOff');
      if (this.dice.chance(0.2)) return;
    }
    this.do({ kind: 'start', pids: [pid] }, 'start');
    this.settle();
  }

  /** Delivers a message, sometimes leaving a copy for later. */
  private pass(from: Pid, to: Pid, type: string, ballot: number, keep = 0.1): void {
    const message = this.flight(from, to, type, ballot);
    if (message === null) return;
    if (from !== to && this.dice.chance(keep)) {
      this.do({ kind: 'duplicate', message }, 'duplicate');
      if (type === 'PROMISE') this.exercised.note('an old answer kept');
    }
    this.do({ kind: 'deliver', message }, 'deliver');
    this.now();
  }

  private flight(from: Pid, to: Pid, type: string, ballot: number): number | null {
    const found = this.run.world.network.flights
      .values()
      .find(
        (each) =>
          each.from === from &&
          each.to === to &&
          each.message.type === type &&
          (each.message as { ballot?: number }).ballot === ballot,
      );
    return found?.id ?? null;
  }

  private do(what: Intervention, fault: string): boolean {
    if (this.run.world.violations.length > 0 || !tryTo(this.run, what)) return false;
    this.exercised.look(this.run.world);
    this.count(fault);
    return true;
  }

  private now(): void {
    const { run, take } = this;
    while (run.world.violations.length === 0 && take(run, run.world.time));
  }

  /** Disks have the time that they need. */
  private settle(): void {
    const { run, take } = this;
    const until = run.world.time + SYNCED;
    while (run.world.violations.length === 0 && take(run, until));
  }

  private process(pid: Pid): Process<Member, Disk> {
    return this.run.world.process(pid) as Process<Member, Disk>;
  }

  private state(pid: Pid): Member | null {
    return this.process(pid).s;
  }

  private kept(pid: Pid): Acceptor {
    const { s, disk } = this.process(pid);
    return s?.kept ?? disk.acceptor ?? freshAcceptor;
  }
}
