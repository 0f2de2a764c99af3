import { noFlaws } from './flaws.ts';
import type { Break } from './breaks.ts';
import { messageSet } from './configuration.ts';
import { Explorer, NO_LIMITS } from './explorer.ts';
import { chosen, judgeBy } from './invariants.ts';
import type { Invariant } from './invariants.ts';
import { MessageSet } from './message-set.ts';
import type { Judge } from './message-set.ts';
import { pathTo } from './path.ts';
import type { Path } from './path.ts';

export interface ExploreWishes {
  /** The rule that is off. */
  readonly broken?: Break;
  /** By default 3, or as many as the broken rule needs. */
  readonly servers?: number;
  /** By default 2, or as many as the broken rule needs. */
  readonly ballots?: number;
  /** By default 2. */
  readonly values?: number;
  /** Prepare is granted at equality, as often as it comes. */
  readonly rePromise?: boolean;
  readonly depth?: number;
  readonly states?: number;
  /** What must hold in every state; by default I-Agreement. */
  readonly invariants?: readonly Invariant[];
}

export interface ExploreReport {
  /** Successors generated; known states come again. */
  readonly states: number;
  readonly distinct: number;
  /** The most events from the start to a state. */
  readonly depth: number;
  /** Whether these are all states of this configuration. */
  readonly complete: boolean;
  readonly violation: { readonly invariant: Invariant; readonly path: Path } | null;
  /** Whether a value is chosen in any state found: the opposite of what liveness asks. */
  readonly everChosen: boolean;
}

/** An exhaustive search of the message-set model, in slices. */
export class PaxosExploration {
  private readonly model: MessageSet;
  private readonly explorer: Explorer;
  private readonly invariants: readonly Invariant[];
  private everChosen = false;

  /** @throws RangeError when the configuration is too large to be explored */
  constructor(wishes: ExploreWishes = {}) {
    const { broken, rePromise = false, states = NO_LIMITS.states, depth = Infinity } = wishes;
    const flaws = broken?.flaws ?? noFlaws;
    this.invariants = wishes.invariants ?? ['I-Agreement'];
    const configuration = messageSet({
      acceptors: wishes.servers ?? broken?.servers ?? 3,
      values: wishes.values ?? 2,
      ballots: wishes.ballots ?? broken?.ballots ?? 2,
      flaws: rePromise ? { ...flaws, grantEqualPrepare: true } : flaws,
    });
    const holds = judgeBy(this.invariants);
    const judge: Judge = (model, row) => {
      if (!this.everChosen && chosen(model, row) !== 0) this.everChosen = true;
      return holds(model, row);
    };
    this.model = new MessageSet(configuration, judge);
    this.explorer = new Explorer(this.model, { states, depth });
  }

  /** Expands so many states more. @returns true when the search is over */
  run(budget?: number): boolean {
    return this.explorer.run(budget);
  }

  get distinct(): number {
    return this.explorer.distinct;
  }

  /** How often the protocol's rules were asked. */
  get handlerCalls(): number {
    return this.model.acceptors.handlerCalls;
  }

  get bytes(): number {
    return this.explorer.bytes;
  }

  get report(): ExploreReport {
    const { generated, distinct, depth, complete, found } = this.explorer;
    const violation =
      found === null
        ? null
        : {
            invariant: this.invariants[found.verdict - 1] as Invariant,
            path: pathTo(this.model, this.explorer, found.state).path,
          };
    return { states: generated, distinct, depth, complete, violation, everChosen: this.everChosen };
  }
}
