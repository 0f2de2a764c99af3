/** What is remembered of a run of the experiment: its requests, who holds which value, and when what was cut. */
import type { CapOpKind, CapOutcome } from '../../view/cap-setup.ts';
import type { CapEphemeralView, CapSide, CapSpanView } from '../../view/cap.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { noLinks } from './sides.ts';
import type { Links } from './sides.ts';

export interface CapRequest {
  readonly number: number;
  readonly client: Pid;
  /** By which its client knows it while it waits; of another life of the client it may come again. */
  readonly key: number;
  readonly planned: number | null;
  readonly kind: CapOpKind;
  /** What it writes, or was told. */
  readonly value: number | null;
  readonly called: { readonly at: Micros; readonly step: number };
  readonly returned: { readonly at: Micros; readonly step: number } | null;
  readonly outcome: CapOutcome;
  readonly error: string;
  readonly before: readonly string[];
  readonly readOnly: boolean;
  readonly staleness: number | null;
  readonly side: CapSide;
}

export interface CapCut {
  readonly from: Micros;
  readonly to: Micros | null;
  readonly groups: readonly (readonly Pid[])[];
  readonly oneWay: boolean;
  /** The set-up's own. */
  readonly planned: boolean;
}

export interface Lost {
  readonly at: Micros;
  /** The value that stands in its place. */
  readonly by: number | null;
}

/** A value's way: what it replaced, and when it first took effect. */
export interface Put {
  readonly over: number;
  readonly step: number;
}

export interface CapGhost {
  readonly requests: readonly CapRequest[];
  /** Requests of the workload that were asked for, by number. */
  readonly asked: ReadonlySet<number>;
  /** How many of the set-up's own deeds are done. */
  readonly deeds: number;
  readonly links: Links;
  readonly cuts: readonly CapCut[];
  /** What each server holds, also while it is down; one whose disk was lost is not there. */
  readonly held: ReadonlyMap<Pid, number>;
  /** Every value that any server has held. */
  readonly puts: ReadonlyMap<number, Put>;
  /** Acknowledged values that nobody holds, nor anything that was written over them by somebody who knew them. */
  readonly lost: ReadonlyMap<number, Lost>;
  readonly closed: readonly CapSpanView[];
  readonly open: ReadonlyMap<Pid, { readonly role: string; readonly from: Micros }>;
  readonly elections: readonly { readonly from: Micros; readonly to: Micros | null }[];
  readonly ephemerals: ReadonlyMap<Pid, CapEphemeralView>;
  /** Of the sessions before. */
  readonly former: ReadonlyMap<Pid, CapEphemeralView>;
  /** Somebody has made a copy the primary, set a clock, or taken a disk away: not all is promised then. */
  readonly promoted: boolean;
  readonly clockSet: boolean;
  readonly diskLost: boolean;
}

export const noCapGhost: CapGhost = {
  requests: [],
  asked: new Set(),
  deeds: 0,
  links: noLinks,
  cuts: [],
  held: new Map(),
  puts: new Map([[0, { over: -1, step: -1 }]]),
  lost: new Map(),
  closed: [],
  open: new Map(),
  elections: [],
  ephemerals: new Map(),
  former: new Map(),
  promoted: false,
  clockSet: false,
  diskLost: false,
};

/** A ghost that has the experiment's beside its own. */
export interface WithCap {
  readonly cap: CapGhost;
}
