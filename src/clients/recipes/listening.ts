/** How a program of steps waits: it hears of its session and of whoever looks on, whatever it waits for. */
import type { KeeperState } from '../calls.ts';
import { clock, firstOf } from '../steps.ts';
import type { Heard, Steps, Wait } from '../steps.ts';
import { placeOf } from './compile.ts';
import type { Compiled } from './compile.ts';
import type { Mind } from './mind.ts';
import { ProgramFault } from './values.ts';

/** It goes on elsewhere than it would have. */
export interface Jump {
  readonly kind: 'jump';
  readonly place: number;
}

const STATES: Readonly<Record<KeeperState, Mind['session']>> = {
  SyncConnected: 'connected',
  // It reads, and what it writes is refused: as good as no server to a recipe.
  ConnectedReadOnly: 'lost',
  Disconnected: 'lost',
  AuthFailed: 'expired',
  Closed: 'expired',
  Expired: 'expired',
};

const THINK = /^think (\d{1,9})$/u;

/** Lines that are no `go` change how fast it thinks, or nothing. */
function obey(me: Mind, text: string): void {
  const ms = THINK.exec(text.trim())?.[1];
  if (ms !== undefined) me.thinkMs = Number(ms);
}

/** Where news of the session send it; null: nowhere. */
function jumpOf(me: Mind, program: Compiled): Jump | null {
  const { Disconnected, Expired } = me.handlers;
  const label = { new: undefined, connected: undefined, lost: Disconnected, expired: Expired }[
    me.session
  ];
  return label === undefined ? null : { kind: 'jump', place: placeOf(program, label) };
}

interface Waiting {
  /** The time that ends it, ms; null: none. */
  readonly ms: number | null;
  /** Whether it is busy meanwhile. */
  readonly work?: boolean;
  /** Whether the connection's return ends it, and a word of somebody who looks on. */
  readonly session?: boolean;
  readonly go?: boolean;
  /** Events that pass by. */
  readonly passes?: (heard: Heard) => boolean;
}

/**
 * Waits for the first of these; what it is told of its session may send it elsewhere.
 * @throws ProgramFault when its session is over and nothing is said of that
 */
export function* listen(
  me: Mind,
  program: Compiled,
  waits: readonly Wait[],
  { ms, work = false, session = false, go = false, passes }: Waiting,
): Steps<Heard | Jump> {
  const from = ms === null ? 0 : yield* clock();
  for (let left = ms; ;) {
    const time: Wait[] =
      left === null ? [] : [{ kind: work ? 'work' : 'time', lasts: Math.round(left * 1000) }];
    const heard = yield* firstOf(...waits, { kind: 'session' }, { kind: 'line' }, ...time);
    if (heard.kind === 'session') {
      me.session = STATES[heard.state];
      const jump = jumpOf(me, program);
      if (jump !== null) return jump;
      if (me.session === 'expired') throw new ProgramFault('SessionExpired');
      if (session && me.session === 'connected') return heard;
    } else if (heard.kind === 'line') {
      if (go && heard.text.trim() === 'go') return heard;
      obey(me, heard.text);
    } else if (passes?.(heard) !== true) return heard;
    if (left !== null && ms !== null) left = Math.max(0, ms - ((yield* clock()) - from));
  }
}

/** Waits for one result, whatever else it hears: a call that was made is answered, or lost. */
export function* answerTo(me: Mind, wait: Wait): Steps<Heard> {
  for (;;) {
    const heard = yield* firstOf(wait, { kind: 'session' }, { kind: 'line' });
    if (heard.kind === 'session') me.session = STATES[heard.state];
    else if (heard.kind === 'line') obey(me, heard.text);
    else return heard;
  }
}

/** Waits until a new handle has its session. */
export function* arrival(me: Mind): Steps {
  while (me.session === 'new' || me.session === 'lost') {
    const heard = yield* firstOf({ kind: 'session' }, { kind: 'line' });
    if (heard.kind === 'session') me.session = STATES[heard.state];
    else if (heard.kind === 'line') obey(me, heard.text);
  }
}
