/** What a program may ask of its ZooKeeper handle, and what it hears back [org.apache.zookeeper.ZooKeeper]. */
import type { Zxid } from '../view/zxid.ts';
import type { OutsideRequest } from '../protocols/outside/messages.ts';
import type { Code } from '../zookeeper/records/codes.ts';
import type { NodeEventType, ReplyBody } from '../zookeeper/records/replies.ts';
import type { ClientRequest, WatcherType } from '../zookeeper/records/requests.ts';
import type { Bytes } from '../zookeeper/records/values.ts';

/** The requests that a person's program makes; the others belong to the connection itself. */
export type UserRequest = Exclude<
  ClientRequest,
  {
    readonly op: 'auth' | 'setWatches' | 'closeSession' | 'ping' | 'checkWatches' | 'removeWatches';
  }
>;

/** The default watcher of a handle; others are named by their program. */
export const DEFAULT_WATCHER = 'default';

export type Call =
  | {
      readonly kind: 'request';
      readonly request: UserRequest;
      /** Who hears of changes, for requests that watch. Default: {@link DEFAULT_WATCHER}. */
      readonly watcher?: string;
    }
  /** Adds an identity to this handle for good; has no result [ClientCnxn.addAuthInfo]. */
  | { readonly kind: 'addAuth'; readonly scheme: string; readonly auth: Bytes | null }
  /** Removes one watcher, or all of them; `local`: even without a server [ZooKeeper.removeWatches]. */
  | {
      readonly kind: 'removeWatches';
      readonly path: string;
      readonly type: WatcherType;
      readonly watcher: string | null;
      readonly local: boolean;
    }
  /** Ends the session. Its result comes when the handle is closed. */
  | { readonly kind: 'close' }
  /**
   * Makes a new handle, once the present one is closed (or dead). Has no result. Without `servers` it
   * goes to those of its set-up.
   */
  | {
      readonly kind: 'connect';
      readonly timeoutMs?: number;
      readonly servers?: readonly Address[];
    }
  /** Asks a process outside ZooKeeper, by its name: it is answered, or it hears that it is not. */
  | {
      readonly kind: 'ask';
      readonly to: string;
      readonly request: OutsideRequest;
      readonly timeoutMs: number;
    };

/** As a connect string names a server. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What came of a call: a reply, or an error that the handle itself reports (ConnectionLoss, …). */
export interface CallResult {
  readonly err: Code;
  readonly body: ReplyBody;
  /** The zxid of the reply's header; 0·0 without a reply. */
  readonly zxid: Zxid;
}

/** [Watcher.Event.KeeperState] */
export type KeeperState =
  | 'Disconnected'
  | 'SyncConnected'
  | 'ConnectedReadOnly'
  | 'AuthFailed'
  | 'Closed'
  | 'Expired';

export type WatchRemoved = 'DataWatchRemoved' | 'ChildWatchRemoved' | 'PersistentWatchRemoved';

/** [WatchedEvent] What a watcher is told; `None` with a null path is about the session. */
export interface WatchedEvent {
  readonly state: KeeperState;
  readonly type: 'None' | NodeEventType | WatchRemoved;
  readonly path: string | null;
}

/** [ZooKeeper.States] */
export type HandleState =
  | 'NOT_CONNECTED'
  | 'CONNECTING'
  | 'CONNECTED'
  | 'CONNECTEDREADONLY'
  | 'CLOSED'
  | 'AUTH_FAILED';
