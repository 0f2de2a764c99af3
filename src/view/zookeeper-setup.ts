import type { AnswersSetup, OutsideSetup } from './outside.ts';
import type { StatField } from './stat-field.ts';
import type { Pid } from './time.ts';

/** Servers and clients in a world where there are others to talk to, too. */
export interface WorldSetup extends Omit<ZooKeeperSetup, 'clients'> {
  readonly clients: readonly WorldClientSetup[];
  /** Processes outside ZooKeeper that the clients' programs ask, by their names. */
  readonly outside?: readonly OutsideSetup[];
}

export interface WorldClientSetup extends ZooKeeperClientSetup {
  /** It answers calls itself, by its name; default: it does not. */
  readonly answers?: AnswersSetup;
}

/** What ZooKeeper adds to what every protocol has. */
export interface ZooKeeperParts {
  readonly setup: ZooKeeperSetup;
  readonly condition: ZooKeeperCondition;
  /** Of a server; of a node see `VeiledNode`. */
  readonly veiled: 'zxid' | 'log';
}

/** ZooKeeper servers, standalone or one ensemble, and their clients. */
export interface ZooKeeperSetup {
  /** One of them in a scenario file, unless they are an ensemble; several have a machine and a tree each. */
  readonly servers: readonly ZooKeeperServerSetup[];
  /** The servers are the members of one ensemble; missing: each stands alone. */
  readonly ensemble?: ZooKeeperEnsembleSetup;
  readonly clients: readonly ZooKeeperClientSetup[];
  /** What every server's `zoo.cfg` says. */
  readonly cfg?: ZooCfg;
  /** Nodes that are there at the beginning, as a snapshot of an earlier life; parents first. */
  readonly tree?: readonly ZooKeeperNodeSetup[];
  /** The wall clock at the beginning, ms since 1970; default 2026-11-21, 02:44 UTC. */
  readonly clockMs?: number;
  /** How long a stage of the request pipeline works at one request; default 0.1. */
  readonly stageMs?: number;
  /** Names of the invariants that stop the run; all of them when missing. */
  readonly watch?: readonly string[];
  /** Names of rules that are switched off (mutants). */
  readonly broken?: readonly string[];
}

/** What the `zoo.cfg` of an ensemble's members says besides. */
export interface ZooKeeperEnsembleSetup {
  /** Ticks that a learner may take to join its leader; default 10. */
  readonly initLimit?: number;
  /** Ticks that a learner and its leader may be silent; default 5. */
  readonly syncLimit?: number;
  /** ms that a server which has a quorum of votes waits for a better one; default 200. */
  readonly finalizeWaitMs?: number;
  /** Whether a leader takes clients; default yes. */
  readonly leaderServes?: boolean;
  /** Whether each member gives its clients sessions of its own, without transactions; default no. */
  readonly localSessionsEnabled?: boolean;
  /** Whether one of these that is to own an ephemeral node is made known to all first; default no. */
  readonly localSessionsUpgradingEnabled?: boolean;
  /**
   * Whether the servers run with `-Dreadonlymode.enabled=true`: one that has no leader serves the reads of
   * clients that accept this. Sessions for it need `localSessionsEnabled`. Default no.
   */
  readonly readOnlyMode?: boolean;
  /** Groups of voters (`group.N`); default: a majority of the voters decides. */
  readonly groups?: readonly (readonly Pid[])[];
  /** By sid (`weight.N`): what a voter counts in its group; default 1. */
  readonly weights?: Readonly<Record<string, number>>;
}

export interface ZooKeeperServerSetup {
  readonly sid: Pid;
  /** In an ensemble: it follows without a vote. */
  readonly observer?: boolean;
  /** In an ensemble: the servers that its own file lists, itself among them; default: all. */
  readonly lists?: readonly Pid[];
  /** When it starts, ms after the beginning; default 0; null: not by itself. */
  readonly startMs?: number | null;
}

export interface ZooKeeperClientSetup {
  /** From 101 on. */
  readonly id: Pid;
  /** Default: α, β, γ, … */
  readonly name?: string;
  /** Session timeout as wished; default 30 000, as zkCli has it. */
  readonly timeoutMs?: number;
  /**
   * What runs in it: `zkcli`; `zkcli-wait`, which begins when it is connected; `subscriber`, whose lines are paths that it follows; or `api`, whose
   * lines are calls as JSON. Default `zkcli`.
   */
  readonly program?: string;
  /** The servers that its connect string names; default: all, as the set-up lists them. */
  readonly servers?: readonly Pid[];
  /**
   * Whether it tries them in that order. Default no: a client shuffles its list, once for each handle,
   * so that many clients spread over the servers.
   */
  readonly inOrder?: boolean;
  /** Whether it takes a server that reads only, too, as `zkCli -r` does; default no. */
  readonly readOnly?: boolean;
  /** Where its connections come from; default 127.0.0.1. */
  readonly address?: string;
  /** Whether it connects by itself when it starts; default yes. */
  readonly connects?: boolean;
  /** What is typed into it as soon as it has a session for the first time. */
  readonly lines?: readonly string[];
  /** When it starts, ms after the beginning; default 100; null: not by itself. */
  readonly startMs?: number | null;
  /** Kept for later: not shown, and not started, until somebody opens it. */
  readonly spare?: boolean;
}

