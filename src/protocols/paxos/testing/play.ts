/**
 * Support for tests: processes played by hand, message by message, and printed as the golden traces
 * print them.
 *
 *   const play = new Play(duelSetup());
 *   play.row('A1 → A2 Prepare(1)');
 *   expect(play.columns()).toBe('A1=0/- A2=1/- A3=0/- | –');
 */
import type { Flight } from '../../../kernel/flight.ts';
import { Recorder } from '../../../kernel/recorder.ts';
import { World } from '../../../kernel/world.ts';
import type { Fact } from '../../../view/fact.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { PaxosProcessSetup, PaxosSetup } from '../../../view/paxos-setup.ts';
import type { Pid } from '../../../view/time.ts';
import type { Ghost } from '../history.ts';
import type { Disk, Member } from '../member.ts';
import type { PaxosMessage } from '../messages.ts';
import { paxosModel, paxosStarts } from '../model.ts';
import type { NetworkOptions } from '../../../kernel/network-options.ts';
import type { PaxosModel } from '../model.ts';
import type { Acceptor } from '../rules.ts';

/** Acceptors A1 … An; `proposers` are some of them (`A1 10%`) or others (`P1 X`). */
export function processesOf(acceptors: number, proposers: readonly string[]): PaxosProcessSetup[] {
  const all: PaxosProcessSetup[] = Array.from({ length: acceptors }, (_, index) => ({
    id: index + 1,
    roles: ['acceptor', 'learner'],
  }));
  for (const text of proposers) {
    const [name = '', value = ''] = text.split(' ');
    const at = name.startsWith('A') ? Number(name.slice(1)) - 1 : all.length;
    const { id, roles } = all[at] ?? { id: all.length + 1, roles: [] };
    all[at] = { id, name, value, roles: ['proposer', ...roles], proposeMs: null };
  }
  return all;
}

/** A set-up in which nothing happens by itself. */
export const byHand = (
  acceptors: number,
  proposers: readonly string[],
  change: Partial<PaxosSetup> = {},
): PaxosSetup => ({
  processes: processesOf(acceptors, proposers),
  retry: { policy: 'by-hand' },
  delivery: 'by-hand',
  ...change,
});

const REQUEST = /^(\S+) → (\S+) (Prepare|Accept)\((\d+)(?:,(\S+))?\)/u;

export class Play {
  readonly model: PaxosModel;
  readonly world: World<Member, Disk, Ghost>;
  readonly facts: Fact[] = [];
  private readonly recorder: Recorder;

  constructor(setup: PaxosSetup, options: NetworkOptions = {}, seed = 1) {
    this.model = paxosModel(setup, options);
    this.world = new World(this.model, seed);
    this.recorder = new Recorder(this.model);
    this.world.recorder = this.recorder;
    for (const { pids } of paxosStarts(setup)) this.do({ kind: 'start', pids });
  }

  pid(name: string): Pid {
    const found = [...this.model.config.names].find(([, each]) => each === name);
    if (found === undefined) throw new RangeError(`nobody is called ${name}`);
    return found[0];
  }

  /** Does something, and lets happen what it brings about at once. */
  do(...all: readonly Intervention[]): this {
    for (const what of all) {
      this.world.intervene(what);
      this.tell();
      this.until(this.world.time);
    }
    return this;
  }

  /** Runs up to and including this time (µs). */
  until(time: number): this {
    while (this.world.advance(time)) this.tell();
    return this;
  }

  /** Runs until something holds, at most so many steps. @returns whether it came to hold */
  wait(holds: () => boolean, steps = 100_000): boolean {
    for (let i = 0; i < steps && !holds(); i++) {
      if (!this.world.advance()) return holds();
      this.tell();
    }
    return holds();
  }

  /** Carries out one row of a trace. @returns what was answered, as the traces write it */
  row(act: string): string {
    const request = REQUEST.exec(act);
    if (request !== null) {
      const [, from = '', to = '', kind = '', ballot] = request;
      return this.request(this.pid(from), this.pid(to), kind.toUpperCase(), Number(ballot));
    }
    const [name = '', word, ...rest] = act.split(' ');
    switch (word) {
      case 'decides':
        return this.decides(this.pid(name));
      case 'crashes':
        this.do({ kind: 'kill', pid: this.pid(name) });
        return '';
      case 'restarts': {
        const pid = this.pid(name);
        this.do({ kind: 'kill', pid });
        if (rest[0] === 'empty') this.do({ kind: 'wipe', pid });
        this.do({ kind: 'start', pids: [pid] });
        return '';
      }
      case 'heals':
        this.do({ kind: 'heal' });
        return '';
      case 'announces':
        for (const { id } of this.held(this.pid(name), null, 'DECISION')) this.deliver(id);
        return '';
      default:
        // `times out`: what the proposer does then is a row of its own.
        return '';
    }
  }

