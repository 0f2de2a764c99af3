/** What a schedule that repeats may still deliver, and what it never will. */
import type { Flight } from '../../kernel/flight.ts';
import type { Flights } from '../../kernel/flights.ts';
import type { Pile } from '../../kernel/pile.ts';
import type { Pid } from '../../view/time.ts';
import type { Member } from './member.ts';
import { answersTo, told } from './script.ts';
import type { Row, Script } from './script.ts';

const key = (from: Pid, to: Pid, type: string): string => `${from} ${to} ${type}`;

const keyOf = ({ from, to, message }: Flight): string => key(from, to, message.type);

const toAcceptors = ['PREPARE', 'ACCEPT'];
const toLearners = [...told, 'ACCEPTED'];

/** Which parts of a process hear nothing any more. */
export interface Idle {
  readonly acceptor: boolean;
  readonly proposer: boolean;
  readonly learner: boolean;
}

export class Served {
  /** For each link and type of message how many rows of one cycle may take one from there. */
  private readonly rows = new Map<string, number>();
  /** Types that each process may still hear. */
  private readonly heard = new Map<Pid, Set<string>>();

  /** @param place the row that comes next; null: none does */
  constructor({ rows, repeatFrom }: Script, place: number | null) {
    if (place === null || repeatFrom === null) return;
    for (const row of rows.slice(Math.min(place, repeatFrom))) this.add(row);
  }

  private add(row: Row): void {
    switch (row.kind) {
      case 'request':
        this.take(row.from, row.to, [row.type]);
        this.take(row.to, row.from, answersTo[row.type]);
        return;
      case 'drop':
        this.take(row.from, row.to, [row.type]);
        return;
      case 'learn':
        this.take(row.from, row.to, told);
        return;
      case 'decide':
      case 'propose':
        this.take(row.pid, row.pid, [row.kind === 'decide' ? 'DECIDE' : 'PROPOSE']);
    }
  }

  private take(from: Pid, to: Pid, types: readonly string[]): void {
    const heard = this.heard.get(to) ?? new Set();
    this.heard.set(to, heard);
    for (const type of types) {
      heard.add(type);
      const at = key(from, to, type);
      this.rows.set(at, (this.rows.get(at) ?? 0) + 1);
    }
  }

  /**
   * The messages that one cycle can reach: those on their way, and on each link the newest, as many
   * as rows may take.
   */
  reach(flights: Flights): Flight[] {
    const left = new Map(this.rows);
    const takes = (flight: Flight): boolean => {
      if (!flight.held) return true;
      const at = keyOf(flight);
      const rows = left.get(at) ?? 0;
      left.set(at, rows - 1);
      return rows > 0;
    };
    // Of a pile no more can be reached than rows may take; among those the newest count first.
    const piled = [...flights.piles()].flatMap((pile) => pile.newest(this.rowsOf(pile)));
    return [...piled, ...flights.loose()]
      .toSorted((a, b) => b.id - a.id)
      .filter(takes)
      .toReversed();
  }

  /** For each link that holds more than one cycle reaches how many those are; [] when none does. */
  beyond(flights: Flights): number[] {
    const held = new Map<string, number>();
    const count = (flight: Flight, many: number): void => {
      const at = keyOf(flight);
      held.set(at, (held.get(at) ?? 0) + many);
    };
    for (const pile of flights.piles()) {
      if (pile.oldest !== undefined) count(pile.oldest, pile.size);
    }
    for (const flight of flights.loose()) if (flight.held) count(flight, 1);
    const counts = [...this.rows].map(([at, rows]) => Math.max(0, (held.get(at) ?? 0) - rows));
    return counts.some((more) => more > 0) ? counts : [];
  }

  /** All of a pile are of one link and type. */
  private rowsOf({ oldest }: Pile): number {
    return oldest === undefined ? 0 : (this.rows.get(keyOf(oldest)) ?? 0);
  }

  /** Which parts of a process hear nothing any more; what it may do by itself is not looked at. */
  idleParts({ pid, proposer, acceptor }: Member): Idle {
    const heard = this.heard.get(pid) ?? new Set<string>();
    const hears = (types: readonly string[]): boolean => types.some((type) => heard.has(type));
    const others = [...heard].filter((type) => !toAcceptors.includes(type) && !told.includes(type));
    // Its own acceptor's promise bounds a proposer's next ballot from below, if it is higher.
    const isBelow = acceptor === null || acceptor.promised <= (proposer?.ballot ?? Infinity);
    return {
      acceptor: !hears(toAcceptors) && isBelow,
      proposer: others.length === 0,
      learner: !hears(toLearners),
    };
  }
}
