import { StateTable } from './state-table.ts';

/** Takes the successors of a state: each written into `next`, then said by `reached`. */
export interface Sink {
  readonly next: Row;
  /** @param action a number by which the model knows the action again */
  reached(action: number): void;
}

/** A state: numbers of interned components, as many as the model is wide. */
export type Row = Uint16Array;

/** What can be explored. Its components number at most 65,536 each. */
export interface Model {
  readonly width: number;
  /** Places of a row whose components may trade places without changing what can happen. */
  readonly interchangeable: readonly number[];
  first(row: Row): void;
  /** Says every state that one action leads to. `sink.next` is a copy of `row`, and is so again at the end. */
  expand(row: Row, sink: Sink): void;
  /** 0 for a state that is nothing special; another number ends the search. */
  judge(row: Row): number;
}

export interface Limits {
  /** No more distinct states than this. */
  readonly states: number;
  /** States this many actions away are found, but not gone beyond. */
  readonly depth: number;
}

/** A few words of memory each: as many as a tab can bear. */
export const NO_LIMITS: Limits = { states: 16_000_000, depth: Infinity };

/** A state that ended the search: what the model judged, and its number. */
export interface Found {
  readonly verdict: number;
  readonly state: number;
}

/**
 * Searches breadth-first, so that the first state found is a nearest one. Works in slices, for the
 * sake of those who must also listen: call {@link run} until it says that it is over; to cancel,
 * don't call it again.
 */
export class Explorer implements Sink {
  readonly next: Row;
  /** Successors seen so far, known ones included. */
  generated = 1;
  found: Found | null = null;
  /** True when every state within reach was found. */
  complete = false;

  private readonly model: Model;
  private readonly limits: Limits;
  private readonly table: StateTable;
  private readonly row: Row;
  private readonly rowWords: Uint32Array;
  private readonly nextWords: Uint32Array;
  private readonly sortedRow: Row;
  private readonly sortedWords: Uint32Array;
  private readonly symmetric: boolean;
  /** The state whose successors come next. */
  private cursor = 0;
  /** The first state of the level after the one being expanded. */
  private levelEnd = 1;
  /** How far from the first state the one at the cursor is. */
  private level = 0;

  constructor(model: Model, limits: Limits = NO_LIMITS) {
    this.model = model;
    this.limits = limits;
    const words = (model.width + 1) >> 1;
    this.table = new StateTable(words);
    this.rowWords = new Uint32Array(words);
    this.row = new Uint16Array(this.rowWords.buffer);
    this.nextWords = new Uint32Array(words);
    this.next = new Uint16Array(this.nextWords.buffer);
    this.sortedWords = new Uint32Array(words);
    this.sortedRow = new Uint16Array(this.sortedWords.buffer);
    this.symmetric = model.interchangeable.length > 1;
    model.first(this.next);
    this.add(-1);
  }

  /** Distinct states found. */
  get distinct(): number {
    return this.table.count;
  }

  /** How many actions the farthest states found are away from the first one. */
  get depth(): number {
    return this.level + (this.table.count > this.levelEnd ? 1 : 0);
  }

  get bytes(): number {
    return this.table.bytes;
  }

  /** Nothing is left to do: something is found, or all is, or a limit is reached. */
  get over(): boolean {
    return this.found !== null || this.complete || this.stopped();
  }

  /**
   * Expands so many states more.
   * @returns true when the search is over
   */
  run(budget: number = Infinity): boolean {
    const { table, rowWords, nextWords } = this;
    for (let left = budget; left > 0 && !this.over; left--) {
      table.read(this.cursor, rowWords);
      nextWords.set(rowWords);
      this.model.expand(this.row, this);
      this.cursor++;
      if (this.cursor === table.count) this.complete = this.found === null;
      else if (this.cursor === this.levelEnd) this.nextLevel();
    }
    return this.over;
  }

  reached(): void {
    this.generated++;
    this.add(this.cursor);
  }

  /** The rows from the first state to this one, each one action after the other. */
  rowsTo(state: number): Row[] {
    const rows: Row[] = [];
    for (let at = state; at >= 0; at = this.table.parentOf(at)) {
      const words = new Uint32Array(this.table.words);
      this.table.read(at, words);
      rows.push(new Uint16Array(words.buffer));
    }
    return rows.reverse();
  }

  private stopped(): boolean {
    return this.level >= this.limits.depth || this.table.count >= this.limits.states;
  }

  private nextLevel(): void {
    this.level++;
    this.levelEnd = this.table.count;
  }

  private add(parent: number): void {
    let words = this.nextWords;
    if (this.symmetric) {
      words = this.sortedWords;
      words.set(this.nextWords);
      sort(this.sortedRow, this.model.interchangeable);
    }
    const state = this.table.add(words, parent);
    if (state < 0 || this.found !== null) return;
    const verdict = this.model.judge(this.symmetric ? this.sortedRow : this.next);
    if (verdict !== 0) this.found = { verdict, state };
  }
}

/** Puts the components at these places in order: one row for all that differ by trading places. */
export function sort(row: Row, places: readonly number[]): void {
  for (let i = 1; i < places.length; i++) {
    const component = row[places[i] as number] as number;
    let to = i;
    for (; to > 0 && (row[places[to - 1] as number] as number) > component; to--) {
      row[places[to] as number] = row[places[to - 1] as number] as number;
    }
    row[places[to] as number] = component;
  }
}
