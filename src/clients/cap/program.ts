/**
 * A client of the CAP experiment on a handle of ZooKeeper: what it is told to ask it asks at once, several
 * requests at a time if need be, and waits for each no longer than its time-out. When its session is over it
 * opens another one.
 */
import { wantedBy } from '../../protocols/cap/config.ts';
import type { CapConfig, Wanted } from '../../protocols/cap/config.ts';
import type { CapDeed } from '../../protocols/cap/deeds.ts';
import { opWord } from '../../protocols/cap/facts.ts';
import type { CapFacts } from '../../protocols/cap/facts.ts';
import type { CapOpKind } from '../../view/cap-setup.ts';
import type { FactValue } from '../../view/fact.ts';
import { textOf, utf8Of } from '../../zookeeper/records/utf8.ts';
import type { SessionId, WallMs } from '../../zookeeper/records/values.ts';
import { NO_SESSION } from '../../zookeeper/records/values.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import type { CallResult, KeeperState } from '../calls.ts';
import type { Program } from '../program.ts';
import { AGAIN } from '../routine.ts';
import type { Routine } from '../routine.ts';
import { routines } from '../routines.ts';
import { clock, firstOf, handleState, identity, note, submit } from '../steps.ts';
import type { Steps, Ticket } from '../steps.ts';

/** Where the register is, and below what each client's ephemeral node stands. */
export const REGISTER = '/x';
export const HERE = '/here';

const MS = 1000;

interface Open {
  readonly key: number;
  readonly op: CapOpKind;
  readonly value: number | null;
  readonly patient: boolean;
  /** By its machine's clock. */
  readonly due: WallMs;
  /** Of a read behind a sync, both; null: it waits for a connection. */
  readonly tickets: readonly Ticket[] | null;
  /** It has had a connection to leave by. */
  readonly left: boolean;
}

interface Asking {
  open: readonly Open[];
  nextKey: number;
  /** The session for which its node was made, and the call that makes it. */
  session: SessionId;
  birth: Ticket | null;
}

function* tells<K extends keyof CapFacts>(
  deed: CapDeed,
  rule: K,
  data: { readonly [F in keyof CapFacts[K]]: CapFacts[K][F] & FactValue },
): Steps {
  const fact = { rule, data: data as unknown as Readonly<Record<string, FactValue>> };
  yield* note({ kind: 'own', deed, fact });
}

