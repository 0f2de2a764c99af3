/**
 * Where one log contradicts another: something was heard before it can have been said. The clocks of
 * the two servers differ at least by so much. This is told, and nothing is moved.
 */
import type { LogWarning } from '../view/server-logs.ts';
import type { Pid } from '../view/time.ts';
import type { Event } from './history.ts';
import { voteKey } from './history.ts';

interface Found {
  readonly ms: number;
  readonly data: LogWarning['data'];
  readonly position: number;
  readonly count: number;
}

export function contradictions(events: readonly Event[]): readonly LogWarning[] {
  return [
    ...toldOf('heard-too-early', heardTooEarly(events)),
    ...toldOf('joined-too-early', joinedTooEarly(events)),
  ];
}

const toldOf = (code: LogWarning['code'], found: ReadonlyMap<string, Found>): LogWarning[] =>
  [...found.values()].map(({ ms, data, position, count }) => ({
    code,
    data: { ...data, ms, count },
    position,
  }));

/** Of two servers the largest difference. */
function note(all: Map<string, Found>, key: string, found: Omit<Found, 'count'>): void {
  const known = all.get(key);
  const count = (known?.count ?? 0) + 1;
  all.set(key, { ...(known !== undefined && known.ms >= found.ms ? known : found), count });
}

/** A vote that was heard before the election began in which its server cast it. */
function heardTooEarly(events: readonly Event[]): ReadonlyMap<string, Found> {
  const began = new Map<Pid, Event>();
  const first = new Map<string, Event>();
  for (const event of events) {
    const { rule, server } = event.told;
    if (rule === 'candidate') began.set(server, event);
    const begin = began.get(server);
    const key = rule === 'voted' ? voteKey(server, event.told) : null;
    if (key !== null && begin !== undefined && !first.has(key)) first.set(key, begin);
  }
  const found = new Map<string, Found>();
  for (const { told, record } of events) {
    const { from } = told.data;
    if (told.rule !== 'heard' || typeof from !== 'number') continue;
    const begin = first.get(voteKey(from, told));
    const ms = begin === undefined ? 0 : begin.told.time - told.time;
    if (begin === undefined || ms <= 0) continue;
    note(found, `${told.server} ${from}`, {
      ms,
      position: record.step + 1,
      data: { server: told.server, line: told.line, other: from, otherLine: begin.told.line },
    });
  }
  return found;
}

/** A learner that came to its leader before its own log says that it follows. */
function joinedTooEarly(events: readonly Event[]): ReadonlyMap<string, Found> {
  const state = new Map<Pid, string>();
  /** Learners that came while their own logs say that they still look for a leader. */
  const early = new Map<Pid, Event>();
  const found = new Map<string, Found>();
  for (const event of events) {
    const { rule, server, data } = event.told;
    if (rule === 'looking' || rule === 'leading') state.set(server, rule);
    if (rule === 'silent' || rule === 'log-ends') state.delete(server);
    if (rule === 'following' || rule === 'observing') {
      state.set(server, rule);
      const came = early.get(server);
      early.delete(server);
      if (came !== undefined) {
        note(found, `${came.told.server} ${server}`, {
          ms: event.told.time - came.told.time,
          position: came.record.step + 1,
          data: {
            server: came.told.server,
            line: came.told.line,
            other: server,
            otherLine: event.told.line,
          },
        });
      }
    }
    const { from } = data;
    if (rule === 'learner-came' && typeof from === 'number' && state.get(from) === 'looking') {
      early.set(from, event);
    }
  }
  return found;
}
