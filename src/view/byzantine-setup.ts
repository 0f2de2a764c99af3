import type { Pid } from './time.ts';

/** What the Byzantine generals add to what every protocol has. */
export interface ByzantineParts {
  readonly setup: ByzantineSetup;
  readonly condition: ByzantineCondition;
  readonly veiled: 'decision' | 'verdict' | 'loyalty';
}

/** One of the run's values: `A`, `R`, or values of one's own. */
export type Order = string;

/**
 * `flip`: the value after the true one, to everybody (of two: the opposite). `split`: the first value to
 * L1, L3, …, the second to L2, L4, …. `silent`: nothing. `random`: any value, or nothing, drawn for each
 * message by the scenario's seed.
 */
export type Strategy = 'flip' | 'split' | 'silent' | 'random';

/**
 * What a lieutenant obeys where no value has more than half. `default`: the fixed value. `commander`:
 * what the commander told it. `other`: what more than half of the others say that the commander told
 * them, else the fixed value.
 */
export type TieRule = 'default' | 'commander' | 'other';

/**
 * What one message of a traitor says: by who said that who said (the commander first, the traitor last),
 * and to whom. By hand it is the input `LIE` of the traitor, before it sends it: `path` written `1.4`,
 * `to`, and `value` (null: nothing; `unset` true: again what its strategy says).
 */
export interface Lie {
  readonly path: readonly Pid[];
  readonly to: Pid;
  /** Null: it is not sent. */
  readonly value: Order | null;
}

/**
 * Generals round a city, numbered from 1. One commands and is called C; the others are L1, L2, … in the
 * order of their numbers. With `twoGenerals` they are G1 and G2, and nobody lies.
 */
export interface ByzantineSetup {
  /** 3 to 10; with `twoGenerals` 2. */
  readonly generals: number;
  /** m of OM(m) or SM(m): rounds of relays after the round of orders; 0 to 3. Default 1. */
  readonly rounds?: number;
  /** Default 1. */
  readonly commander?: Pid;
  /** Default: none. */
  readonly traitors?: readonly Pid[];
  /**
   * Orders that there are, 2 to 4; default `A` and `R`. The last one is the fixed value: it stands for what
   * did not come, and for no majority.
   */
  readonly values?: readonly Order[];
  /** What the commander wants, be it loyal or not; default the first value. */
  readonly order?: Order;
  /** What traitors say where nothing was set by hand; default `flip`. */
  readonly strategy?: Strategy;
  /** What single messages of traitors say, from the beginning. */
  readonly lies?: readonly Lie[];
  /** OM(m) alone; default `default`. */
  readonly tie?: TieRule;
  /** SM(m) instead of OM(m); default false. */
  readonly signed?: boolean;
  /** How long a round is: what has not come by its end was not said. Default 40. */
  readonly roundMs?: number;
  readonly twoGenerals?: TwoGeneralsSetup;
  /** Names of rules that are switched off (mutants). */
  readonly broken?: readonly string[];
}

/**
 * G1 sends a messenger with the plan, G2 one that confirms it, G1 one that confirms that, and so on: each
 * leaves when the one before it has come. At dawn each attacks if enough have come to it. A messenger is
 * caught by hand (`drop`), or by a link that loses.
 */
export interface TwoGeneralsSetup {
  /** Messengers after the plan, 0 to 11. */
  readonly confirmations: number;
  /** How many must have come to G1, and to G2; default all that are to come. */
  readonly needs?: readonly [number, number];
}

/** What can be asked of the generals alone. */
export type ByzantineCondition =
  /** This general has decided (this); `all`: every loyal one that runs has. */
  | { readonly decided: 'all' | { readonly pid: Pid; readonly value?: Order } }
  /** This round has begun: 1 the orders, rounds + 2: all is decided. */
  | { readonly round: number }
  /** What came of IC1, IC2, once all have decided; `idle`: the commander is a traitor, IC2 asks nothing. */
  | {
      readonly ic: {
        readonly of: 1 | 2;
        readonly is: 'holds' | 'fails' | 'idle';
      };
    }
  /** Just so many messages were sent since the start. */
  | { readonly sent: number }
  /** Of these just so many are not what a loyal general would have said. */
  | { readonly lies: number }
  /** Along this path, its sender last, this general has heard this; null: nothing came in time. */
  | {
      readonly heard: {
        readonly pid: Pid;
        readonly path: readonly Pid[];
        readonly value: Order | null;
      };
    }
  /** What it takes the last of this path to have said, after the majority below it. */
  | {
      readonly worth: { readonly pid: Pid; readonly path: readonly Pid[]; readonly value: Order };
    }
  /** Just these values stand in its V, whatever their order. */
  | { readonly signedValues: { readonly pid: Pid; readonly are: readonly Order[] } }
  /** It has refused just so many messages. */
  | { readonly refusedMessages: { readonly pid: Pid; readonly count: number } }
  /** It has two values that the commander signed. */
  | { readonly proof: Pid }
  /** Whatever the run: of every lie that one traitor can tell under OM(1), so many break IC1 or IC2. */
  | {
      readonly everyLie: {
        readonly generals: number;
        readonly count: number;
        readonly failing: number;
        readonly tie?: TieRule;
      };
    }
  /** Whatever the run: what fails with this rule for a tie among three, where L2 lies and where C does. */
  | {
      readonly tieRule: {
        readonly rule: TieRule;
        readonly lieutenantLies: 'none' | 'IC1' | 'IC2';
        readonly commanderLies: 'none' | 'IC1' | 'IC2';
      };
    }
  /** Whatever the run: to L1 of three both worlds look the same. */
  | { readonly sameToL1: boolean }
  /** What came of two generals at dawn. */
  | { readonly dawn: 'both' | 'nobody' | 'alone' }
  /** This messenger has come, or was caught. */
  | { readonly messenger: { readonly number: number; readonly is: 'arrived' | 'lost' } }
  /**
   * Whatever the run: with so many messengers, of all rules (how many each needs) so many let both attack
   * in some run and nobody alone in any; and the sender of the last one cannot tell whether it came.
   */
  | { readonly safeRules: { readonly messengers: number; readonly are: number } };
