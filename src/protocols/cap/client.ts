/** A client of one server: it asks, and hears within its time what came of it, or does not. */
import { wantedBy } from './config.ts';
import { opWord, say } from './facts.ts';
import { did, editClient } from './member.ts';
import type { Open, StoreClient, StoreEvent } from './member.ts';
import type { Outcome, StoreMessage } from './messages.ts';

const MS = 1000;
/** Before a patient request is tried again. */
const REST = 1_000_000;

const textOf = (e: StoreEvent): string => {
  const { text } = (e.data ?? {}) as { readonly text?: unknown };
  return typeof text === 'string' ? text : '';
};

/** A person, or the set-up, types what it is to ask. */
export function begin(s: StoreClient, e: StoreEvent): StoreClient {
  const wanted = wantedBy(s.config, textOf(e), e.io.now);
  if (wanted === null) return s;
  const { planned, kind: op, value, patient } = wanted;
  // An answer to an earlier life of this client must find nobody.
  const key = Math.max(s.nextKey, e.io.now);
  const due = e.io.now + s.config.timeout;
  const next = editClient(s);
  next.nextKey = key + 1;
  next.open = [...s.open, { key, op, value, patient, due, resting: false }];
  did(e, { kind: 'called', key, planned, op, value });
  if (e.io.explaining) say(e, 'cap-called', { op: opWord(op), value });
  ask(s, e, key, op, value);
  aim(next, e);
  return next;
}

function ask(
  s: StoreClient,
  e: StoreEvent,
  key: number,
  op: Open['op'],
  value: number | null,
): void {
  const message: StoreMessage = { type: 'ASK', key, op, value };
  e.io.sendTo(s.server, message);
}

/** Is woken when the first of its requests has waited long enough, or rested. */
function aim({ open }: Pick<StoreClient, 'open'>, e: StoreEvent): void {
  const due = Math.min(...open.map((each) => each.due));
  if (Number.isFinite(due)) e.io.setTimer('DEADLINE', Math.max(0, due - e.io.now));
  else e.io.clearTimer('DEADLINE');
}

export function hear(s: StoreClient, e: StoreEvent): StoreClient {
  const { key, outcome } = e.message as StoreMessage & { readonly type: 'ANSWER' };
  const found = s.open.find((each) => each.key === key && !each.resting);
  return found === undefined ? s : ended(s, e, [found], () => outcome);
}

/** Times that are over: one that is patient is tried again, or rests first. */
export function wake(s: StoreClient, e: StoreEvent): StoreClient {
  const due = s.open.filter((each) => each.due <= e.io.now);
  let next = s;
  for (const each of due) if (each.resting) next = again(next, e, each);
  const over = due.filter(({ resting }) => !resting);
  const nothing = { error: 'Timeout', unsure: true, value: null };
  next = ended(next, e, over, () => nothing);
  aim(next, e);
  return next;
}

function again(s: StoreClient, e: StoreEvent, open: Open): StoreClient {
  const next = editClient(s);
  const due = e.io.now + s.config.timeout;
  next.open = s.open.map((each) => (each === open ? { ...open, due, resting: false } : each));
  ask(s, e, open.key, open.op, open.value);
  return next;
}

/** Its server has died: nobody answers any more. */
export function lose(s: StoreClient, e: StoreEvent): StoreClient {
  if (e.from !== s.server) return s;
  const lost = { error: 'ConnectionLoss', unsure: true, value: null };
  return ended(
    s,
    e,
    s.open.filter(({ resting }) => !resting),
    () => lost,
  );
}

function ended(
  s: StoreClient,
  e: StoreEvent,
  which: readonly Open[],
  outcomeOf: (open: Open) => Outcome,
): StoreClient {
  if (which.length === 0) return s;
  const next = editClient(s);
  for (const open of which) {
    const outcome = outcomeOf(open);
    const tries = open.patient && outcome.error !== '';
    if (tries) tried(e, open, outcome.error);
    else returned(s, e, open, outcome);
    const rest: Open = { ...open, resting: true, due: e.io.now + REST };
    next.open = next.open.flatMap((each) => (each !== open ? [each] : tries ? [rest] : []));
  }
  aim(next, e);
  return next;
}

function tried(e: StoreEvent, { key, op }: Open, error: string): void {
  did(e, { kind: 'tried', key, error });
  if (e.io.explaining) say(e, 'cap-tried', { op: opWord(op), error });
}

function returned(s: StoreClient, e: StoreEvent, open: Open, outcome: Outcome): void {
  const { key, op } = open;
  const { error, unsure, value } = outcome;
  const isDone = error === '';
  const isLate = error === 'Timeout';
  // A read that came to nothing has changed nothing.
  const isError = !unsure || (!isLate && op !== 'write');
  const bad = isLate ? 'timeout' : isError ? 'error' : 'unknown';
  const kind = isDone ? 'ok' : bad;
  did(e, { kind: 'returned', key, outcome: kind, error, value, readOnly: false });
  if (!e.io.explaining) return;
  explainReturned(s, e, open, kind, outcome);
}

function explainReturned(
  s: StoreClient,
  e: StoreEvent,
  open: Open,
  kind: 'ok' | 'timeout' | 'error' | 'unknown',
  { error, value }: Outcome,
): void {
  const op = opWord(open.op);
  if (kind === 'ok') say(e, 'cap-answered', { op, value: value ?? open.value, readOnly: false });
  else if (kind === 'timeout') say(e, 'cap-timed-out', { op, waitedMs: s.config.timeout / MS });
  else say(e, kind === 'error' ? 'cap-failed' : 'cap-unknown', { op, error });
}
