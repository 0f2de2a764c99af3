import { chooseValue } from '../../protocols/paxos/rules.ts';
import { AcceptorParts } from './acceptor-parts.ts';
import type { AcceptorPart } from './acceptor-parts.ts';
import { interchangeable, Proposals, quorums } from './configuration.ts';
import type { Attempt, Configuration } from './configuration.ts';
import type { Model, Row, Sink } from './explorer.ts';
import { ProposerParts } from './proposer-parts.ts';

/** What one action is: one event each, a promise or a vote for oneself like any other. */
export const Kind = { start: 0, promise: 1, propose: 2, accept: 3, wipe: 4, restart: 5 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** The place of a process that does not accept; its action then has the proposer's number for an attempt. */
export const NO_PLACE = 31;

/** An action as a number: what, by the acceptor at which place, for which attempt, with which proposal. */
export const actionOf = (kind: Kind, place: number, attempt: number, code: number): number =>
  kind | (place << 3) | (attempt << 8) | (code << 16);

export const readAction = (action: number) => ({
  kind: (action & 7) as Kind,
  place: (action >> 3) & 31,
  attempt: (action >> 8) & 255,
  code: action >> 16,
});

/** @returns 0 for a state that is nothing special */
export type Judge = (model: MessageSet, row: Row) => number;

/**
 * Paxos as the set of all messages ever sent, which may be delivered at any time, in any order, any
 * number of times or never [Paxos.tla]. A row is the proposers' part, then each acceptor's part. Only
 * actions that change something count.
 *
 * This covers disks and crashes. An acceptor here is what is on its disk: it answers only when that
 * is written, so a crash before it is the same as a request that never came, and one after it the
 * same as an answer that never comes. A crash makes a proposer give up its ballot, as a later ballot
 * does. Only what takes something from a disk is an action of its own: a lost disk, and a restart
 * where a rule about disks is broken.
 */
export class MessageSet implements Model {
  readonly configuration: Configuration;
  readonly proposals: Proposals;
  readonly acceptors: AcceptorParts;
  readonly proposers: ProposerParts;
  readonly quorums: readonly (readonly number[])[];
  readonly width: number;
  readonly interchangeable: readonly number[];

  private readonly judged: Judge;
  private readonly isDead: (part: AcceptorPart) => boolean;
  private readonly attempts: readonly Attempt[];
  /** What each acceptor's part can do under each proposers' part: action, part after it, action, … */
  private readonly moves: (readonly number[] | undefined)[][] = [];
  /** For each attempt: which proposals a set of reports allows. */
  private readonly choices: Map<number, number>[];

  /**
   * @param symmetric whether acceptors that do not propose count as one another
   * @param isDead what an acceptor need not become, because nothing that is asked for comes of it
   */
  constructor(
    configuration: Configuration,
    judge: Judge,
    symmetric = false,
    isDead: (part: AcceptorPart) => boolean = () => false,
  ) {
    this.configuration = configuration;
    this.isDead = isDead;
    this.attempts = configuration.attempts;
    this.judged = judge;
    this.proposals = new Proposals(configuration);
    this.acceptors = new AcceptorParts(configuration, this.proposals);
    this.proposers = new ProposerParts(configuration);
    this.quorums = quorums(configuration);
    this.width = configuration.acceptors.length + 1;
    this.interchangeable = symmetric ? interchangeable(configuration).map((at) => at + 1) : [];
    this.choices = this.attempts.map(() => new Map<number, number>());
  }

  first(row: Row): void {
    row.fill(0);
  }

  judge(row: Row): number {
    return this.judged(this, row);
  }

  expand(row: Row, sink: Sink): void {
    const { next } = sink;
    const proposers = row[0] as number;
    for (let place = 1; place < this.width; place++) {
      const part = row[place] as number;
      const moves = this.moves[proposers]?.[part] ?? this.findMoves(proposers, part);
      for (let at = 0; at < moves.length; at += 2) {
        next[place] = moves[at + 1] as number;
        sink.reached((moves[at] as number) | ((place - 1) << 3));
      }
      next[place] = part;
    }
    const { startable, open, wiped } = this.proposers.part(proposers);
    for (const attempt of startable) this.start(attempt, row, sink);
    for (const attempt of open) {
      if (attempt < 0) continue;
      const codes = this.proposable(row, attempt);
      for (let code = 1; codes >> code !== 0; code++) {
        if ((codes & (1 << code)) !== 0) this.propose(attempt, code, row, sink);
      }
    }
    const { wipes, flaws } = this.configuration;
    if (wiped < wipes) this.eachProcess((place, proposer) => this.wipe(place, proposer, row, sink));
    if (flaws.forgetVotes || flaws.forgetBallot) {
      this.eachProcess((place, proposer) => this.restart(place, proposer, row, sink));
    }
  }

  /** The quorum whose promises let an attempt propose this. */
  quorumFor(row: Row, attempt: number, code: number): readonly number[] | undefined {
    return this.quorums.find((quorum) => (this.choice(row, attempt, quorum) & (1 << code)) !== 0);
  }

  /** Every process once: its place when it accepts, its number among the proposers when it proposes. */
  private eachProcess(visit: (place: number | null, proposer: number | null) => void): void {
    const { seats } = this.proposers;
    for (let place = 0; place < this.width - 1; place++) {
      const proposer = seats.indexOf(place);
      visit(place, proposer < 0 ? null : proposer);
    }
    for (const [proposer, seat] of seats.entries()) if (seat === null) visit(null, proposer);
  }

  private findMoves(proposers: number, part: number): readonly number[] {
    const { started, sent, past } = this.proposers.part(proposers);
    const found: number[] = [];
    for (let attempt = 0; attempt < this.attempts.length; attempt++) {
      if ((started & (1 << attempt)) === 0) continue;
      let after = this.acceptors.prepare(part, attempt);
      if (this.configuration.lean && (past & (1 << attempt)) !== 0) {
        after = this.acceptors.forget(after, attempt);
      }
      if (after !== part && !this.isDead(this.acceptors.part(after))) {
        found.push(actionOf(Kind.promise, 0, attempt, 0), after);
      }
      const codes = sent[attempt] as number;
      for (let code = 1; codes >> code !== 0; code++) {
        if ((codes & (1 << code)) === 0) continue;
        const accepted = this.acceptors.accept(part, code);
        if (accepted === part || this.isDead(this.acceptors.part(accepted))) continue;
        found.push(actionOf(Kind.accept, 0, attempt, code), accepted);
      }
    }
    (this.moves[proposers] ??= [])[part] = found;
    return found;
  }

  private start(attempt: number, row: Row, sink: Sink): void {
    const { seat, ballot } = this.attempts[attempt] as Attempt;
    // It knows what its own acceptor has promised, and begins above that.
    if (seat !== null) {
      const { promised } = this.acceptors.part(row[seat + 1] as number).acceptor;
      if (promised >= ballot) return;
    }
    sink.next[0] = this.proposers.start(row[0] as number, attempt);
    this.finish(actionOf(Kind.start, 0, attempt, 0), row, sink);
  }

  private propose(attempt: number, code: number, row: Row, sink: Sink): void {
    sink.next[0] = this.proposers.send(row[0] as number, attempt, code);
    this.finish(actionOf(Kind.propose, 0, attempt, code), row, sink);
  }

  private wipe(place: number | null, proposer: number | null, row: Row, sink: Sink): void {
    const forgotten = place === null || this.forget(place, row, sink);
    const knew = proposer !== null && this.knows(row, proposer);
    if (!knew && (place === null || !forgotten)) return;
    sink.next[0] = this.proposers.wipe(row[0] as number, proposer);
    this.finish(actionOf(Kind.wipe, place ?? NO_PLACE, proposer ?? 0, 0), row, sink);
  }

  /** A crash that takes something from a disk, because a rule is broken. */
  private restart(place: number | null, proposer: number | null, row: Row, sink: Sink): void {
    const { forgetVotes, forgetBallot } = this.configuration.flaws;
    const votes = forgetVotes && place !== null && this.forget(place, row, sink);
    const ballot = forgetBallot && proposer !== null && this.knows(row, proposer);
    if (!votes && !ballot) return;
    if (proposer !== null) {
      sink.next[0] = this.proposers.restart(row[0] as number, proposer, forgetBallot);
    }
    this.finish(actionOf(Kind.restart, place ?? NO_PLACE, proposer ?? 0, 0), row, sink);
  }

  /** Whether a proposer has begun a ballot that it knows of. */
  private knows(row: Row, proposer: number): boolean {
    return this.proposers.part(row[0] as number).last[proposer] !== -1;
  }

  /** The acceptor in `sink.next` is as at first. @returns whether that is a change */
  private forget(place: number, row: Row, sink: Sink): boolean {
    const part = row[place + 1] as number;
    sink.next[place + 1] = this.acceptors.wipe(part);
    return sink.next[place + 1] !== part;
  }

  /** Says the successor in `sink.next`, then makes that a copy of `row` again. */
  private finish(action: number, row: Row, sink: Sink): void {
    const { next } = sink;
    if (this.configuration.lean) {
      const { past } = this.proposers.part(next[0] as number);
      const ended = past & ~this.proposers.part(row[0] as number).past;
      for (let attempt = 0; ended >> attempt !== 0; attempt++) {
        if ((ended & (1 << attempt)) === 0) continue;
        for (let place = 1; place < this.width; place++) {
          next[place] = this.acceptors.forget(next[place] as number, attempt);
        }
      }
    }
    sink.reached(action);
    next.set(row);
  }

  /** The mask of proposals that some quorum's promises allow an attempt. */
  private proposable(row: Row, attempt: number): number {
    let codes = 0;
    for (const quorum of this.quorums) codes |= this.choice(row, attempt, quorum);
    return codes;
  }

  private choice(row: Row, attempt: number, quorum: readonly number[]): number {
    let reports = 0;
    for (const place of quorum) {
      const mask = this.acceptors.part(row[place + 1] as number).promises[attempt] as number;
      if (mask === 0) return 0;
      reports |= mask;
    }
    const known = this.choices[attempt]?.get(reports);
    return known ?? this.findChoice(attempt, reports);
  }

  private findChoice(attempt: number, mask: number): number {
    const { ballot, own } = this.attempts[attempt] as Attempt;
    const reports = this.proposals.reports(mask);
    let codes = 0;
    for (const value of own) {
      // Where ballots are not unique, reports can tie; then the one that came first may win.
      for (const first of reports) {
        const others = reports.filter((report) => report !== first);
        const chosen = chooseValue([first, ...others], value, this.configuration.flaws);
        codes |= 1 << this.proposals.code(ballot, chosen);
        this.acceptors.handlerCalls++;
      }
    }
    this.choices[attempt]?.set(mask, codes);
    return codes;
  }
}
