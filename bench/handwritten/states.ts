import type { Disk } from '../../src/protocols/election/disk.ts';
import type { Server } from '../../src/protocols/election/server.ts';
import type { Pid } from '../../src/view/time.ts';

/** Where a peer is in its machine: plain numbers for a switch. */
export const STARTING = 0;
export const ELECTING = 1;
export const FINALIZING = 2;
export const CONNECTING = 3;
export const LEARNER_DISCOVERY = 4;
export const LEARNER_SYNCHRONIZATION = 5;
export const LEARNER_BROADCAST = 6;
export const COLLECTING = 7;
export const PROPOSING = 8;
export const ACKNOWLEDGING = 9;
export const LEADER_SYNCHRONIZATION = 10;
export const LEADER_BROADCAST = 11;

/** A running server, or one that is down (`s` is null). Changed in place. */
export interface Peer {
  pid: Pid;
  s: Server | null;
  state: number;
  disk: Disk;
  life: number;
  timers: Map<string, number>;
  ports: string[];
  diskFreeAt: number;
}
