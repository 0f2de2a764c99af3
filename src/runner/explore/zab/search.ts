/** Breadth-first through the situations of a small ensemble; and random walks, which come further. */
import { situationAtRest } from '../../../kernel/situation.ts';
import type { AnyModel } from '../../../scenarios/protocol.ts';
import type { RecordedIntervention } from '../../../view/intervention.ts';
import { Dice } from '../../fuzz/dice.ts';
import { writerOf } from './configuration.ts';
import type { Bounds } from './configuration.ts';
import { after, interrupted, movesIn, sentenceOf } from './moves.ts';
import type { Move, Situation } from './moves.ts';
import { SmallWorld } from './small-world.ts';

export interface Limits {
  /** Moves. */
  readonly depth: number;
  /** Distinct situations. */
  readonly states: number;
}

export interface ZabViolation {
  readonly invariant: string;
  readonly text: string;
  /** The moves, in plain English. */
  readonly path: readonly string[];
  /** All that was done, to be played again. */
  readonly interventions: readonly RecordedIntervention[];
}

export interface ZabReport {
  /** Situations come to; known ones come again. */
  readonly states: number;
  readonly distinct: number;
  /** The most moves from the beginning to a situation. */
  readonly depth: number;
  /** Whether these are all situations within the bounds. */
  readonly complete: boolean;
  /** Of the distinct ones, those in which ZooKeeper itself may lose a transaction: nothing behind them is looked at. */
  readonly flawed: number;
  readonly violation: ZabViolation | null;
}

/** Where one is, what follows from it, and what the budget still allows. */
export function keyOf({ small, budget }: Situation): string {
  const { writes, crashes, leaves, delays } = budget;
  return `${situationAtRest(small.world)} ${writes} ${crashes} ${leaves} ${delays}`;
}

/** All serve, and nothing is under way; or, if the bounds say so, one of them lacks a write. */
export function beginning(model: AnyModel, bounds: Bounds): Situation {
  const servers = Array.from({ length: bounds.servers }, (_, index) => index + 1);
  const small = SmallWorld.serving(model, servers);
  if (!bounds.behind) return { small, budget: bounds };
  const [late = 1] = servers;
  const { leader } = small;
  const write = (n: number): void =>
    small.course({ kind: 'start', pids: [writerOf(leader, n, bounds)] });
  write(0);
  small.course({ kind: 'kill', pid: late });
  write(1);
  small.do({ kind: 'kill', pid: leader });
  small.settle();
  small.do({ kind: 'start', pids: [late] });
  small.settle();
  return { small, budget: bounds };
}

/** Each move with the situation that it leads to, losses of power in the middle of a move included. */
export function* successors(
  situation: Situation,
  bounds: Bounds,
): Generator<{ readonly move: Move; readonly next: Situation }> {
  for (const move of movesIn(situation)) {
    const then = after(situation, move, bounds);
    if (then !== null) yield { move, next: then };
    yield* interrupted(situation, move, bounds);
  }
}

interface Node {
  readonly before: Node | null;
  readonly move: Move | null;
  readonly depth: number;
  /** Null: not kept, to be made again by the moves that lead to it. */
  situation: Situation | null;
}

/** So many situations are kept whole; what waits beyond them is made again. */
const KEPT = 6000;

/** Finds a shortest way to a violation. Works in slices: {@link run} until it says that it is over. */
export class ZabSearch {
  states = 1;
  depth = 0;
  flawed = 0;
  violation: ZabViolation | null = null;
  private readonly bounds: Bounds;
  private readonly limits: Limits;
  private readonly start: Situation;
  private readonly known = new Set<string>();
  private queue: Node[];
  private next = 0;
  private kept = 1;
  private cut = false;

  constructor(model: AnyModel, bounds: Bounds, limits: Limits) {
    this.bounds = bounds;
    this.limits = limits;
    this.start = beginning(model, bounds);
    this.known.add(keyOf(this.start));
    this.queue = [{ before: null, move: null, depth: 0, situation: this.start }];
  }

  get distinct(): number {
    return this.known.size;
  }

  get report(): ZabReport {
    const { states, distinct, depth, flawed, violation } = this;
    const complete = this.isOver && violation === null && !this.cut;
    return { states, distinct, depth, complete, flawed, violation };
  }

  has(key: string): boolean {
    return this.known.has(key);
  }

