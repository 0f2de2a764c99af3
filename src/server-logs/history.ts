/** All servers' sequences as one history: an event is a position of it. */
import type { Fact, StepMessage, StepRecord } from '../view/fact.ts';
import { LIMITS } from '../view/limits.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Told } from './sequence.ts';

/** One event of the history, with the line that tells it. */
export interface Event {
  readonly record: StepRecord;
  readonly told: Told;
}

export interface History {
  readonly events: readonly Event[];
  /** What the first event's clock showed, ms since 1970. */
  readonly begins: number | null;
  /** Some events are beyond what may be told. */
  readonly cut: boolean;
}

/**
 * In the order of the servers' clocks. They may differ: nothing is moved for that, and what cannot have
 * been so is told by `causality.ts`. Where two clocks show the same, who only hears comes after.
 */
export function history(of: ReadonlyMap<Pid, readonly Told[]>): History {
  const heads = [...of.values()].map((list) => ({ list, at: 0 }));
  const events: Event[] = [];
  const casts = new Map<string, number>();
  let begins: number | null = null;
  for (;;) {
    let next: (typeof heads)[number] | null = null;
    for (const head of heads) {
      const told = head.list[head.at];
      if (told === undefined) continue;
      const least = next?.list[next.at];
      if (least === undefined || comesBefore(told, least)) next = head;
    }
    const told = next?.list[next.at];
    if (next === null || told === undefined) break;
    next.at++;
    if (told.rule === 'log-ends' && !isFallenSilent(told, heads)) continue;
    if (events.length === LIMITS.logEvents) return { events, begins, cut: true };
    begins ??= told.time;
    const step = events.length;
    const time = Math.round((told.time - begins) * 1000);
    if (told.rule === 'voted') casts.set(voteKey(told.server, told), step);
    events.push({ told, record: recordOf(told, step, time, casts, events) });
  }
  return { events, begins, cut: false };
}

/** Logs of one ensemble are seldom copied at the same moment: so much one may end before the others, ms. */
const COPIED = 10_000;

/**
 * Whether a log ends before the ensemble's history does. A server says nothing while nothing happens:
 * what was last told of it holds on, unless others tell that something happened, or go on for long.
 */
const isFallenSilent = (
  { server, time }: Told,
  rest: readonly { readonly list: readonly Told[]; readonly at: number }[],
): boolean =>
  rest.some(({ list, at }) =>
    list
      .slice(at)
      .some(
        ({ rule, data, time: later }) =>
          later > time + COPIED ||
          rule === 'looking' ||
          rule === 'leader-established' ||
          (rule === 'connection-broken' && data['peer'] === server) ||
          (rule === 'learner-left' && data['learner'] === server),
      ),
  );

const comesBefore = (a: Told, b: Told): boolean =>
  a.time !== b.time ? a.time < b.time : a.rule !== 'heard' && b.rule === 'heard';

/** A vote by all that a notification says of it. */
export const voteKey = (of: Pid, { data }: Pick<Told, 'data'>): string =>
  [of, data['leader'], data['zxid'], data['round'], data['epoch'], data['state']].join(' ');

/** The label of a notification, as a simulated one has it: `2·7 → S2`. */
const labelOf = ({ data }: Told): string =>
  data['leader'] === -1 ? '–' : `${data['zxid'] ?? '?'} → S${data['leader']}`;

function messageOf(
  told: Told,
  step: number,
  time: Micros,
  casts: ReadonlyMap<string, number>,
  events: readonly Event[],
): StepMessage | null {
  const { from, leader } = told.data;
  if (told.rule !== 'heard' || typeof from !== 'number') return null;
  const cast = casts.get(voteKey(from, told));
  return {
    id: step,
    from,
    to: told.server,
    kind: 'notification',
    label: labelOf(told),
    claim: typeof leader === 'number' && leader >= 0 ? leader : null,
    sentStep: cast ?? step,
    sentAt: cast === undefined ? time : (events[cast]?.record.time ?? time),
    sentKnown: cast === undefined ? 'not' : 'cast',
  };
}

function recordOf(
  told: Told,
  step: number,
  time: Micros,
  casts: ReadonlyMap<string, number>,
  events: readonly Event[],
): StepRecord {
  const message = messageOf(told, step, time, casts, events);
  const { server, rule, data, line, fileName, routine } = told;
  const fact: Fact = {
    step,
    time,
    pid: server,
    rule,
    cause: message !== null && message.sentStep !== step ? message.sentStep : null,
    data: { ...data, line, file: fileName },
  };
  return {
    step,
    time,
    kind: rule === 'heard' ? 'deliver' : rule === 'started' ? 'start' : 'told',
    pid: server,
    routine,
    message,
    sent: [],
    facts: [fact],
  };
}
