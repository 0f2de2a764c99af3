import type { Server as Peer } from '../protocols/election/server.ts';

/** What a completed write tells its process: roles are numbered only to tell their writes apart. */
export function toldOf(data: unknown, peer: Peer | null): unknown {
  const isOfRole = typeof data === 'object' && data !== null && 'term' in data;
  return peer !== null && isOfRole ? { ...data, term: data.term === peer.term } : data;
}
