/** The state of a general: immutable; a rule makes the next one with {@link edit}. */
import type { Edit } from '../../kernel/edit.ts';
import type { KernelEvent } from '../../kernel/model.ts';
import type { How } from '../../view/byzantine.ts';
import type { Order } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';
import type { Config } from './config.ts';
import { handOf } from './lies.ts';
import type { Hand } from './lies.ts';
import { AWAITED } from './majority.ts';
import { tree } from './paths.ts';
import type { Path, Tree } from './paths.ts';

/** A value that came with the signatures of all who passed it on. */
export interface Signed {
  readonly value: Order;
  /** Who has signed it, the commander first. */
  readonly chain: Path;
}

export interface Refused extends Signed {
  readonly from: Pid;
  readonly why: 'forged' | 'late';
}

/** One of the two generals: which messengers came, and what it does at dawn. */
export interface Camp {
  readonly came: readonly number[];
  readonly attacks: boolean | null;
}

export class General {
  readonly config: Config;
  readonly pid: Pid;
  /** Rounds that are over for it, the wait for the orders not counted. */
  readonly ended: number = 0;
  /** The newest round in which it has spoken, or chosen to keep silent; the orders are round 1. */
  readonly spoken: number = 0;
  /** It was started too late, or a round ended for it at another time than for the others; so until it has begun. */
  readonly outOfStep: boolean = true;
  /** OM: what came along each path of its tree, as a place in the values. */
  readonly heard: readonly number[];
  /** SM: everything that came with valid signatures, in its order; of the same value and chain once. */
  readonly signed: readonly Signed[] = [];
  readonly refused: readonly Refused[] = [];
  /** SM: its V, each with the first chain by which it came. */
  readonly known: readonly Signed[] = [];
  /** How many messages of the round under way came from each general, by its number. */
  readonly came: readonly number[] = [];
  /** Of a traitor: what was set by hand. */
  readonly hand: Hand;
  readonly decided: Order | null = null;
  readonly how: How | null = null;
  readonly camp: Camp = { came: [], attacks: null };

  constructor(config: Config, pid: Pid) {
    this.config = config;
    this.pid = pid;
    this.hand = handOf(config.traitors.has(pid) ? config.lies : []);
    this.heard = hearsOrders(config, pid) ? treeOf(config, pid).paths.map(() => AWAITED) : [];
  }
}

const hearsOrders = ({ commander, signed, two }: Config, pid: Pid): boolean =>
  pid !== commander && !signed && two === null;

/** The tree of relays of a lieutenant under OM. */
export const treeOf = ({ pids, commander, lastRound }: Config, pid: Pid): Tree =>
  tree(pids.length, commander, pid, lastRound);

/** A copy to be changed by the rule that makes it. */
export const edit = (s: General): Edit<General> =>
  Object.assign(Object.create(General.prototype) as Edit<General>, s);

/** The event has the type of its message. */
export type GeneralEvent = KernelEvent;

export const isTraitor = ({ config, pid }: General): boolean => config.traitors.has(pid);

/** What a step did, for history and invariants. */
export type Did =
  /** So many messages were sent to each general, by its number. */
  | {
      readonly did: 'spoke';
      readonly round: number;
      readonly to: readonly number[];
      readonly lies: number;
    }
  | { readonly did: 'heard'; readonly round: number }
  /** Its round is over: so many messages came from each in it. */
  | { readonly did: 'ended'; readonly round: number; readonly came: readonly number[] };
