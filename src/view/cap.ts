import type { CapCheck, CapOpKind, CapOutcome, CapStore } from './cap-setup.ts';
import type { Micros, Pid } from './time.ts';

/** The CAP experiment's own part of a frame. Times are virtual time of the run. */
export interface CapDetail {
  readonly store: CapStore;
  /** The experiment's t = 0. */
  readonly zero: Micros;
  readonly servers: readonly CapServerView[];
  readonly clients: readonly CapClientView[];
  /** Those called and those to come, by number. */
  readonly requests: readonly CapRequestView[];
  /** Requests by hand before those, of which there is no room any more. */
  readonly requestsHidden: number;
  /** Cuts so far and planned ones, drawn by hand or not, by their beginning. */
  readonly cuts: readonly CapCutView[];
  /** Which role each server had, by their beginnings. */
  readonly spans: readonly CapSpanView[];
  /** When fewer than a majority had a leader: nobody could write. Of ZooKeeper's stores alone. */
  readonly elections: readonly CapElectionView[];
  readonly meters: CapMeters;
  readonly verdicts: readonly CapVerdictView[];
  /** What this store promises, whatever the network does; checked as invariants. */
  readonly promises: readonly CapCheck[];
}

export interface CapServerView {
  readonly pid: Pid;
  /** LEADING, FOLLOWING, LOOKING, READ_ONLY; PRIMARY, COPY; PEER; '' while it is down. */
  readonly role: string;
  readonly leads: boolean;
  /** x; null while it is down. */
  readonly value: number | null;
  /** The request that wrote it; null: nobody did, or it is down. */
  readonly wrote: number | null;
  /** Which requests of its clients it answers now, as far as it can tell itself. */
  readonly serves: 'all' | 'reads' | 'none';
  /** Where it stands in the cut that is on now. */
  readonly side: CapSide;
  /** Of a follower and of a copy: when it last heard of whoever leads; else null. */
  readonly heardAt: Micros | null;
}

/** `whole`: nothing is cut; `minority`: it reaches no majority of the servers, itself counted. */
export type CapSide = 'minority' | 'majority' | 'whole';

export interface CapClientView {
  readonly pid: Pid;
  readonly name: string;
  readonly server: Pid;
  readonly side: CapSide;
  /** ZooKeeper's word for its handle (CONNECTED, CONNECTEDREADONLY, CONNECTING, CLOSED); else CONNECTED, or ''. */
  readonly state: string;
  /** Of ZooKeeper's clients: the ephemeral node that stands for its session; else null. */
  readonly ephemeral: CapEphemeralView | null;
  /** The one of the session before; null: it has had but one. */
  readonly formerEphemeral: CapEphemeralView | null;
  /** The request that it would make next by hand: the value that it would write. */
  readonly nextValue: number;
}

export interface CapEphemeralView {
  readonly path: string;
  readonly bornAt: Micros;
  /** When the first server deleted it, since its session was over; null: it is there. */
  readonly goneAt: Micros | null;
  /** When the client was told that its session is over; null: it does not know. */
  readonly knownAt: Micros | null;
}

export interface CapRequestView {
  /** 1, 2, …: of the workload by its order; requests by hand follow. */
  readonly number: number;
  readonly client: Pid;
  readonly server: Pid;
  readonly kind: CapOpKind;
  /** What it writes; what a read was told, null while it was told nothing. */
  readonly value: number | null;
  /** When it is to be called, or was; null: when another one is over, or its server serves it. */
  readonly at: Micros | null;
  readonly calledAt: Micros | null;
  readonly returnedAt: Micros | null;
  readonly outcome: CapOutcome;
  /** The store's word for what went wrong (`ConnectionLoss`, `NotReadOnly`, `Timeout`, …); else ''. */
  readonly error: string;
  /** What earlier tries of it ended in: `SessionExpired`. */
  readonly before: readonly string[];
  /** The client was told while its server had no leader. */
  readonly readOnly: boolean;
  /** Of a read that was answered: how many completed writes it is behind; else null. */
  readonly staleness: number | null;
  /** Of an acknowledged write: it is nowhere any more, and nobody who has overwritten it had seen it. */
  readonly lost: { readonly at: Micros; readonly by: number | null } | null;
  /** Of a write that was not acknowledged: it took effect all the same. */
  readonly tookEffect: boolean;
  /** Where its client was when it called. */
  readonly side: CapSide;
}

export interface CapCutView {
  readonly from: Micros;
  /** When it was, or is to be, healed; null: nobody knows. */
  readonly to: Micros | null;
  /** Servers alone; [] where single links are cut, which make no groups. */
  readonly groups: readonly (readonly Pid[])[];
  readonly oneWay: boolean;
  readonly planned: boolean;
}

export interface CapSpanView {
  readonly pid: Pid;
  /** As {@link CapServerView.role}; '' while it is down. */
  readonly role: string;
  readonly from: Micros;
  /** Null: it goes on. */
  readonly to: Micros | null;
}

export interface CapElectionView {
  readonly from: Micros;
  readonly to: Micros | null;
}

export interface CapCount {
  readonly issued: number;
  /** Without an error. */
  readonly answered: number;
}

/** Of the requests that clients of one side called while a cut lasted. */
export interface CapSideMeter extends CapCount {
  readonly reads: CapCount;
  readonly writes: CapCount;
  /** Reads behind completed writes; how far the worst is, and the mean over all reads that were answered. */
  readonly stale: number;
  readonly mostStale: number;
  readonly meanStale: number;
}

/** µs from call to return of requests that were answered, patient ones left out; null: there was none. */
export interface CapLatency {
  readonly reads: { readonly mean: Micros; readonly most: Micros } | null;
  readonly writes: { readonly mean: Micros; readonly most: Micros } | null;
}

export interface CapMeters {
  readonly minority: CapSideMeter;
  readonly majority: CapSideMeter;
  /** Both, and those of a cut that has no majority. */
  readonly all: CapSideMeter;
  /** Acknowledged writes that are lost, of all. */
  readonly lost: number;
  /** Stale reads and lost writes. */
  readonly violations: number;
  /** Different values of x at servers that run. */
  readonly divergence: number;
  /** While nothing was cut: PACELC's other half. */
  readonly latency: CapLatency;
}

export interface CapVerdictView {
  readonly check: CapCheck;
  /** Null: it cannot be said. `converged` is true, or null: what differs now may come together yet. */
  readonly holds: boolean | null;
  readonly witness: CapWitness | null;
}

/** Why no order of these requests explains what their clients were told. */
export interface CapWitness {
  /** The smallest set that cannot be ordered, by number in the order of their calls. */
  readonly requests: readonly number[];
  /**
   * Each must come before the next, and the last before the first. `time`: it had returned when the next was
   * called; `session`: the same, of one client; `reads`: the next returns its value; `overwrites`: it was told a value that
   * the next replaced.
   */
  readonly circle: readonly {
    readonly number: number;
    readonly why: 'time' | 'session' | 'reads' | 'overwrites';
  }[];
}
