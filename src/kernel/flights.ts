import type { Flight } from './flight.ts';

/**
 * The messages under way, by number, oldest first. A list in order and not a map: messages come and
 * go all the time, and each table that a map outgrows keeps the next one from being collected.
 */
export class Flights {
  private readonly list: Flight[];

  constructor(from?: Flights) {
    this.list = from === undefined ? [] : from.list.slice();
  }

  get size(): number {
    return this.list.length;
  }

  get(id: number): Flight | undefined {
    return this.list[this.at(id)];
  }

  /** Adds a flight, or replaces the one with its number. */
  set(flight: Flight): void {
    const { list } = this;
    const newest = list[list.length - 1];
    if (newest === undefined || newest.id < flight.id) list.push(flight);
    else list[this.at(flight.id)] = flight;
  }

  delete(id: number): void {
    const { list } = this;
    const at = this.at(id);
    if (at === -1) return;
    for (let next = at + 1; next < list.length; next++) list[next - 1] = list[next] as Flight;
    list.pop();
  }

  /** Oldest first; changes with what is under way. */
  values(): readonly Flight[] {
    return this.list;
  }

  /** Where a flight stands; -1 when it is not under way. */
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
