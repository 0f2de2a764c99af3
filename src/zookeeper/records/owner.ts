import { NO_SESSION } from './values.ts';
import type { SessionId } from './values.ts';

/** What stands in the ephemeralOwner of a container [EphemeralType.CONTAINER_EPHEMERAL_OWNER]. */
export const CONTAINER_OWNER: SessionId = '0x8000000000000000';

/** Longest time to live, in ms: it shares its eight bytes with a mark [EphemeralType.TTL]. */
export const MAX_TTL = 2 ** 40 - 1;

const TTL_MARK = /^0xff[0-9a-f]{14}$/;

/** The owner that marks a node with a time to live. */
export const ttlOwner = (ttl: number): SessionId => `0xff${ttl.toString(16).padStart(14, '0')}`;

export type OwnerKind = 'none' | 'session' | 'container' | 'ttl';

/** [EphemeralType.get, with extended types] */
export function ownerKind(owner: SessionId): OwnerKind {
  if (owner === NO_SESSION) return 'none';
  if (owner === CONTAINER_OWNER) return 'container';
  return TTL_MARK.test(owner) ? 'ttl' : 'session';
}

/** ms; 0 when the node has none. */
export const ttlOf = (owner: SessionId): number =>
  ownerKind(owner) === 'ttl' ? Number.parseInt(owner.slice(4), 16) : 0;
