/** What is done to one connection: sent through it, counted, closed [NIOServerCnxn]. */
import type { Edit } from '../../kernel/edit.ts';
import type { Micros } from '../../view/time.ts';
import type { SessionId } from '../records/values.ts';
import { nextBoundary } from '../sessions/tracker.ts';
import { dropConnection } from '../watches/watches.ts';
import type { ZooKeeperMessage } from '../messages.ts';
import type { ServerEvent } from './events.ts';
import type { QuorumMessage } from '../quorum/messages.ts';
import type { Cnxn, Server } from './server.ts';
import { cnxnIn, cnxnOf, elapsed } from './server.ts';
import { counting } from './stats.ts';

/** Without a session it is closed after this, ms [nio.sessionlessCnxnTimeout]. */
export const SESSIONLESS_TIMEOUT = 10_000;

/** When a connection that was heard of now is closed for silence [cnxnExpiryQueue], ms. */
export const silentAfter = (s: Server, timeout: number, now: Micros): number =>
  nextBoundary(elapsed(s, now) + (timeout || SESSIONLESS_TIMEOUT), SESSIONLESS_TIMEOUT);

/** Forgets a connection, and the watches that were set through it. */
export function forget(next: Edit<Server>, id: number): void {
  next.connections = next.connections.filter((cnxn) => cnxn.id !== id);
  next.watches = dropConnection(next.watches, id);
}

/** Ends a connection from this side. */
export function hangUp(next: Edit<Server>, e: ServerEvent, id: number): void {
  if (cnxnOf(next, id) === undefined) return;
  forget(next, id);
  e.io.close(id);
}

/** Ends the connections of a session, except one. */
export function hangUpSession(
  next: Edit<Server>,
  e: ServerEvent,
  session: SessionId,
  except = 0,
): void {
  for (const { id } of next.connections.filter((each) => each.session === session)) {
    if (id !== except) hangUp(next, e, id);
  }
}

/** Puts a message on its way and counts it. */
export function send(
  next: Edit<Server>,
  e: ServerEvent,
  connection: number,
  message: ZooKeeperMessage,
): void {
  if (noteSent(next, connection)) e.io.send(connection, message);
}

/** On a connection to another member: nothing counts it. */
export const transmit = ({ io }: ServerEvent, connection: number, message: QuorumMessage): void =>
  io.send(connection, message);

/** @returns whether there is such a connection */
export function noteSent(next: Edit<Server>, connection: number): boolean {
  const cnxn = cnxnOf(next, connection);
  if (cnxn === undefined) return false;
  next.stats = counting(next.stats, 'sent');
  cnxnIn(next, cnxn).sent++;
  return true;
}

/** Something was read from a connection [touchCnxn, packetReceived]. */
export function noteReceived(next: Edit<Server>, cnxn: Cnxn, now: Micros): void {
  next.stats = counting(next.stats, 'received');
  const of = cnxnIn(next, cnxnOf(next, cnxn.id) ?? cnxn);
  of.received = cnxn.received + 1;
  of.expires = silentAfter(next, cnxn.timeout, now);
}
