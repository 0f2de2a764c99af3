import type { Pid } from '../view/time.ts';
import type { Flight } from './flight.ts';
import { Pile } from './pile.ts';

/** From so many on, messages that are held and may be overtaken are put on piles … */
const MANY = 128;
/** … but for those among the newest so many, and looked at once for so many that are sent. */
const LOOSE = 64;

const keyOf = (from: Pid, to: Pid, type: string): string => `${from} ${to} ${type}`;

const isPiled = ({ held, nature }: Flight): boolean => held && nature === 'datagram';

/**
 * The messages under way, by number, oldest first. A list in order and not a map: messages come and
 * go all the time, and each table that a map outgrows keeps the next one from being collected.
 *
 * Datagrams that are held for long wait on piles, one for each link and type: a run in which they
 * are never delivered goes on for ever, and neither a step nor a copy may cost more for it.
 */
export class Flights {
  private readonly list: Flight[];
  private piled: ReadonlyMap<string, Pile>;
  /** The highest number that was ever here. */
  private highest: number;

  constructor(from?: Flights) {
    this.list = from === undefined ? [] : from.list.slice();
    this.piled = from?.piled ?? new Map();
    this.highest = from?.highest ?? 0;
  }

  get size(): number {
    let size = this.list.length;
    for (const pile of this.piled.values()) size += pile.size;
    return size;
  }

  get(id: number): Flight | undefined {
    const loose = this.list[this.at(id)];
    if (loose !== undefined || this.piled.size === 0) return loose;
    for (const pile of this.piled.values()) {
      const found = pile.get(id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Adds a flight, or replaces the one with its number. */
  set(flight: Flight): void {
    const { list } = this;
    if (flight.id > this.highest) {
      this.highest = flight.id;
      list.push(flight);
      if (list.length > MANY && flight.id % LOOSE === 0) this.pileUp();
      return;
    }
    const at = this.at(flight.id);
    if (at !== -1) {
      list[at] = flight;
      return;
    }
    // What changes is no longer among those that nothing happens to.
    this.takeOff(flight.id);
    const after = list.findLastIndex(({ id }) => id < flight.id);
    list.splice(after + 1, 0, flight);
  }

  delete(id: number): void {
    const { list } = this;
    const at = this.at(id);
    if (at === -1) {
      if (this.piled.size > 0) this.takeOff(id);
      return;
    }
    for (let next = at + 1; next < list.length; next++) list[next - 1] = list[next] as Flight;
    list.pop();
  }

  /** Oldest first; changes with what is under way. */
  values(): readonly Flight[] {
    if (this.piled.size === 0) return this.list;
    const all = [...this.piled.values()].flatMap((pile) => pile.values());
    return [...all, ...this.list].sort((a, b) => a.id - b.id);
  }

  /** Those on no pile, oldest first: all that are on their way, and what was held lately. */
  loose(): readonly Flight[] {
    return this.list;
  }

  /** What waits on piles: each of one link and type, and all of it held. */
  piles(): Iterable<Pile> {
    return this.piled.values();
  }

  pile(from: Pid, to: Pid, type: string): Pile {
    return (this.piled.size === 0 ? undefined : this.piled.get(keyOf(from, to, type))) ?? Pile.none;
  }

  /** The newest one of some types that is held on a link. */
  newestHeld(from: Pid, to: Pid, types: readonly string[]): Flight | undefined {
    const loose = this.list.findLast(
      (flight) =>
        flight.from === from &&
        flight.to === to &&
        flight.held &&
        types.includes(flight.message.type),
    );
    if (this.piled.size === 0) return loose;
    const piled = types.flatMap((type) => this.pile(from, to, type).newest(1));
    return [...piled, ...(loose === undefined ? [] : [loose])].reduce<Flight | undefined>(
      (best, one) => (best === undefined || one.id > best.id ? one : best),
      undefined,
    );
  }

  /** The number of the oldest one; null when nothing is under way. */
  get oldest(): number | null {
    const first = [this.list[0], ...[...this.piled.values()].map((pile) => pile.oldest)];
    const ids = first.flatMap((flight) => flight?.id ?? []);
    return ids.length === 0 ? null : Math.min(...ids);
  }

  private pileUp(): void {
    const { list } = this;
    const old = list.splice(0, list.length - LOOSE);
    const piled = new Map(this.piled);
    const more = new Map<string, Flight[]>();
    const stay: Flight[] = [];
    for (const flight of old) {
      const key = keyOf(flight.from, flight.to, flight.message.type);
      // A pile is in order: one that was taken off it and is held again does not come on its top.
      if (!isPiled(flight) || flight.id < (piled.get(key)?.newest(1)[0]?.id ?? 0)) {
        stay.push(flight);
        continue;
      }
      const here = more.get(key);
      if (here === undefined) more.set(key, [flight]);
      else here.push(flight);
    }
    // One by one: there may be more than a call takes arguments.
    const loose = list.splice(0);
    for (const flight of stay) list.push(flight);
    for (const flight of loose) list.push(flight);
    for (const [key, flights] of more) piled.set(key, (piled.get(key) ?? Pile.none).with(flights));
    this.piled = piled;
  }

  private takeOff(id: number): void {
    for (const [key, pile] of this.piled) {
      const left = pile.without(id);
      if (left === pile) continue;
      const piled = new Map(this.piled);
      if (left.size === 0) piled.delete(key);
      else piled.set(key, left);
      this.piled = piled;
      return;
    }
  }

  /** Where a flight stands in the list; -1 when it is not in it. */
  private at(id: number): number {
    const { list } = this;
    let low = 0;
    let high = list.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const there = (list[middle] as Flight).id;
      if (there === id) return middle;
      if (there < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
