import type { FactAsked } from '../view/condition.ts';
import type { Fact } from '../view/fact.ts';
import type { Micros } from '../view/time.ts';

/**
 * Which facts have come up; remembers their steps, so that it can be asked about an earlier position
 * and be cut where another branch begins.
 */
export class Came {
  /** By rule, in the order in which they came. */
  private readonly facts = new Map<string, Fact[]>();
  private readonly noted = new Set<number>();

  /** What one step brought about; a step that is told again says nothing new. */
  note(facts: readonly Fact[], from: number): void {
    const fresh = facts.filter(({ step }) => step >= from && !this.noted.has(step));
    for (const fact of fresh) {
      const known = this.facts.get(fact.rule);
      if (known === undefined) this.facts.set(fact.rule, [fact]);
      else known.push(fact);
      this.noted.add(fact.step);
    }
  }

  /** Whether such facts had come up by this position. @param since when the step began */
  by(position: number, what: FactAsked, since: Micros): boolean {
    const all = this.facts.get(what.rule) ?? [];
    if (what.times === undefined) return this.first(position, what, since) !== null;
    return all.filter((fact) => isMeant(fact, position, what, since)).length === what.times;
  }

  /** The position at which the first such fact had just come up; null while none has. */
  first(position: number, what: FactAsked, since: Micros): number | null {
    const all = this.facts.get(what.rule) ?? [];
    const found = all.find((fact) => isMeant(fact, position, what, since));
    return found === undefined ? null : found.step + 1;
  }

  forget(after: number): void {
    for (const step of this.noted) if (step >= after) this.noted.delete(step);
    for (const [rule, all] of this.facts)
      this.facts.set(
        rule,
        all.filter(({ step }) => step < after),
      );
  }
}

const isMeant = (fact: Fact, position: number, what: FactAsked, since: Micros): boolean =>
  fact.step < position && matches(fact, what) && isWithin(fact.time - since, what);

const matches = (fact: Fact, { pid, data = {} }: FactAsked): boolean =>
  (pid === undefined || fact.pid === pid) &&
  Object.entries(data).every(([name, value]) => fact.data[name] === value);

const isWithin = (after: Micros, { betweenMs }: FactAsked): boolean =>
  betweenMs === undefined || (after >= betweenMs[0] * 1000 && after <= betweenMs[1] * 1000);

/** Whether the facts of a whole run are as asked. */
export const cameAmong = (facts: readonly Fact[], what: FactAsked): boolean => {
  const came = new Came();
  came.note(facts, 0);
  return came.by(Infinity, what, 0);
};
