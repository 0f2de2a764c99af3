/** A client goes on with a session at a learner, which asks its leader for it [Learner.validateSession, revalidate]. */
import type { Edit } from '../../kernel/edit.ts';
import type { ServerEvent } from '../server/events.ts';
import { refuseSession, welcome } from '../server/intake.ts';
import { cnxnOf } from '../server/server.ts';
import type { Server } from '../server/server.ts';
import { explainRevalidated } from '../server/telling.ts';
import type { Revalidate } from './messages.ts';
import { learnerIn, learnerOf } from './place.ts';

/** The leader says whether it is there. */
export function takeRevalidation(next: Edit<Server>, e: ServerEvent): void {
  const { session, valid } = e.message as Revalidate;
  const { revalidating } = learnerOf(next);
  const connection = revalidating.get(session);
  if (connection === undefined) return;
  const rest = new Map(revalidating);
  rest.delete(session);
  learnerIn(next).revalidating = rest;
  const cnxn = cnxnOf(next, connection);
  if (cnxn === undefined) return;
  explainRevalidated(e, cnxn, valid === true);
  if (valid === true) {
    welcome(next, e, connection);
    return;
  }
  refuseSession(next, e, connection);
}
