import type { FactAsked } from '../view/condition.ts';
import type { Fact } from '../view/fact.ts';
import type { Micros } from '../view/time.ts';

/** Those of the facts meant that had come by a position. */
interface Counted {
  readonly since: Micros;
  position: number;
  /** The facts of this rule before this one have been looked at. */
  next: number;
  count: number;
  first: Fact | null;
}

/**
 * Which facts have come up; remembers their steps, so that it can be asked about an earlier position
 * and be cut where another branch begins. Asked after every step, it looks at what is new alone.
 */
export class Came {
  /** By rule, in the order of their steps. */
  private readonly facts = new Map<string, Fact[]>();
  private readonly noted = new Set<number>();
  private counted = new WeakMap<FactAsked, Counted>();

  /** What one step brought about; a step that is told again says nothing new. */
  note(facts: readonly Fact[], from: number): void {
    const fresh = facts.filter(({ step }) => step >= from && !this.noted.has(step));
    for (const fact of fresh) {
      this.add(fact);
      this.noted.add(fact.step);
    }
  }

  private add(fact: Fact): void {
    const known = this.facts.get(fact.rule);
    if (known === undefined) {
      this.facts.set(fact.rule, [fact]);
      return;
    }
    const before = known.findLastIndex(({ step }) => step <= fact.step);
    known.splice(before + 1, 0, fact);
    // What lies behind it has other places now.
    if (before + 2 < known.length) this.counted = new WeakMap();
  }

  /** Whether such facts had come up by this position. @param since when the step began */
  by(position: number, what: FactAsked, since: Micros): boolean {
    const { count, first } = this.upTo(position, what, since);
    return what.times === undefined ? first !== null : count === what.times;
  }

  /** The position at which the first such fact had just come up; null while none has. */
  first(position: number, what: FactAsked, since: Micros): number | null {
    const { first } = this.upTo(position, what, since);
    return first === null ? null : first.step + 1;
  }

  private upTo(position: number, what: FactAsked, since: Micros): Counted {
    const all = this.facts.get(what.rule) ?? [];
    let known = this.counted.get(what);
    if (known === undefined || known.since !== since || known.position > position) {
      known = { since, position, next: 0, count: 0, first: null };
      this.counted.set(what, known);
    }
    known.position = position;
    for (; known.next < all.length; known.next++) {
      const fact = all[known.next] as Fact;
      if (fact.step >= position) break;
      if (!matches(fact, what) || !isWithin(fact.time - since, what)) continue;
      known.count++;
      known.first ??= fact;
    }
    return known;
  }

  forget(after: number): void {
    this.counted = new WeakMap();
    for (const step of this.noted) if (step >= after) this.noted.delete(step);
    for (const [rule, all] of this.facts)
      this.facts.set(
        rule,
        all.filter(({ step }) => step < after),
      );
  }
}

const matches = (fact: Fact, { pid, data = {} }: FactAsked): boolean =>
  (pid === undefined || fact.pid === pid) &&
  Object.entries(data).every(([name, value]) => fact.data[name] === value);

const isWithin = (after: Micros, { betweenMs }: FactAsked): boolean =>
  betweenMs === undefined || (after >= betweenMs[0] * 1000 && after <= betweenMs[1] * 1000);
