import { TooMuch } from './too-much.ts';
import { freshAcceptor, onAccept, onPrepare } from '../../protocols/paxos/rules.ts';
import type { Acceptor } from '../../protocols/paxos/rules.ts';
import type { Attempt, Configuration, Proposals } from './configuration.ts';

/** One acceptor's part of a state: itself and every message that it ever sent. */
export interface AcceptorPart {
  readonly acceptor: Acceptor;
  /** For each attempt the mask of votes that its promises reported; 0: no promise. */
  readonly promises: readonly number[];
  /** The mask of its votes. */
  readonly votes: number;
}

const UNKNOWN = -1;

/**
 * The parts that occur, by number. What the rules make of a part and a message is asked once and
 * remembered, so a search asks them some thousand times, not millions.
 */
export class AcceptorParts {
  readonly parts: AcceptorPart[] = [];
  /** The votes of each part: what the judging of a state reads most. */
  readonly votes: number[] = [];
  /** How often the rules were asked. */
  handlerCalls = 0;

  private readonly attempts: readonly Attempt[];
  private readonly proposals: Proposals;
  private readonly configuration: Configuration;
  private readonly numbers = new Map<string, number>();
  private readonly afterPrepare: number[] = [];
  private readonly afterAccept: number[] = [];
  private readonly afterForget: number[] = [];

  constructor(configuration: Configuration, proposals: Proposals) {
    this.configuration = configuration;
    this.attempts = configuration.attempts;
    this.proposals = proposals;
    this.number({ acceptor: freshAcceptor, promises: this.attempts.map(() => 0), votes: 0 });
  }

  part(number: number): AcceptorPart {
    return this.parts[number] as AcceptorPart;
  }

  /** Delivers an attempt's Prepare. @returns the part after it, the same one when nothing changes */
  prepare(number: number, attempt: number): number {
    const at = number * this.attempts.length + attempt;
    const known = this.afterPrepare[at] as number;
    if (known !== UNKNOWN) return known;
    const { acceptor, promises, votes } = this.part(number);
    const after = onPrepare(acceptor, this.ballot(attempt), this.configuration.flaws);
    this.handlerCalls++;
    let result = number;
    if (after !== null) {
      const report = 1 << this.proposals.code(after.accBallot, after.accValue);
      result = this.number({
        acceptor: after,
        promises: promises.map((mask, index) => (index === attempt ? mask | report : mask)),
        votes,
      });
    }
    this.afterPrepare[at] = result;
    return result;
  }

  /** Delivers an Accept by the code of its proposal. @returns the part after it */
  accept(number: number, code: number): number {
    const at = number * this.proposals.count + code;
    const known = this.afterAccept[at] as number;
    if (known !== UNKNOWN) return known;
    const { acceptor, promises, votes } = this.part(number);
    const ballot = this.proposals.ballotOf(code);
    const value = this.proposals.valueOf(code) ?? '';
    const after = onAccept(acceptor, ballot, value, this.configuration.flaws);
    this.handlerCalls++;
    let result = number;
    if (after !== null) {
      const vote = this.configuration.lean ? 0 : 1 << code;
      result = this.number({ acceptor: after, promises, votes: votes | vote });
    }
    this.afterAccept[at] = result;
    return result;
  }

  /** The part without its promises for an attempt that is past. */
  forget(number: number, attempt: number): number {
    const at = number * this.attempts.length + attempt;
    const known = this.afterForget[at] as number;
    if (known !== UNKNOWN) return known;
    const { acceptor, promises, votes } = this.part(number);
    const result = this.number({ acceptor, promises: promises.with(attempt, 0), votes });
    this.afterForget[at] = result;
    return result;
  }

  /** The acceptor loses its disk; what it sent stays sent. */
  wipe(number: number): number {
    return this.number({ ...this.part(number), acceptor: freshAcceptor });
  }

  private ballot(attempt: number): number {
    return (this.attempts[attempt] as Attempt).ballot;
  }

  private number(part: AcceptorPart): number {
    const { promised, accBallot, accValue } = part.acceptor;
    const code = this.proposals.code(accBallot, accValue);
    const key = `${promised},${code},${part.votes},${part.promises.join()}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.parts.length;
    if (number > 0xffff) throw new TooMuch('more than 65,536 states of one acceptor');
    this.numbers.set(key, number);
    this.parts.push(part);
    this.votes.push(part.votes);
    for (let attempt = 0; attempt < this.attempts.length; attempt++) {
      this.afterPrepare.push(UNKNOWN);
      this.afterForget.push(UNKNOWN);
    }
    for (let proposal = 0; proposal < this.proposals.count; proposal++) {
      this.afterAccept.push(UNKNOWN);
    }
    return number;
  }
}
