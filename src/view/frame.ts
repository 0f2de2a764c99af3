import type { Micros, Pid } from './time.ts';

/** Whether a process runs at all; its protocol's own state is `ProcessView.state`. */
export type Liveness = 'up' | 'paused' | 'crashed' | 'off';

/** One process as the stage draws it. */
export interface ProcessView {
  readonly pid: Pid;
  /** `S1`, `A3`: short name drawn in the ring. */
  readonly name: string;
  readonly liveness: Liveness;
  /** It is down because its machine has no power: nobody was told. */
  readonly dark: boolean;
  /** It keeps nothing on a disk: there is none to be lost or wiped. */
  readonly diskless: boolean;
  /** The protocol's word for its state, e.g. `LOOKING`; stays what it was while paused. */
  readonly state: string;
  /** The path of the lit state in its machine, e.g. `following.discovery`. */
  readonly machineState: string;
}

/** How a link treats messages: an open TCP connection, a FIFO channel, or loose datagrams. */
export type LinkNature = 'tcp' | 'fifo' | 'datagram';

/** A message under way, held, or lost by the last step. */
export interface MessageView {
  readonly id: number;
  readonly from: Pid;
  readonly to: Pid;
  /** The protocol's name of the message, e.g. `notification`, `LEADERINFO`, `ping`. */
  readonly kind: string;
  /** Its shape on stage. */
  readonly shape: MessageShape;
  /** Whom it speaks for: leader voted for, proposer of the ballot, client; chooses its colour. */
  readonly claim: number | null;
  /** The one field that matters, in full (`2·7 → S2`) and as short as can be (`S2`). */
  readonly label: string;
  readonly short: string;
  readonly sentAt: Micros;
  /** When it left its sender: later than it was sent if it was held there. */
  readonly leftAt: Micros;
  readonly arrivesAt: Micros;
  /** `arrived`: it has just come, and it is not known when it was sent. */
  readonly status: 'flying' | 'held' | 'lost' | 'arrived';
  readonly nature: LinkNature;
  /** Pings and the like: hidden unless asked for. */
  readonly routine: boolean;
  /** How many more of its type wait where it waits, and are shown with it; usually 0. */
  readonly piled: number;
}

export type MessageShape =
  | 'vote'
  | 'prepare'
  | 'promise'
  | 'accept'
  | 'accepted'
  | 'refusal'
  | 'request'
  | 'proposal'
  | 'ack'
  | 'commit'
  | 'watch-event'
  | 'ping'
  | 'packet'
  | SpokenShape;

/** What somebody says: in person, or that somebody has said it; with one notch for each who passed it on. */
export type Spoken = 'order' | 'relay' | 'relay-2' | 'relay-3';

/** The same as a lie: torn; with a signature that anybody can check; and with one that is forged. */
export type SpokenShape = Spoken | `lie-${Spoken}` | 'signed' | 'forged';

/** One direction of a link, listed only when it differs from a healthy one. */
export interface LinkView {
  readonly from: Pid;
  readonly to: Pid;
  readonly cut: boolean;
  /** Set by hand: latency in µs (both bounds equal = fixed), or null for the scenario's own. */
  readonly latency: { readonly min: Micros; readonly max: Micros } | null;
  /** Probability of loss and duplication, 0 on TCP. */
  readonly loss: number;
  readonly duplication: number;
}

/** An invariant that broke, with the step that broke it. */
export interface ViolationView {
  readonly invariant: string;
  readonly step: number;
  readonly text: string;
}

/** A moment worth a mark on the timeline. */
export interface Mark {
  /** The position just after the step. */
  readonly position: number;
  readonly time: Micros;
  /** A fact's rule (`leader-established`, `crashed`, …) or `quiet` for a stretch passed over. */
  readonly kind: string;
  readonly pid: Pid | null;
  /** For stretches: how long, in µs of virtual time; otherwise 0. */
  readonly duration: Micros;
  /** For stretches: the position at which it began; otherwise the same as `position`. */
  readonly since: number;
  /** A stretch that has no end yet goes on to the end of the run: `position` is where it began. */
  readonly open?: true;
}

/** One branch of the run's tree. */
export interface BranchView {
  readonly id: number;
  /** The branch it left, and where; null for the first one. */
  readonly parent: number | null;
  readonly forkPosition: number;
  readonly forkTime: Micros;
  readonly length: number;
}

/**
 * What the page draws: the world at one position of one branch. `D` is the protocol's own part
 * (`ElectionDetail`, …). A frame is plain data and travels packed (`codec.ts`).
 */
export interface Frame<D = unknown> {
  readonly branch: number;
  /** Steps taken since the start on this branch. */
  readonly position: number;
  /** Steps computed so far on this branch: the timeline's right end. */
  readonly length: number;
  /** Virtual time of the position: of the last step taken. */
  readonly time: Micros;
  /** When the next event is due; null when nothing is pending. */
  readonly nextTime: Micros | null;
  /** When something other than pings and waiting next happens; null when unknown or never. */
  readonly nextInteresting: Micros | null;
  readonly processes: readonly ProcessView[];
  readonly messages: readonly MessageView[];
  readonly links: readonly LinkView[];
  /** Groups that cannot reach each other, largest cut-off sets of the present cuts; [] if whole. */
  readonly partition: readonly (readonly Pid[])[];
  /** Names of the invariants that were checked and hold. */
  readonly invariants: readonly string[];
  readonly violations: readonly ViolationView[];
  /** Grows whenever anything but the positions of flying messages changed. */
  readonly structure: number;
  readonly detail: D;
}

/** Why a run cannot go on by itself. */
export type RunEnd = 'nothing-pending' | 'violation' | null;
