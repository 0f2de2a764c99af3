import type { Scenario } from './scenario.ts';

/** A run whose messages are to be counted, and what it is called. */
export interface CostRun {
  /** Which of several programs it is of, and for how many clients. */
  readonly id: string;
  readonly clients: number;
  readonly scenario: Scenario<'recipes'>;
}

/** What is asked: each run to its end. */
export interface CostAsked {
  readonly runs: readonly CostRun[];
}

/** What one run has cost. */
export interface Counted {
  readonly id: string;
  readonly clients: number;
  /** Messages between clients and servers: requests, replies, notifications. */
  readonly messages: number;
  /** Times that a client was woken by a watch. */
  readonly woken: number;
}
