import type { Zxid } from '../../view/zxid.ts';
import type { Acl } from './acl.ts';
import type { Bytes } from './values.ts';

/** [CreateMode]; its flag on the wire is the index in this order. */
export const CREATE_MODES = [
  'PERSISTENT',
  'EPHEMERAL',
  'PERSISTENT_SEQUENTIAL',
  'EPHEMERAL_SEQUENTIAL',
  'CONTAINER',
  'PERSISTENT_WITH_TTL',
  'PERSISTENT_SEQUENTIAL_WITH_TTL',
] as const;
export type CreateMode = (typeof CREATE_MODES)[number];

export interface CreateRequest {
  readonly op: 'create';
  readonly path: string;
  readonly data: Bytes | null;
  readonly acl: readonly Acl[] | null;
  readonly mode: CreateMode;
  /** ms; for the TTL modes only. */
  readonly ttl?: number;
  /** The reply shall hold the Stat (create2); containers and TTL nodes get it anyway. */
  readonly withStat?: boolean;
}
export interface DeleteRequest {
  readonly op: 'delete';
  readonly path: string;
  /** −1 asks for no version in particular. So with every `version` here. */
  readonly version: number;
}
export interface SetDataRequest {
  readonly op: 'setData';
  readonly path: string;
  readonly data: Bytes | null;
  readonly version: number;
}
export interface CheckRequest {
  readonly op: 'check';
  readonly path: string;
  readonly version: number;
}

/** What a multi may hold. */
export type MultiOp = CreateRequest | DeleteRequest | SetDataRequest | CheckRequest;

export type WatcherType = 'Children' | 'Data' | 'Any';
export type AddWatchMode = 'PERSISTENT' | 'PERSISTENT_RECURSIVE';

/** What a client asks of a server, except for connecting [ZooDefs.OpCode]. */
export type ClientRequest =
  | MultiOp
  | {
      readonly op: 'setACL';
      readonly path: string;
      readonly acl: readonly Acl[] | null;
      readonly version: number;
    }
  | { readonly op: 'multi'; readonly ops: readonly MultiOp[] }
  | {
      readonly op: 'multiRead';
      readonly ops: readonly { readonly op: 'getData' | 'getChildren'; readonly path: string }[];
    }
  | {
      readonly op: 'exists' | 'getData' | 'getChildren' | 'getChildren2';
      readonly path: string;
      readonly watch: boolean;
    }
  | {
      readonly op: 'getACL' | 'sync' | 'getEphemerals' | 'getAllChildrenNumber';
      readonly path: string;
    }
  | { readonly op: 'addWatch'; readonly path: string; readonly mode: AddWatchMode }
  | {
      readonly op: 'checkWatches' | 'removeWatches';
      readonly path: string;
      readonly type: WatcherType;
    }
  | {
      /** After a reconnect, before any user request [DataTree.setWatches]. */
      readonly op: 'setWatches';
      readonly relativeZxid: Zxid;
      readonly data: readonly string[];
      readonly exist: readonly string[];
      readonly child: readonly string[];
      readonly persistent: readonly string[];
      readonly persistentRecursive: readonly string[];
    }
  | { readonly op: 'auth'; readonly scheme: string; readonly auth: Bytes | null }
  | {
      readonly op: 'reconfig';
      readonly joining: string | null;
      readonly leaving: string | null;
      readonly members: string | null;
      readonly version: number;
    }
  | { readonly op: 'whoAmI' | 'ping' }
  | { readonly op: 'closeSession' };

/** Requests that the server makes itself. */
export type OwnRequest =
  | { readonly op: 'createSession'; readonly timeout: number }
  | { readonly op: 'deleteContainer'; readonly path: string };

export type Request = ClientRequest | OwnRequest;
