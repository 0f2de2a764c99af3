import type { Attempt, Configuration } from './configuration.ts';

/** What the proposers have sent, what each of them is at, and how many disks were lost. */
export interface ProposersPart {
  /** The mask of attempts whose Prepare was sent. */
  readonly started: number;
  /** For each attempt the mask of proposals in its Accepts; 0 before that, one bit where rules hold. */
  readonly sent: readonly number[];
  /** For each proposer the attempt that waits for promises; −1: none does. */
  readonly open: readonly number[];
  /** For each proposer the last attempt that it knows of; −1: none, or it has forgotten. */
  readonly last: readonly number[];
  readonly wiped: number;
}

/** A part with what can be done in it, worked out once. */
export interface KnownProposers extends ProposersPart {
  /** Attempts that can start. */
  readonly startable: readonly number[];
  /** Started attempts whose promises nobody waits for any more, and never will again. */
  readonly past: number;
}

type Change = Partial<ProposersPart>;

/** The proposers' parts that occur, by number. */
export class ProposerParts {
  readonly parts: KnownProposers[] = [];
  /** Everybody who proposes, by name. */
  readonly names: readonly string[];
  /** The place of each proposer's acceptor, null without one. */
  readonly seats: readonly (number | null)[];
  private readonly attempts: readonly Attempt[];
  /** For each attempt whose it is. */
  private readonly owners: readonly number[];
  private readonly configuration: Configuration;
  private readonly numbers = new Map<string, number>();
  private readonly starts = new Map<number, number>();
  private readonly sends = new Map<number, number>();

  constructor(configuration: Configuration) {
    const { attempts } = configuration;
    this.configuration = configuration;
    this.attempts = attempts;
    this.names = [...new Set(attempts.map(({ proposer }) => proposer))];
    this.seats = this.names.map(
      (name) => attempts.find(({ proposer }) => proposer === name)?.seat ?? null,
    );
    this.owners = attempts.map(({ proposer }) => this.names.indexOf(proposer));
    const nothing = this.names.map(() => -1);
    const sent = attempts.map(() => 0);
    this.number({ started: 0, sent, open: nothing, last: nothing, wiped: 0 });
  }

  part(number: number): KnownProposers {
    return this.parts[number] as KnownProposers;
  }

  start(number: number, attempt: number): number {
    const key = number * this.attempts.length + attempt;
    const known = this.starts.get(key);
    if (known !== undefined) return known;
    const owner = this.owners[attempt] as number;
    const { started, open, last } = this.part(number);
    const result = this.changed(number, {
      started: started | (1 << attempt),
      open: open.with(owner, attempt),
      last: last.with(owner, attempt),
    });
    this.starts.set(key, result);
    return result;
  }

  /** It proposes in its open attempt, and waits for no more promises of it. */
  send(number: number, attempt: number, code: number): number {
    const key = (number * this.attempts.length + attempt) * 32 + code;
    const known = this.sends.get(key);
    if (known !== undefined) return known;
    const { sent, open } = this.part(number);
    const result = this.changed(number, {
      sent: sent.with(attempt, (sent[attempt] as number) | (1 << code)),
      open: open.with(this.owners[attempt] as number, -1),
    });
    this.sends.set(key, result);
    return result;
  }

  /**
   * A proposer's process crashes and starts again: what it waited for is over.
   * @param forgets whether it knows no more which ballots it has used
   */
  restart(number: number, proposer: number, forgets: boolean): number {
    const { open, last } = this.part(number);
    return this.changed(number, {
      open: open.with(proposer, -1),
      last: forgets ? last.with(proposer, -1) : last,
    });
  }

  /** One more disk is lost: of this proposer, or of an acceptor that does not propose. */
  wipe(number: number, proposer: number | null): number {
    const after = proposer === null ? number : this.restart(number, proposer, true);
    return this.changed(after, { wiped: this.part(number).wiped + 1 });
  }

  private changed(number: number, change: Change): number {
    const { started, sent, open, last, wiped } = this.part(number);
    return this.number({ started, sent, open, last, wiped, ...change });
  }

  private number(part: ProposersPart): number {
    const { started, sent, open, last, wiped } = part;
    const key = `${started},${wiped},${sent.join()},${open.join()},${last.join()}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const { flaws, wipes } = this.configuration;
    const mayForget = flaws.forgetBallot || wiped < wipes;
    const startable: number[] = [];
    let past = 0;
    for (const [attempt, owner] of this.owners.entries()) {
      if (attempt > (last[owner] as number)) startable.push(attempt);
      else if (attempt !== open[owner] && !mayForget && (started & (1 << attempt)) !== 0) {
        past |= 1 << attempt;
      }
    }
    const number = this.parts.length;
    this.numbers.set(key, number);
    this.parts.push({ ...part, startable, past });
    return number;
  }
}
