import type { Attempt, Configuration } from './configuration.ts';

/** What the proposers have sent, and how many disks were lost. */
export interface ProposersPart {
  /** The mask of attempts whose Prepare was sent. */
  readonly started: number;
  /** For each attempt the code of the proposal in its Accept; 0 before that. */
  readonly sent: readonly number[];
  readonly wiped: number;
}

/** A part with what can be done in it, worked out once. */
export interface KnownProposers extends ProposersPart {
  /** Attempts that can start. */
  readonly startable: readonly number[];
  /** Attempts that have started, and wait for promises. */
  readonly open: readonly number[];
  /** Started attempts whose promises nobody waits for any more. */
  readonly past: number;
}

/** The proposers' parts that occur, by number. */
export class ProposerParts {
  readonly parts: KnownProposers[] = [];
  private readonly attempts: readonly Attempt[];
  private readonly numbers = new Map<string, number>();
  private readonly starts = new Map<number, number>();
  private readonly sends = new Map<number, number>();

  constructor({ attempts }: Configuration) {
    this.attempts = attempts;
    this.number({ started: 0, sent: attempts.map(() => 0), wiped: 0 });
  }

  part(number: number): KnownProposers {
    return this.parts[number] as KnownProposers;
  }

  start(number: number, attempt: number): number {
    const key = number * this.attempts.length + attempt;
    const known = this.starts.get(key);
    if (known !== undefined) return known;
    const { started, sent, wiped } = this.part(number);
    const result = this.number({ started: started | (1 << attempt), sent, wiped });
    this.starts.set(key, result);
    return result;
  }

  send(number: number, attempt: number, code: number): number {
    const key = (number * this.attempts.length + attempt) * 32 + code;
    const known = this.sends.get(key);
    if (known !== undefined) return known;
    const { started, sent, wiped } = this.part(number);
    const result = this.number({ started, sent: sent.with(attempt, code), wiped });
    this.sends.set(key, result);
    return result;
  }

  wipe(number: number): number {
    const { started, sent, wiped } = this.part(number);
    return this.number({ started, sent, wiped: wiped + 1 });
  }

  /** Whether an attempt's proposer has gone on to a later one. */
  private left(started: number, attempt: number): boolean {
    const { proposer } = this.attempts[attempt] as Attempt;
    return this.attempts.some(
      (other, index) =>
        index > attempt && other.proposer === proposer && (started & (1 << index)) !== 0,
    );
  }

  private number(part: ProposersPart): number {
    const { started, sent, wiped } = part;
    const key = `${started},${wiped},${sent.join()}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const startable: number[] = [];
    const open: number[] = [];
    let past = 0;
    for (let attempt = 0; attempt < this.attempts.length; attempt++) {
      const left = this.left(started, attempt);
      if ((started & (1 << attempt)) === 0) {
        if (!left) startable.push(attempt);
      } else if (sent[attempt] === 0 && !left) open.push(attempt);
      else past |= 1 << attempt;
    }
    const number = this.parts.length;
    this.numbers.set(key, number);
    this.parts.push({ ...part, startable, open, past });
    return number;
  }
}
