/** A member's disk, and what is told when it is written. */
import type { Written } from '../../protocols/election/events.ts';
import type { ServerEvent } from '../server/events.ts';
import type { Server } from '../server/server.ts';
import { peerOf } from './place.ts';

/** Then comes the event `type`, for the role that the server has now. */
export const writeDisk = (s: Server, e: ServerEvent, type: string): void =>
  e.io.persist(s.disk, type, { term: peerOf(s).term } satisfies Written);
