import type { ByzantineSetup, Lie, Order, Strategy, TieRule } from '../../view/byzantine-setup.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { isMutant } from './mutants.ts';
import type { Mutant } from './mutants.ts';

/** When the orders, or the first messenger, leave: until then a person may set what traitors say. */
const BEGINS: Micros = 10_000;

const ROUND_MS = 40;

export const ORDERS: readonly Order[] = ['A', 'R'];

export interface TwoGenerals {
  /** Messengers in all, the plan among them. */
  readonly messengers: number;
  /** How many must have come to each, by its number. */
  readonly needs: ReadonlyMap<Pid, number>;
}

/** A set-up, looked up by general. */
export interface Config {
  /** By number, from 1. */
  readonly pids: readonly Pid[];
  readonly commander: Pid;
  readonly lieutenants: readonly Pid[];
  readonly names: ReadonlyMap<Pid, string>;
  readonly traitors: ReadonlySet<Pid>;
  /** m. */
  readonly rounds: number;
  /** Rounds after which is decided: m + 1, with the orders. */
  readonly lastRound: number;
  readonly values: readonly Order[];
  /** What stands for nothing, and for no majority: the last one of the values. */
  readonly fallback: Order;
  readonly order: Order;
  readonly strategy: Strategy;
  readonly lies: readonly Lie[];
  /** What `random` draws from. */
  readonly seed: number;
  readonly tie: TieRule;
  readonly signed: boolean;
  readonly begins: Micros;
  readonly roundUs: Micros;
  readonly two: TwoGenerals | null;
  readonly broken: ReadonlySet<Mutant>;
}

/** @param seed of the scenario: what random lies are drawn from */
export function configOf(setup: ByzantineSetup, seed = 1): Config {
  const { generals, commander = 1, rounds = 1, values = ORDERS, twoGenerals, broken = [] } = setup;
  const off = new Set(broken.filter(isMutant));
  const pids = Array.from({ length: generals }, (_, index) => index + 1);
  const lieutenants = pids.filter((pid) => pid !== commander);
  const two = twoGenerals === undefined ? null : twoOf(twoGenerals);
  const nameOf = (pid: Pid): string =>
    two !== null ? `G${pid}` : pid === commander ? 'C' : `L${lieutenants.indexOf(pid) + 1}`;
  return {
    pids,
    commander,
    lieutenants,
    names: new Map(pids.map((pid) => [pid, nameOf(pid)])),
    traitors: new Set(two === null ? (setup.traitors ?? []) : []),
    rounds,
    lastRound: off.has('one-round-short') ? Math.max(1, rounds) : rounds + 1,
    values,
    fallback: values.at(-1) ?? '',
    order: setup.order ?? values[0] ?? '',
    strategy: setup.strategy ?? 'flip',
    lies: setup.lies ?? [],
    seed,
    tie: setup.tie ?? 'default',
    signed: setup.signed ?? false,
    begins: BEGINS,
    roundUs: Math.round((setup.roundMs ?? ROUND_MS) * 1000),
    two,
    broken: off,
  };
}

function twoOf({ confirmations, needs }: NonNullable<ByzantineSetup['twoGenerals']>): TwoGenerals {
  const messengers = confirmations + 1;
  const [first, second] = needs ?? allNeeded(messengers);
  return {
    messengers,
    needs: new Map([
      [1, first],
      [2, second],
    ]),
  };
}

/** How many of so many messengers are to come to G1, and to G2, which hears of the plan by the first. */
export const allNeeded = (messengers: number): readonly [number, number] => [
  Math.floor(messengers / 2),
  Math.ceil(messengers / 2),
];

export const nameIn = ({ names }: Config, pid: Pid): string => names.get(pid) ?? `${pid}`;

/** When a round is over, µs; round 0 is the wait for the orders. */
export const endOf = ({ begins, roundUs }: Config, round: number): Micros =>
  begins + round * roundUs;