  /** Messages on a link that wait. */
  held(from: Pid, to: Pid | null, type: string, ballot?: number): Flight[] {
    return this.world.network.flights
      .values()
      .filter(
        (flight) =>
          flight.from === from &&
          (to === null || flight.to === to) &&
          flight.message.type === type &&
          (ballot === undefined || (flight.message as { ballot?: number }).ballot === ballot),
      );
  }

  deliver(message: number): void {
    this.do({ kind: 'deliver', message });
  }

  private request(from: Pid, to: Pid, type: string, ballot: number): string {
    let [flight] = this.held(from, to, type, ballot);
    if (flight === undefined) {
      // The ballot has not begun: now is the time.
      this.do({ kind: 'input', pid: from, name: 'PROPOSE', data: {} });
      [flight] = this.held(from, to, type, ballot);
    }
    if (flight === undefined) throw new RangeError(`no ${type}(${ballot}) from ${from} to ${to}`);
    this.deliver(flight.id);
    for (const answer of ['PROMISE', 'ACCEPTED', 'NACK']) {
      const [reply] = this.held(to, from, answer, ballot);
      if (reply === undefined) continue;
      this.deliver(reply.id);
      return answerText(reply.message as PaxosMessage);
    }
    return 'silence';
  }

  /** `1 {A1,A2,A3} 10%`: the ballot, whose promises it has, and the value it proposes. */
  private decides(pid: Pid): string {
    const [decide] = this.held(pid, pid, 'DECIDE');
    if (decide === undefined) return 'no quorum';
    this.deliver(decide.id);
    const { ballot, promises, value } = this.s(pid).proposer ?? {
      ballot: 0,
      promises: [],
      value: '',
    };
    const names = promises.map(({ from }) => this.model.nameOf(from)).toSorted();
    return `${ballot} {${names.join(',')}} ${value}`;
  }

  /** The process's state; @throws when it is down */
  s(pid: Pid): Member {
    const { s } = this.world.process(pid);
    if (s === null) throw new RangeError(`${this.model.nameOf(pid)} is down`);
    return s;
  }

  /** `2/1:X` */
  acceptor(pid: Pid): string {
    const { s, disk } = this.world.process(pid);
    return acceptorText(s?.kept ?? disk.acceptor);
  }

  get chosen(): string[] {
    return this.world.ghost.chosen.map(({ ballot, value }) => `${value}@${ballot}`);
  }

  /** Every acceptor, then all that is chosen. */
  columns(): string {
    const { acceptors } = this.model.config;
    const states = acceptors.map((pid) => `${this.model.nameOf(pid)}=${this.acceptor(pid)}`);
    return `${states.join(' ')} | ${this.chosen.toSorted().join(', ') || '–'}`;
  }

  get messages(): number {
    return this.world.ghost.messages;
  }

  get violations(): string[] {
    return this.world.violations.map(({ invariant }) => invariant);
  }

  learned(pid: Pid): string | null {
    return this.s(pid).learner?.learned?.value ?? null;
  }

  /** The facts with this rule. */
  factsOf(rule: string, pid?: Pid): Fact[] {
    return this.facts.filter(
      (fact) => fact.rule === rule && (pid === undefined || fact.pid === pid),
    );
  }

  private tell(): void {
    for (const { facts } of this.recorder.records) this.facts.push(...facts);
    this.recorder.records.length = 0;
  }
}

export const acceptorText = ({ promised, accBallot, accValue }: Acceptor): string =>
  `${promised}/${accValue === null ? '-' : `${accBallot}:${accValue}`}`;

function answerText(m: PaxosMessage): string {
  switch (m.type) {
    case 'PROMISE':
      return `Promise(${m.ballot}, ${m.accValue === null ? 'null' : `(${m.accBallot},${m.accValue})`})`;
    case 'ACCEPTED':
      return `Accepted(${m.ballot},${m.value})`;
    case 'NACK':
      return `Nack${m.of === 'PREPARE' ? 'Prepare' : 'Accept'}(${m.ballot}, promised=${m.promised})`;
    default:
      return m.type;
  }
}