/** @param named whether it makes an ephemeral node of its own in each session */
export function capClient(config: CapConfig, named: boolean): Program {
  const { timeout } = config;

  const asking: Routine<Asking> = {
    name: 'cap',
    begins: { open: [], nextKey: 1, session: NO_SESSION, birth: null },
    hears: ['line', 'session'],
    *round(me) {
      const now = yield* clock();
      const due = Math.min(...me.open.flatMap((each) => (each.tickets === null ? [] : [each.due])));
      const heard = yield* firstOf(
        { kind: 'line' },
        { kind: 'result' },
        { kind: 'session' },
        ...(Number.isFinite(due)
          ? [{ kind: 'time' as const, lasts: Math.max(0, due - now) * MS }]
          : []),
      );
      switch (heard.kind) {
        case 'line': {
          const at = yield* clock();
          const wanted = wantedBy(config, heard.text, at * MS);
          if (wanted !== null) yield* begin(me, wanted, at);
          break;
        }
        case 'result':
          yield* answered(me, heard.call, heard.result);
          break;
        case 'session':
          yield* session(me, heard.state);
          break;
        case 'time':
          yield* giveUp(me);
          break;
        default:
      }
      return AGAIN;
    },
  };

  function* begin(me: Asking, wanted: Wanted, at: WallMs): Steps {
    const { planned, kind: op, value, patient } = wanted;
    const key = me.nextKey;
    me.nextKey += 1;
    yield* tells({ kind: 'called', key, planned, op, value }, 'cap-called', {
      op: opWord(op),
      value,
    });
    const open = { key, op, value, patient, due: at + timeout / MS, tickets: null, left: false };
    me.open = [...me.open, open];
    if (!patient || (yield* handleState()) === 'CONNECTED') yield* issue(me, open);
  }

  function* issue(me: Asking, open: Open): Steps {
    const { op, value } = open;
    const state = yield* handleState();
    const left = state === 'CONNECTED' || state === 'CONNECTEDREADONLY';
    const tickets: Ticket[] = [];
    if (op === 'sync-read')
      tickets.push(yield* submit({ kind: 'request', request: { op: 'sync', path: REGISTER } }));
    const request =
      op === 'write'
        ? ({ op: 'setData', path: REGISTER, data: utf8Of(String(value)), version: -1 } as const)
        : ({ op: 'getData', path: REGISTER, watch: false } as const);
    tickets.push(yield* submit({ kind: 'request', request }));
    const due = (yield* clock()) + timeout / MS;
    replace(me, open.key, { ...open, tickets, left, due });
  }

  return routines('cap', asking);

  function* answered(me: Asking, ticket: Ticket, { err, body }: CallResult): Steps {
    if (ticket === me.birth) {
      me.birth = null;
      const { pid } = yield* identity();
      if (err === 'OK')
        yield* note({ kind: 'own', deed: { kind: 'here', path: pathOf(pid) }, fact: null });
      return;
    }
    const open = me.open.find(({ tickets }) => tickets?.includes(ticket) === true);
    if (open === undefined) return;
    const last = open.tickets?.at(-1) === ticket;
    // A sync that succeeds says nothing yet; the read behind it does.
    if (err === 'OK' && !last) return;
    if (err !== 'OK') yield* failed(me, open, err);
    else {
      const value = body.kind === 'data' ? Number(textOf(body.data ?? '')) : null;
      const readOnly = (yield* handleState()) === 'CONNECTEDREADONLY';
      drop(me, open.key);
      const { key, op } = open;
      const told = value ?? open.value;
      yield* tells(
        { kind: 'returned', key, outcome: 'ok', error: '', value, readOnly },
        'cap-answered',
        { op: opWord(op), value: told, readOnly },
      );
    }
  }

  function* failed(me: Asking, open: Open, error: string): Steps {
    const { key, op, patient, left } = open;
    if (patient) {
      replace(me, key, { ...open, tickets: null });
      yield* tells({ kind: 'tried', key, error }, 'cap-tried', { op: opWord(op), error });
      return;
    }
    drop(me, key);
    // What was refused, or never left, was not done; what a read came to nothing for has changed nothing.
    const lost = error === 'ConnectionLoss' || error === 'SessionExpired';
    const unknown = op === 'write' && left && lost;
    const outcome = unknown ? 'unknown' : 'error';
    yield* tells(
      { kind: 'returned', key, outcome, error, value: null, readOnly: false },
      unknown ? 'cap-unknown' : 'cap-failed',
      { op: opWord(op), error },
    );
  }

  function* giveUp(me: Asking): Steps {
    const now = yield* clock();
    for (const open of me.open) {
      if (open.tickets === null || open.due > now) continue;
      const { key, op } = open;
      const error = 'Timeout';
      if (open.patient) {
        replace(me, key, { ...open, tickets: null });
        yield* tells({ kind: 'tried', key, error }, 'cap-tried', { op: opWord(op), error });
        // It has a connection that does not answer: it is tried again at once.
        if ((yield* handleState()) === 'CONNECTED') yield* issue(me, open);
        continue;
      }
      drop(me, key);
      const outcome = 'timeout';
      const waitedMs = timeout / MS;
      yield* tells(
        { kind: 'returned', key, outcome, error, value: null, readOnly: false },
        'cap-timed-out',
        { op: opWord(op), waitedMs },
      );
    }
  }

  function* session(me: Asking, state: KeeperState): Steps {
    if (state === 'Expired') {
      yield* note({ kind: 'own', deed: { kind: 'expired' }, fact: null });
      for (const { key, op, tickets } of me.open)
        if (tickets === null) {
          const error = 'SessionExpired';
          yield* tells({ kind: 'tried', key, error }, 'cap-tried', { op: opWord(op), error });
        }
      yield* submit({ kind: 'connect' });
      return;
    }
    if (state !== 'SyncConnected' && state !== 'ConnectedReadOnly') return;
    me.open = me.open.map((open) => (open.tickets === null ? open : { ...open, left: true }));
    if (state !== 'SyncConnected') return;
    yield* standUp(me);
    for (const open of me.open) if (open.tickets === null) yield* issue(me, open);
  }

  /** In each session its node is made once. */
  function* standUp(me: Asking): Steps {
    const { session: now, pid } = yield* identity();
    if (!named || now === me.session) return;
    me.session = now;
    const mode = 'EPHEMERAL';
    const request = { op: 'create', path: pathOf(pid), data: null, acl: OPEN_ACL, mode } as const;
    me.birth = yield* submit({ kind: 'request', request });
  }
}

export const pathOf = (pid: number): string => `${HERE}/${pid}`;

function replace(me: Asking, key: number, open: Open): void {
  me.open = me.open.map((each) => (each.key === key ? open : each));
}

function drop(me: Asking, key: number): void {
  me.open = me.open.filter((each) => each.key !== key);
}
