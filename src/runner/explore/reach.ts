import { noFlaws } from './flaws.ts';
import type { Flaws } from './flaws.ts';
import type { Acceptor } from '../../protocols/paxos/rules.ts';
import type { AcceptorTarget, Bounds, Forbidden } from '../../view/reach.ts';
import type { AcceptorPart } from './acceptor-parts.ts';
import { interchangeable, processes } from './configuration.ts';
import type { Configuration, Proposer } from './configuration.ts';
import { Explorer, NO_LIMITS } from './explorer.ts';
import type { Row } from './explorer.ts';
import { forbiddenBy } from './forbidden.ts';
import { MessageSet } from './message-set.ts';
import { pathTo, renamed } from './path.ts';
import type { Path } from './path.ts';

/** Acceptors as somebody painted them, and the world in which they might come to look so. */
export interface Question {
  /** By name; each with what it is to look like. */
  readonly acceptors: readonly { readonly name: string; readonly target: AcceptorTarget }[];
  readonly proposers: readonly Proposer[];
  readonly bounds: Bounds;
  readonly flaws?: Flaws;
}

export type Answer =
  | { readonly reached: true; readonly path: Path; readonly searched: number }
  | {
      readonly reached: false;
      /** Distinct states looked at; acceptors that don't propose are not told apart. */
      readonly searched: number;
      /** Whether those were all within the bounds. */
      readonly complete: boolean;
      readonly bounds: Bounds;
      /** The rule that forbids it within any bounds, where one does. */
      readonly forbidden: Forbidden | null;
    };

/**
 * "Can this happen?": the shortest run after which the acceptors look as painted. Works in slices:
 * call {@link run} until it returns true, then ask for the {@link answer}.
 */
export class Reach {
  private readonly question: Question;
  private readonly configuration: Configuration;
  private readonly model: MessageSet;
  private readonly explorer: Explorer;
  /** For each acceptor's part the mask of places whose target it meets. */
  private readonly met: (number | undefined)[] = [];

  constructor(question: Question) {
    this.question = question;
    const { acceptors, proposers, bounds, flaws = noFlaws } = question;
    const names = acceptors.map(({ name }) => name);
    const { wipes, states } = bounds;
    const targets = acceptors.map(({ target }) => target);
    const rises = wipes === 0 && onlyRises(flaws);
    const ballots = rises ? Math.min(bounds.ballots, highestUseful(targets)) : bounds.ballots;
    this.configuration = processes(names, proposers, ballots, { flaws, wipes, lean: true });
    const judge = (_: MessageSet, row: Row): number => (this.placesOf(row) === null ? 0 : 1);
    const isDead = ({ acceptor }: AcceptorPart): boolean =>
      rises && !targets.some((target) => mayCome(acceptor, target));
    this.model = new MessageSet(this.configuration, judge, true, isDead);
    this.explorer = new Explorer(this.model, { ...NO_LIMITS, states });
  }

  /** @returns true when the answer is there */
  run(budget?: number): boolean {
    return this.explorer.run(budget);
  }

  /** Distinct states looked at so far. */
  get searched(): number {
    return this.explorer.distinct;
  }

  get answer(): Answer {
    const { explorer, model, question } = this;
    const searched = explorer.distinct;
    if (explorer.found !== null) {
      const { path, last } = pathTo(model, explorer, explorer.found.state);
      return { reached: true, path: renamed(path, this.newNames(last)), searched };
    }
    const { complete } = explorer;
    return { reached: false, searched, complete, bounds: question.bounds, forbidden: this.why() };
  }

  private why(): Forbidden | null {
    const { acceptors, proposers, bounds, flaws = noFlaws } = this.question;
    const sound = Object.values(flaws).every((isOff) => !isOff) && bounds.wipes === 0;
    if (!sound) return null;
    return forbiddenBy(
      acceptors.map(({ target }) => target),
      proposers.map(({ values }) => values),
    );
  }

  /** The search doesn't tell acceptors apart: each gets the name whose target it meets. */
  private newNames(row: Row): Map<string, string> {
    const { acceptors } = this.configuration;
    const places = this.placesOf(row) ?? [];
    return new Map(places.map((to, from) => [acceptors[from] as string, acceptors[to] as string]));
  }

  /** For each acceptor of a row the place whose target it meets, each place once; null: impossible. */
  private placesOf(row: Row): number[] | null {
    const { acceptors } = this.configuration;
    let all = 0;
    for (let place = 1; place <= acceptors.length; place++) {
      const met = this.metBy(row[place] as number);
      if (met === 0) return null;
      all |= met;
    }
    if (all !== (1 << acceptors.length) - 1) return null;
    const free = interchangeable(this.configuration);
    const assign = (place: number, taken: number): number[] | null => {
      if (place === acceptors.length) return [];
      const met = this.metBy(row[place + 1] as number) & ~taken;
      for (const to of free.includes(place) ? free : [place]) {
        if ((met & (1 << to)) === 0) continue;
        const rest = assign(place + 1, taken | (1 << to));
        if (rest !== null) return [to, ...rest];
      }
      return null;
    };
    return assign(0, 0);
  }

  private metBy(part: number): number {
    return (this.met[part] ??= this.findMet(this.model.acceptors.part(part)));
  }

  private findMet({ acceptor }: AcceptorPart): number {
    let mask = 0;
    for (const [place, { target }] of this.question.acceptors.entries()) {
      if (meets(acceptor, target)) mask |= 1 << place;
    }
    return mask;
  }
}

/** Whether no acceptor ever promises less, or votes lower, than before. */
const onlyRises = (flaws: Flaws): boolean =>
  !flaws.acceptBelowPromise &&
  !flaws.acceptWithoutPromise &&
  !flaws.forgetVotes &&
  !flaws.forgetBallot;

/** Above it no ballot can have been promised by anybody, or do anything else that is to be seen. */
const highestUseful = (targets: readonly AcceptorTarget[]): number =>
  Math.max(1, ...targets.map(({ promised }) => (promised === 'any' ? Infinity : promised)));

/** Whether an acceptor that only rises can still come to look as painted. */
function mayCome({ promised, accBallot, accValue }: Acceptor, target: AcceptorTarget): boolean {
  if (target.promised !== 'any' && target.promised < promised) return false;
  const { accepted } = target;
  if (accepted === 'any') return true;
  if (accepted === 'none') return accBallot === 0;
  if (accepted.ballot === accBallot) return accepted.value === accValue;
  return accBallot < accepted.ballot && promised <= accepted.ballot;
}

/** Whether an acceptor looks as painted. */
export function meets(
  { promised, accBallot, accValue }: Acceptor,
  target: AcceptorTarget,
): boolean {
  if (target.promised !== 'any' && target.promised !== promised) return false;
  const { accepted } = target;
  if (accepted === 'any') return true;
  if (accepted === 'none') return accBallot === 0;
  return accepted.ballot === accBallot && accepted.value === accValue;
}
