import type { Edit } from '../../src/kernel/edit.ts';
import type { Server as Peer } from '../../src/protocols/election/server.ts';
import type { Pid } from '../../src/view/time.ts';
import type { Disk } from '../../src/zookeeper/server/disk.ts';
import type { Server } from '../../src/zookeeper/server/server.ts';

/** Where a member is in its machine: plain numbers for a switch. */
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

/** A leader's end of a learner's connection. */
export interface Handler {
  readonly key: number;
  state: number;
}

/** A running server, or one that is down (`s` is null). Changed in place. */
export interface Process {
  readonly pid: Pid;
  s: Edit<Server> | null;
  state: number;
  handlers: Handler[];
  preparing: boolean;
  /** IDLE, APPENDING or FLUSHING. */
  syncing: number;
  committing: boolean;
  finishing: boolean;
  disk: Disk;
  life: number;
  timers: Map<string, number>;
  ports: string[];
  diskFreeAt: number;
}

/** Of a process that runs. */
export const serverOf = (p: Process): Edit<Server> => p.s as Edit<Server>;
export const peerIn = (p: Process): Peer => serverOf(p).peer as Peer;

/** The epochs that the election promises stand on the server's one disk. */
export function putPeer(p: Process, peer: Peer): void {
  const s = serverOf(p);
  if (peer.disk !== s.peer?.disk) {
    const { acceptedEpoch, currentEpoch } = peer.disk;
    s.disk = { ...s.disk, acceptedEpoch, currentEpoch };
  }
  s.peer = peer;
}
