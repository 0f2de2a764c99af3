/** A folder of four-letter words: what was done before on one side, the answers on the other. */
import type { Call } from '../../clients/calls.ts';
import { LIMITS } from '../../view/limits.ts';
import type { Pid } from '../../view/time.ts';
import { readSid } from './ensemble-config.ts';
import { BadCase } from './json.ts';
import type { Field } from './json.ts';
import { NotSimulated } from './not-simulated.ts';
import { callOf } from './recorded-ops.ts';

/** One thing that was done before the words were asked. */
export type Deed =
  /** `timeoutMs` null: the tool's own choice. */
  | { readonly kind: 'connect'; readonly client: string; readonly timeoutMs: number | null }
  | { readonly kind: 'call'; readonly client: string; readonly call: Call }
  /** The client's process is gone, and its socket with it; its session stays. */
  | { readonly kind: 'drop'; readonly client: string }
  | { readonly kind: 'sleep'; readonly ms: number };

/** A server of an ensemble. Roles with the same `place` are those of one and the same. */
export interface Member {
  readonly place: number;
  readonly sid: Pid;
  readonly servers: number;
  readonly observers: readonly Pid[];
}

/** A state that a server was in, and what was asked then. */
export interface Role {
  readonly name: string;
  /** The ensemble that it is asked in; null: its server stands alone. */
  readonly member: Member | null;
  readonly deeds: readonly Deed[];
  /** Why nothing of this is carried out: the first deed that is not simulated; null: nothing. */
  readonly refused: string | null;
  readonly words: readonly string[];
  /** Whether `zkServer.sh status` was called too. */
  readonly status: boolean;
}

/** @param has whether there is a file of this name beside the state @throws BadCase */
export function readRoles(state: Field, has: (file: string) => boolean): readonly Role[] {
  const words = state
    .at('words')
    .list()
    .map((word) => word.text());
  let newest: Omit<Member, 'sid'> | null = null;
  return state
    .at('roles')
    .entries()
    .map(([name, role], place) => ({
      name,
      member: (newest = memberOf(role, newest, place)),
      ...readDeeds(role.at('operations')),
      words: words.filter((word) => has(`${name}.${word}.txt`)),
      status: has(`${name}.zkServer-status.txt`),
    }));
}

/** It is a server of the ensemble that was named last, unless it names another; before any, of one of three. */
function memberOf(role: Field, newest: Omit<Member, 'sid'> | null, place: number): Member | null {
  const sid = role.at('sid');
  if (sid.missing) return null;
  const said = role.at('servers');
  const named = said.missing ? ensembleOf(3, 0, place) : readServers(said, place);
  const same = said.missing || (named.servers === newest?.servers && sameList(named, newest));
  const known = same && newest !== null ? newest : named;
  return { ...known, sid: readSid(sid, known.servers) };
}

const sameList = (a: Omit<Member, 'sid'>, b: Omit<Member, 'sid'>): boolean =>
  a.observers.join() === b.observers.join();

const ensembleOf = (voters: number, observers: number, place: number): Omit<Member, 'sid'> => ({
  place,
  servers: voters + observers,
  observers: Array.from({ length: observers }, (_, index) => voters + index + 1),
});

/** `3`, or `2 participants and 1 observer`. @throws BadCase */
function readServers(field: Field, place: number): Omit<Member, 'sid'> {
  if (typeof field.value === 'number') return ensembleOf(field.number(), 0, place);
  const said = /^(\d+) participants?(?: and (\d+) observers?)?$/u.exec(field.text());
  if (said === null) throw new BadCase(field.path, 'a number, or participants and observers');
  return ensembleOf(Number(said[1]), Number(said[2] ?? 0), place);
}

function readDeeds(operations: Field): Pick<Role, 'deeds' | 'refused'> {
  if (operations.missing) return { deeds: [], refused: null };
  try {
    return { deeds: operations.list().flatMap(readDeed), refused: null };
  } catch (error) {
    if (error instanceof NotSimulated) return { deeds: [], refused: error.message };
    throw error;
  }
}

/** Results stand beside what was asked; only that is taken. @throws BadCase, NotSimulated */
function readDeed(deed: Field): Deed[] {
  const [op, args] = [deed.at('op'), deed.at('args')];
  const client = deed.at('client').text();
  switch (op.text()) {
    case 'connect': {
      const timeout = args.missing ? args : args.at('timeout');
      return [{ kind: 'connect', client, timeoutMs: timeout.missing ? null : timeout.number() }];
    }
    case 'drop':
      return [{ kind: 'drop', client }];
    case 'sleep': {
      const ms = args.at('ms').number();
      if (ms > LIMITS.recordingMs)
        throw new BadCase(args.at('ms').path, `at most ${LIMITS.recordingMs} ms of sleep`);
      return [{ kind: 'sleep', ms }];
    }
    case 'state':
      // The handle tells what it knows; no server is asked.
      return [];
    default: {
      const call = callOf(op, args);
      return call === null ? [] : [{ kind: 'call', client, call }];
    }
  }
}

/** Calls of zkServer.sh, in the order in which they were made on a server of their own. */
export const VERBS = [
  { file: 'zkServer.start.txt', verb: 'start' },
  { file: 'zkServer.start-again.txt', verb: 'start' },
  { file: 'zkServer.status.txt', verb: 'status' },
  { file: 'zkServer.stop.txt', verb: 'stop' },
  { file: 'zkServer.stop-again.txt', verb: 'stop' },
  { file: 'zkServer.usage.txt', verb: '' },
  { file: 'zkServer.version.txt', verb: 'version' },
] as const;
