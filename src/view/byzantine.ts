import type { Order, Strategy, TieRule } from './byzantine-setup.ts';
import type { Pid } from './time.ts';

/** What a round of the algorithm came to so far. */
export interface LevelView {
  /** What is sent when nobody keeps silent, by the formula; under SM when all are loyal. */
  readonly expected: number;
  readonly sent: number;
  readonly arrived: number;
  /** Of those sent not what a loyal general would have said. */
  readonly lies: number;
}

/** One message of a traitor: what it says, or will say. */
export interface PlanView {
  readonly from: Pid;
  readonly to: Pid;
  /** From the commander on; its sender is the last one. */
  readonly path: readonly Pid[];
  /** What a loyal general would say; null: nothing, or not known yet. */
  readonly truth: Order | null;
  /** Null: nothing, or not known yet. */
  readonly value: Order | null;
  readonly byHand: boolean;
  /** The position just before the step in which it was sent, or withheld; null: that is still to come. */
  readonly sentAt: number | null;
}

/** How a decision came about. */
export type How =
  /** OM: more than half; no value had more than half; without rounds of relays, as it was told. */
  | 'majority'
  | 'tie'
  | 'told'
  /** SM: so many values in V. */
  | 'one'
  | 'none'
  | 'several'
  /** A loyal commander's own order. */
  | 'own';

/** What a lieutenant did not believe. */
export interface RefusedView {
  readonly value: Order;
  readonly chain: readonly Pid[];
  readonly from: Pid;
  /** `forged`: a signature is not of whom it names. `late`: its round was over. */
  readonly why: 'forged' | 'late';
}

export interface GeneralView {
  readonly pid: Pid;
  /** C, L1, L2, …; G1 and G2 of two. */
  readonly name: string;
  readonly loyal: boolean;
  /** Loyal, and yet at fault: it was down, or something that it had to say did not come in its round. */
  readonly failed: boolean;
  /** Of the commander: its order, once given. Of a traitor: null. */
  readonly decided: Order | null;
  readonly how: How | null;
  /**
   * Its tree of relays under OM, level by level, each level in the order of the numbers: [C], then [C, j]
   * for each j that is neither C nor itself, then [C, j, k], … Of each what came, as an index into
   * `values`: -1 nothing yet, -2 nothing in time. Empty for the commander, for traitors, and under SM.
   */
  readonly heard: readonly number[];
  /**
   * What it takes the last one of each path to have said, as an index into `values`: the majority of what
   * came and of the paths below; of the last level what came, or the fixed value. -1: not known yet.
   * The first one is its decision.
   */
  readonly worth: readonly number[];
  /** The places in those lists where no value had more than half. */
  readonly ties: readonly number[];
  /** Under SM its V, each value with the first chain of signers by which it came. */
  readonly signed: readonly { readonly value: Order; readonly chain: readonly Pid[] }[];
  readonly refused: readonly RefusedView[];
  /** Two values that the commander has signed: a proof that it lies. */
  readonly proof: boolean;
}

/** One messenger between the two generals. */
export interface MessengerView {
  /** 1: the plan. */
  readonly number: number;
  readonly from: Pid;
  readonly to: Pid;
  /** `never`: the one before it did not come, and now it is dawn. */
  readonly state: 'to-come' | 'under-way' | 'arrived' | 'lost' | 'never';
}

export interface TwoGeneralsView {
  readonly sent: number;
  readonly arrived: number;
  readonly lost: number;
  readonly chain: readonly MessengerView[];
  /** µs. */
  readonly dawn: number;
  readonly knows: readonly {
    readonly pid: Pid;
    /**
     * The number of the newest messenger that came to it. 1: it knows the plan; 2: it knows that the other
     * one knows it; 3: it knows that the other knows that; 0: of G1, it knows its own plan.
     */
    readonly depth: number;
    /** How many came to it, and how many it needs to attack. */
    readonly came: number;
    readonly needs: number;
    /** Null before dawn. */
    readonly attacks: boolean | null;
  }[];
  readonly outcome: 'both' | 'nobody' | 'alone' | null;
}

/** The part of a frame that is the generals' own. */
export interface ByzantineDetail {
  readonly values: readonly Order[];
  readonly order: Order;
  /** m. */
  readonly rounds: number;
  readonly signed: boolean;
  readonly tie: TieRule;
  readonly strategy: Strategy;
  readonly commander: Pid;
  /** 0 before the orders leave, 1 with them, m + 1 the last relays, m + 2 when all have decided. */
  readonly round: number;
  /** µs: when the orders leave, and how long each round is. */
  readonly begins: number;
  readonly roundUs: number;
  /** By round, the orders first. */
  readonly levels: readonly LevelView[];
  /** In the order of their numbers. */
  readonly generals: readonly GeneralView[];
  /** `open`: not all loyal lieutenants that run have decided. */
  readonly ic1: 'open' | 'holds' | 'fails';
  /** `idle`: it asks nothing, for the commander is a traitor or has failed. */
  readonly ic2: 'open' | 'holds' | 'fails' | 'idle';
  /** Who breaks IC1 (two that differ), else IC2 (those that do not obey); [] when neither fails. */
  readonly broken: readonly Pid[];
  /**
   * Why nothing is promised: too few generals for m; more at fault than m; a rule for ties that is not the
   * fixed value. Null: IC1 and IC2 must hold.
   */
  readonly notPromised: 'generals' | 'faults' | 'tie' | null;
  /** What traitors say, in the order in which it is sent: of each round up to 200; `plansHidden` more. */
  readonly plans: readonly PlanView[];
  readonly plansHidden: number;
  /** Null with more than two. */
  readonly two: TwoGeneralsView | null;
}
