import type { How } from './byzantine.ts';
import type { ByzantineSetup, Order } from './byzantine-setup.ts';
import type { Pid } from './time.ts';

/** What came of a run, taken to its end. */
export interface Outcome {
  /** In the order in which they were sent; paths end with the sender. */
  readonly messages: readonly {
    readonly path: readonly Pid[];
    readonly to: Pid;
    readonly value: Order;
    readonly lie: boolean;
  }[];
  readonly total: number;
  /** Of loyal lieutenants. */
  readonly decisions: readonly {
    readonly pid: Pid;
    readonly value: Order | null;
    readonly how: How | null;
  }[];
  readonly ic1: boolean;
  /** Null: the commander is a traitor. */
  readonly ic2: boolean | null;
}

/** A search for the worst that some traitors can say. */
export interface LiesAsked {
  /** Its lies and strategy are what is looked for; `traitors` of it stay, or if it has none each choice of so many is tried. */
  readonly setup: ByzantineSetup;
  readonly traitors: number;
  /** At most so many behaviours. */
  readonly tries: number;
  readonly seed: number;
}

export interface LiesFound {
  readonly tried: number;
  /** There are no others. */
  readonly complete: boolean;
  /** Of those tried so many break IC1 or IC2. */
  readonly broken: number;
  /** The worst; null: none breaks anything. Each lie of its set-up is set by hand. */
  readonly worst: {
    readonly setup: ByzantineSetup;
    /** Loyal lieutenants that differ from most others, or from their loyal commander. */
    readonly disagree: number;
    readonly outcome: Outcome;
  } | null;
  readonly seed: number;
}

/** Runs in which all are loyal, one for each. */
export interface CountsAsked {
  readonly pairs: readonly Omit<MessagesCounted, 'messages'>[];
}

/** Messages of one run in which all are loyal, counted in that run. */
export interface MessagesCounted {
  readonly generals: number;
  readonly rounds: number;
  readonly signed: boolean;
  readonly messages: number;
}

/** What the lab of the generals asks for besides its frame. */
export type ByzantineQuestion =
  /** At most 100 set-ups, each run to its end. */
  | { readonly ask: 'outcomes'; readonly setups: readonly ByzantineSetup[] }
  /**
   * Every lie that any one traitor can tell, with every order, two values and one round of relays, whoever
   * the traitor of the set-up is: 16 set-ups among 3 generals, 40 among 4, 96 among 5. To say nothing is
   * to say the fixed value, so it is no behaviour of its own. Of larger ones none, and not complete.
   */
  | { readonly ask: 'every-lie'; readonly setup: ByzantineSetup }
  /** So many messengers, from 1 on: what happens when the last one is caught, and whether any rule is safe. */
  | { readonly ask: 'messengers'; readonly upTo: number }
  /** These generals with an opinion each, in the order of their numbers: each commands once. */
  | {
      readonly ask: 'opinions';
      readonly setup: ByzantineSetup;
      readonly opinions: readonly Order[];
    };

/** What came of it. */
export interface Consulted {
  readonly ask: 'opinions';
  /** Of each loyal general, in the order of their numbers. */
  readonly lists: readonly {
    readonly pid: Pid;
    /** What it takes each general to hold, in the order of their numbers; of itself its own opinion. */
    readonly holds: readonly Order[];
    /** What more than half of them hold; else the fixed value. */
    readonly does: Order;
  }[];
  /** Of all the runs together. */
  readonly messages: number;
}

export interface MessengersRow {
  readonly messengers: number;
  /** Who sends the last one. */
  readonly sender: Pid;
  /** Who attacks when all come, and when the last one is caught; G1, G2. */
  readonly allCome: readonly [boolean, boolean];
  readonly lastCaught: readonly [boolean, boolean];
  /** What that sender saw in both runs is the same: compared, not assumed. */
  readonly same: boolean;
  /** Rules (how many each one needs) tried in every run; `safe`: both attack in some run, and in none one alone. */
  readonly rules: number;
  readonly safe: number;
}

export type ByzantineAnswer =
  | { readonly ask: 'outcomes'; readonly outcomes: readonly Outcome[] }
  | {
      readonly ask: 'every-lie';
      readonly count: number;
      readonly complete: boolean;
      readonly setups: readonly ByzantineSetup[];
    }
  | { readonly ask: 'messengers'; readonly rows: readonly MessengersRow[] }
  | Consulted;
