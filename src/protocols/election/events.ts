/** What the machine's guards and actions are given. */
import type { KernelEvent } from '../../kernel/model.ts';
import type {
  Ack,
  AckEpoch,
  LeaderInfo,
  LearnerInfo,
  NewLeader,
  Notification,
} from './messages.ts';

/** The message is what the type says: the kernel gives an event the type of its message. */
export type PeerEvent = KernelEvent;

export const notificationOf = (e: PeerEvent): Notification => e.message as Notification;
export const infoOf = (e: PeerEvent): LearnerInfo => e.message as LearnerInfo;
export const leaderInfoOf = (e: PeerEvent): LeaderInfo => e.message as LeaderInfo;
export const ackEpochOf = (e: PeerEvent): AckEpoch => e.message as AckEpoch;
export const newLeaderOf = (e: PeerEvent): NewLeader => e.message as NewLeader;
export const ackOf = (e: PeerEvent): Ack => e.message as Ack;

/** What comes back from the disk: which role of this server asked for it. */
export interface Written {
  readonly term: number;
}

export const writtenOf = (e: PeerEvent): Written => e.data as Written;
