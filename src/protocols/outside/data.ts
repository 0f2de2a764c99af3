/** What processes outside ZooKeeper know, by their kind. */
import type { RedisKey, StorageWrite, TableRow } from '../../view/outside.ts';

export interface Storage {
  readonly kind: 'storage';
  readonly fencing: boolean;
  readonly value: string | null;
  readonly greatest: number | null;
  /** For the page: the newest attempts, oldest first, and how many were refused. */
  readonly writes: readonly StorageWrite[];
  readonly refused: number;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
  /** For the page. */
  readonly statements: number;
  readonly vain: number;
}

export interface Redis {
  readonly kind: 'redis';
  readonly role: 'master' | 'replica';
  readonly keys: readonly RedisKey[];
  /** A master's: the connections of its replicas. */
  readonly replicas: readonly number[];
  /** A replica's: its connection to its master (0: none), and whether it has lost that one. */
  readonly master: number;
  readonly alone: boolean;
  /** For the page: commands, and `SET … NX` among them that found the key there. */
  readonly commands: number;
  readonly vain: number;
}

export type OutsideData = Storage | Table | Redis;