export interface ZooKeeperNodeSetup {
  readonly path: string;
  /** Text; null or missing: no data. */
  readonly data?: string | null;
  readonly mode?: 'persistent' | 'container';
}

/** The keys of `zoo.cfg` that a standalone server obeys, in the file's own units. */
export interface ZooCfg {
  /** ms */
  readonly tickTime?: number;
  readonly minSessionTimeout?: number;
  readonly maxSessionTimeout?: number;
  readonly maxClientCnxns?: number;
  readonly maxCnxns?: number;
  readonly snapCount?: number;
  readonly globalOutstandingLimit?: number;
  readonly 'jute.maxbuffer'?: number;
  readonly skipACL?: boolean;
  readonly enforceQuota?: boolean;
  readonly extendedTypesEnabled?: boolean;
  readonly forceSync?: boolean;
  readonly flushDelay?: number;
  readonly maxBatchSize?: number;
  readonly 'znode.container.checkIntervalMs'?: number;
  readonly 'znode.container.maxPerMinute'?: number;
  readonly 'znode.container.maxNeverUsedIntervalMs'?: number;
  readonly 'autopurge.snapRetainCount'?: number;
  /** Hours. */
  readonly 'autopurge.purgeInterval'?: number;
  /** `super:base64(sha1("super:password"))` */
  readonly 'DigestAuthenticationProvider.superDigest'?: string;
  readonly '4lw.commands.whitelist'?: string;
  readonly clientPort?: number;
  readonly dataDir?: string;
  readonly dataLogDir?: string;
  readonly commitLogCount?: number;
  readonly snapshotSizeFactor?: number;
  /** KiB */
  readonly preAllocSize?: number;
  /** ms */
  readonly 'fsync.warningthresholdms'?: number;
  readonly 'fastleader.minNotificationInterval'?: number;
  readonly 'fastleader.maxNotificationInterval'?: number;
  readonly cnxTimeout?: number;
}

/** What can be asked of ZooKeeper alone. */
export type ZooKeeperCondition =
  /**
   * The node is in the tree, or not. This and what else is asked of a tree holds of the
   * named server, or else of every one that runs (when none does: of what each one's disk would give).
   */
  | { readonly node: { readonly path: string; readonly exists: boolean; readonly server?: Pid } }
  /** The node's data is this text (null: no data). */
  | {
      readonly nodeData: {
        readonly path: string;
        readonly is: string | null;
        readonly server?: Pid;
      };
    }
  /** A field of the node's stat, numbers as numbers, zxids as `0·7`. */
  | {
      readonly stat: {
        readonly path: string;
        readonly field: StatField;
        readonly is: number | string;
        readonly server?: Pid;
      };
    }
  /**
   * The session that this client has, or had last, is alive at a server (this one), or over; alive with
   * this negotiated timeout. Neither is so of one that never had any, nor while no server runs.
   */
  | {
      readonly session: {
        readonly pid: Pid;
        readonly is: 'alive' | 'over';
        readonly timeoutMs?: number;
        readonly server?: Pid;
      };
    }
  /** What the client's program has printed contains this text. */
  | { readonly output: { readonly pid: Pid; readonly contains: string } }
  /** The client's program has carried out every line that it was given. */
  | { readonly answered: Pid }
  /** These lines, and no others, stand on the client's standard output. */
  | { readonly printed: { readonly pid: Pid; readonly lines: readonly string[] } }
  /** Watchers of the client have been called so many times or more. */
  | { readonly watchesFired: { readonly pid: Pid; readonly atLeast: number } }
  /** The transaction with this zxid stands in the log on the server's disk. */
  | { readonly logged: { readonly pid: Pid; readonly zxid: string } }
  /** Just so many messages of this kind (`PROPOSAL`, `ACK`, …) are under way between the two. */
  | {
      readonly underWay: {
        readonly from: Pid;
        readonly to: Pid;
        readonly kind: string;
        readonly count: number;
      };
    }
  /**
   * A request with this op stands before this stage of the pipeline (`commit`: it waits for its commit,
   * or for one before it), of any server or of this one; without an op, one that a program asked: no
   * ping, nothing that a client's library or the server does by itself.
   */
  | {
      readonly atStage: {
        readonly stage: 'prep' | 'sync' | 'flush' | 'commit' | 'final';
        readonly op?: string;
        readonly server?: Pid;
      };
    };
