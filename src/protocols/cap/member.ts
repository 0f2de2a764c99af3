/** The state of a server and of a client of the stores: immutable; a rule makes the next one with its `edit`. */
import type { KernelEvent } from '../../kernel/model.ts';
import type { CapOpKind } from '../../view/cap-setup.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { CapConfig } from './config.ts';
import type { CapDeed } from './deeds.ts';
import type { StoreMessage } from './messages.ts';
import { firstRegister } from './register.ts';
import type { Register } from './register.ts';

/** The event has the type of its message. */
export type StoreEvent = KernelEvent;

/** What a server keeps. */
export interface StoreDisk {
  readonly register: Register;
  /** The greatest term that it knows, and whose it is; of the primary store alone. */
  readonly term: number;
  readonly primary: Pid;
}

/** What is sent as soon as a write is on the disk. */
export interface Written {
  readonly disk: StoreDisk;
  readonly sends: readonly { readonly to: Pid; readonly message: StoreMessage }[];
  /** The round of the quorum store that waits for it; 0: none. */
  readonly round: number;
}

/** An operation of the quorum store that this server carries out for a client. */
export interface QuorumRound {
  readonly round: number;
  readonly client: Pid;
  readonly key: number;
  readonly op: CapOpKind;
  readonly value: number | null;
  readonly phase: 'query' | 'store';
  /** What was told, in the first phase; what is to be stored, in the second. */
  readonly found: readonly Register[];
  readonly register: Register;
  /** Who has answered in this phase. */
  readonly heard: readonly Pid[];
  readonly due: Micros;
}

/** A request that a copy has handed on to its primary. */
export interface Forwarded {
  readonly client: Pid;
  readonly key: number;
  readonly op: CapOpKind;
  readonly due: Micros;
}

export class Store {
  readonly config: CapConfig;
  readonly pid: Pid;
  /** As it will be when every sync under way is done. */
  readonly disk: StoreDisk;
  /** What is on the disk: only this is told to anybody. */
  readonly register: Register;
  /** Syncs under way, and what is said when so many of them are done. */
  readonly writing: number;
  readonly owed: readonly { readonly behind: number; readonly sends: Written['sends'] }[];
  readonly rounds: readonly QuorumRound[];
  /** The number of the next round; of a stamp, the greatest given in this life. */
  readonly nextRound: number;
  readonly stamped: number;
  readonly forwarded: readonly Forwarded[];
  /** When it last heard of the primary; null: it has not. */
  readonly heardAt: Micros | null;

  constructor(config: CapConfig, pid: Pid, disk: StoreDisk) {
    this.config = config;
    this.pid = pid;
    this.disk = disk;
    this.register = disk.register;
    this.writing = 0;
    this.owed = [];
    this.rounds = [];
    this.nextRound = 1;
    this.stamped = 0;
    this.forwarded = [];
    this.heardAt = null;
  }
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

export const edit = (s: Store): Draft<Store> =>
  Object.assign(Object.create(Store.prototype) as Draft<Store>, s);

export const firstDisk = ({ leader }: CapConfig): StoreDisk => ({
  register: firstRegister,
  term: 1,
  primary: leader,
});

export const isPrimary = ({ disk, pid }: Store): boolean => disk.primary === pid;

export const did = (e: StoreEvent, deed: CapDeed): void => e.io.did(deed);

export const peersOf = ({ config, pid }: Store): readonly Pid[] =>
  config.servers.filter((other) => other !== pid);

export const sendAll = (s: Store, e: StoreEvent, message: StoreMessage): void => {
  for (const pid of peersOf(s)) e.io.sendTo(pid, message);
};

/** A request that its client waits for. */
export interface Open {
  readonly key: number;
  readonly op: CapOpKind;
  readonly value: number | null;
  readonly patient: boolean;
  readonly due: Micros;
  /** It waits until it is tried again. */
  readonly resting: boolean;
}

export class StoreClient {
  readonly config: CapConfig;
  readonly pid: Pid;
  readonly server: Pid;
  readonly open: readonly Open[] = [];
  readonly nextKey: number = 1;

  constructor(config: CapConfig, pid: Pid, server: Pid) {
    this.config = config;
    this.pid = pid;
    this.server = server;
  }
}

export const editClient = (s: StoreClient): Draft<StoreClient> =>
  Object.assign(Object.create(StoreClient.prototype) as Draft<StoreClient>, s);

export type StoreMember = Store | StoreClient;
