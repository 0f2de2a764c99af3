/** What a client's program has asked processes outside ZooKeeper, and has no answer to yet. */
import { answerOf } from '../protocols/outside/messages.ts';
import type { OutsideRequest } from '../protocols/outside/messages.ts';
import type { Edit } from '../kernel/edit.ts';
import type { Asks } from './asks.ts';
import type { Client } from './client.ts';
import type { ClientEvent } from './events.ts';
import type { ProgramInput } from './program.ts';

const nothing: Asks = { lines: [], questions: [] };

export const asksOf = (s: Client): Asks => s.asks ?? nothing;

/** Is woken when the first of its questions has waited long enough. */
function aimTimer({ questions }: Asks, e: ClientEvent): void {
  const due = Math.min(...questions.map((each) => each.due));
  if (Number.isFinite(due)) e.io.setTimer('ASK_TIMEOUT', Math.max(0, due - e.io.now));
  else e.io.clearTimer('ASK_TIMEOUT');
}

export function withAsks(s: Edit<Client>, e: ClientEvent, change: Partial<Asks>): void {
  const asks = { ...asksOf(s), ...change };
  if (change.questions !== undefined) aimTimer(asks, e);
  s.asks = asks;
}

/** @returns what the program hears at once: nobody has this name */
export function question(
  s: Edit<Client>,
  e: ClientEvent,
  call: number,
  asked: { readonly to: string; readonly request: OutsideRequest; readonly timeoutMs: number },
): ProgramInput[] {
  const to = s.config.reaches?.get(asked.to);
  const { request, timeoutMs } = asked;
  if (to === undefined || to === s.pid)
    return [{ kind: 'reply', call, reply: answerOf(null, 'Refused') }];
  const due = e.io.now + Math.round(timeoutMs * 1000);
  const { questions } = asksOf(s);
  withAsks(s, e, { questions: [...questions, { call, to, request, due, sent: false }] });
  return [];
}
