/** The state of a process (immutable; a rule makes the next one with {@link edit}), and what processes say to each other. */
import type { Edit } from '../../kernel/edit.ts';
import type {
  Essence,
  KernelEvent,
  Message,
  MessageDescription,
  Sight,
} from '../../kernel/model.ts';
import type { CallView } from '../../view/counter.ts';
import type { Pid } from '../../view/time.ts';
import type { Config } from './config.ts';

export type Op = CallView['op'];

/** A call as its caller sees it. Its outcome may be wrong in one way only: `unknown`. */
export interface Call extends CallView {
  readonly id: number;
}

/** A call that the server has decided on, in the order in which the requests arrived. */
export interface Verdict {
  readonly client: Pid;
  readonly id: number;
  readonly op: Op;
  readonly amount: number;
  /** Carried out, or refused. */
  readonly ok: boolean;
  /** The counter after it. */
  readonly value: number;
}

/** What the server's crash leaves. */
export interface Disk {
  readonly value: number;
  readonly log: readonly Verdict[];
}

export const blankDisk: Disk = { value: 0, log: [] };

export class Member {
  readonly config: Config;
  readonly pid: Pid;
  /** A caller's calls, oldest first; a crash loses them. */
  readonly calls: readonly Call[] = [];
  /** The call that an answer is awaited for; null when none is. */
  readonly awaited: number | null = null;
  /** The server's counter and log as they will be when every sync under way is done. */
  readonly counter: Disk;

  constructor(config: Config, pid: Pid, disk: Disk) {
    this.config = config;
    this.pid = pid;
    this.counter = disk;
  }
}

/** Calls that one caller can begin in one µs of virtual time: their ids say when they began, and are never the same again. */
export const MOST_AT_ONCE = 1024;

/** A copy to be changed by the rule that makes it. */
export function edit(s: Member): Edit<Member> {
  return Object.assign(Object.create(Member.prototype) as Edit<Member>, s);
}

/** The event has the type of its message. */
export type CounterEvent = KernelEvent;

/** A call: its `id` is the same in every attempt. */
export interface Request {
  readonly type: 'REQUEST';
  readonly id: number;
  readonly op: Op;
  /** What is added; 0 for `read`. */
  readonly amount: number;
}

export interface Reply {
  readonly type: 'REPLY';
  readonly id: number;
  /** False: refused, and nothing was done. */
  readonly ok: boolean;
  /** The counter after the call. */
  readonly value: number;
}

const sign = (amount: number): string => (amount < 0 ? `−${-amount}` : `+${amount}`);

/** Labels: `+1`, `read`; `= 2` an answer, `refused`. */
export function describe(message: Message): MessageDescription {
  const m = message as Request | Reply;
  if (m.type === 'REQUEST') {
    const label = m.op === 'read' ? 'read' : sign(m.amount);
    return { kind: 'call', shape: 'request', claim: null, label, short: label, routine: false };
  }
  const label = m.ok ? `= ${m.value}` : 'refused';
  const shape = m.ok ? 'ack' : 'refusal';
  return { kind: 'answer', shape, claim: null, label, short: label, routine: false };
}

const idIn = (id: number, sight: Sight): unknown => [
  sight.from(Math.floor(id / MOST_AT_ONCE)),
  id % MOST_AT_ONCE,
];

const withId = <T extends { readonly id: number }>(one: T, sight: Sight): unknown => ({
  ...one,
  id: idIn(one.id, sight),
});

const diskIn = ({ value, log }: Disk, sight: Sight): unknown => [
  value,
  log.map((verdict) => withId(verdict, sight)),
];

/** Everything counts; ids of calls are times, and told from now on. */
export const essence: Essence<Member, Disk, null> = {
  state: ({ calls, awaited, counter }, sight) => [
    calls.map((call) => withId(call, sight)),
    awaited === null ? null : idIn(awaited, sight),
    diskIn(counter, sight),
  ],
  disk: diskIn,
  told: (data, _s, sight) => {
    const { to, reply } = data as { readonly to: Pid; readonly reply: Reply };
    return [to, withId(reply, sight)];
  },
  message: (message, _from, _to, sight) => withId(message as Request | Reply, sight),
  ghost: () => null,
};