  private get isOver(): boolean {
    return this.violation !== null || this.next === this.queue.length;
  }

  /** Looks behind so many situations more. @returns true when the search is over */
  run(budget = Infinity): boolean {
    for (let left = budget; left > 0 && !this.isOver; left--) this.expand();
    return this.isOver;
  }

  private expand(): void {
    const node = this.queue[this.next++] as Node;
    if (this.next > 10_000) {
      this.queue = this.queue.slice(this.next);
      this.next = 0;
    }
    if (node.depth >= this.limits.depth) {
      this.cut = true;
      return;
    }
    const situation = node.situation ?? this.made(node);
    if (node.situation !== null) this.kept--;
    node.situation = null;
    for (const { move, next: then } of successors(situation, this.bounds)) {
      this.states++;
      if (then.small.isBroken) {
        this.violation = violationOf(then, this.sentences(node, situation, move));
        return;
      }
      const key = keyOf(then);
      if (this.known.has(key)) continue;
      if (this.known.size >= this.limits.states) {
        this.cut = true;
        continue;
      }
      this.known.add(key);
      this.depth = node.depth + 1;
      if (then.small.isFlawed) {
        this.flawed++;
        continue;
      }
      const keeps = this.kept < KEPT;
      if (keeps) this.kept++;
      this.queue.push({ before: node, move, depth: this.depth, situation: keeps ? then : null });
    }
  }

  private made(node: Node): Situation {
    const moves = movesTo(node);
    let situation = this.start;
    for (const move of moves) situation = after(situation, move, this.bounds) as Situation;
    return situation;
  }

  private sentences(node: Node, last: Situation, move: Move): readonly string[] {
    const path: string[] = [];
    let situation = this.start;
    for (const each of movesTo(node)) {
      path.push(sentenceOf(situation, each));
      situation = after(situation, each, this.bounds) as Situation;
    }
    return [...path, sentenceOf(last, move)];
  }
}

function movesTo(node: Node): readonly Move[] {
  const moves: Move[] = [];
  for (let each: Node | null = node; each !== null; each = each.before)
    if (each.move !== null) moves.push(each.move);
  return moves.toReversed();
}

function violationOf({ small }: Situation, path: readonly string[]): ZabViolation | null {
  const [first] = small.world.violations;
  if (first === undefined) return null;
  const { invariant, text } = first;
  return { invariant, text, path, interventions: small.interventions() };
}

/** How likely a kind of move is beside another one that can be made. */
const WEIGHTS: Readonly<Record<Move['kind'], number>> = {
  deliver: 6,
  write: 4,
  start: 2,
  'give-up': 3,
  kill: 0.3,
  'power-off': 0.3,
  leave: 0.3,
};
/** How often a loss of power is put into the middle of a move. */
const IN_THE_MIDDLE = 0.1;

/** One way of so many moves by chance; null: nothing broke. `passes` hears of each situation on it. */
export function walk(
  start: Situation,
  bounds: Bounds,
  seed: number,
  depth: number,
  passes: (situation: Situation) => void = () => {},
): { readonly moves: number; readonly violation: ZabViolation | null } {
  const dice = new Dice(seed);
  const path: string[] = [];
  let situation = start;
  for (let moves = 0; moves < depth; moves++) {
    const possible = movesIn(situation);
    if (possible.length === 0) return { moves, violation: null };
    const kinds = [...new Set(possible.map(({ kind }) => kind))];
    const kind = dice.weighted(
      Object.fromEntries(kinds.map((each) => [each, WEIGHTS[each]])) as Record<
        Move['kind'],
        number
      >,
    );
    const plain = dice.pick(possible.filter((move) => move.kind === kind));
    const cuts =
      'to' in plain && situation.budget.crashes > 0 && dice.chance(IN_THE_MIDDLE)
        ? [...interrupted(situation, plain, bounds)]
        : [];
    const cut = cuts.length === 0 ? null : dice.pick(cuts);
    const move = cut?.move ?? plain;
    const then = cut?.next ?? after(situation, plain, bounds);
    if (then === null) continue;
    path.push(sentenceOf(situation, move));
    situation = then;
    if (situation.small.isBroken)
      return { moves: moves + 1, violation: violationOf(situation, path) };
    passes(situation);
    if (situation.small.isFlawed) return { moves: moves + 1, violation: null };
  }
  return { moves: depth, violation: null };
}
