import type { Micros, Pid } from '../../view/time.ts';
import { recordedCode } from '../../zookeeper/records/recorded.ts';
import type { Names } from '../../zookeeper/records/recorded.ts';
import { callOf, eventOf, resultOf } from './client-steps.ts';
import type { RecordedEvent } from './client-steps.ts';
import type { ClientAnswer, OperationAnswer, Recorded } from './answers.ts';
import type { Ensemble } from './ensemble.ts';
import type { Operation } from './script.ts';

/** A client is a virtual machine for Java too: it starts, asks, closes, and takes its time. */
const CLIENT_START: Micros = 200_000;
const CLIENT_END: Micros = 200_000;
/** After each step the recording tool waits for this, and for silence. */
const SETTLING: Micros = 300_000;

const UNANSWERED = 'a request stays unanswered for 120 s of virtual time';
const NO_SESSION = 'a client gets no session for 120 s of virtual time';

/** The clients of a case by their names, and what they were told. */
export class Clients {
  private readonly pids = new Map<string, Pid>();
  private readonly told = new Map<string, number>();
  /** Calls that were only submitted, by their names. */
  private readonly submitted = new Map<
    string,
    { readonly pid: Pid; readonly number: number; readonly operation: Operation }
  >();
  private readonly ensemble: Ensemble;

  constructor(ensemble: Ensemble) {
    this.ensemble = ensemble;
  }

  /** @returns what a recording shows of it, or why there is nothing */
  open(name: string, pid: Pid): ClientAnswer | string {
    const { ensemble } = this;
    this.pids.set(name, pid);
    const late = this.connect(pid);
    if (late !== null) return late;
    ensemble.pass(SETTLING);
    return this.answer({ sessionTimeout: ensemble.sessionTimeout(pid) });
  }

  private connect(pid: Pid): string | null {
    const { ensemble } = this;
    ensemble.pass(CLIENT_START);
    ensemble.open(pid);
    return ensemble.waitUntil(() => ensemble.sessionTimeout(pid) !== null) ? null : NO_SESSION;
  }

  /** An operation of a client that stays. */
  perform(name: string, operation: Operation): ClientAnswer | string {
    const { ensemble } = this;
    const pid = this.pids.get(name) ?? 0;
    const { op, args } = operation;
    switch (op) {
      case 'sleep':
        ensemble.pass((args.ms ?? 0) * 1000);
        return this.answer({});
      case 'state':
        return this.answer({ state: ensemble.handleState(pid) });
      case 'harvest':
        ensemble.pass((args.ms ?? 0) * 1000 + SETTLING / 2);
        return this.answer(this.harvest());
      case 'drop':
        ensemble.intervene({ kind: 'kill', pid });
        return this.settled({});
      case 'freeze':
        ensemble.freeze(pid);
        return this.settled({});
      case 'cut':
        ensemble.cut(pid);
        return this.settled({});
      case 'unfreeze':
        ensemble.unfreeze(pid);
        return this.settled({}, args.ms);
      default:
    }
    if (args.async === true) {
      const id = args.id ?? '';
      this.submitted.set(id, { pid, number: ensemble.make(pid, callOf(op, args)), operation });
      ensemble.pass(SETTLING / 2);
      return this.answer({ submitted: id });
    }
    const result = this.ask(pid, operation);
    return typeof result === 'string' ? result : this.settled(result);
  }

  /** @param ms how long the tool waited, where it was longer than usual */
  private settled(result: Recorded, ms = 0): ClientAnswer {
    this.ensemble.pass(Math.max(SETTLING, ms * 1000));
    return this.answer(result);
  }

  /** What became of everything that was submitted. */
  private harvest(): Recorded {
    return Object.fromEntries(
      [...this.submitted].map(([id, { pid, number, operation }]) => {
        const result = this.ensemble.result(pid, number);
        if (result === null) return [id, 'pending'];
        // Who only submits it is told by a callback, which has the code alone.
        const { path: _, ...said } = resultOf(operation.op, operation.args, result, this.names());
        return [id, said];
      }),
    );
  }

  private ask(pid: Pid, { op, args }: Operation): Recorded | string {
    const { ensemble } = this;
    // The client itself refuses an empty list of permissions: no request leaves it.
    if (args.acl?.length === 0) return { ...recordedCode('InvalidACL') };
    const number = ensemble.make(pid, callOf(op, args));
    if (op === 'addAuth') {
      ensemble.pass(SETTLING);
      return {};
    }
    if (!ensemble.waitUntil(() => ensemble.result(pid, number) !== null)) return UNANSWERED;
    const result = ensemble.result(pid, number);
    return result === null ? UNANSWERED : resultOf(op, args, result, this.names());
  }

  /** It connects, does its operations one after the other, and closes. */
  visit(pid: Pid, ops: readonly Operation[]): readonly OperationAnswer[] | string {
    const late = this.connect(pid);
    if (late !== null) return late;
    const answers: OperationAnswer[] = [];
    for (const operation of ops) {
      const result = this.ask(pid, operation);
      if (typeof result === 'string') return result;
      answers.push({ op: operation.op, result });
    }
    const closed = this.ask(pid, { op: 'close', args: {} });
    if (typeof closed === 'string') return closed;
    this.ensemble.pass(CLIENT_END);
    return answers;
  }

  /** On each server, with a client of its own: the stat of each path. */
  look(
    pids: readonly Pid[],
    sids: readonly Pid[],
    paths: readonly string[],
  ): ClientAnswer | string {
    const present: Record<string, unknown> = {};
    for (const [index, sid] of sids.entries()) {
      const found = this.visit(
        pids[index] ?? 0,
        paths.map((path) => ({ op: 'exists', args: { path } })),
      );
      if (typeof found === 'string') return found;
      present[sid] = Object.fromEntries(
        paths.map((path, at) => [path, found[at]?.result['stat'] ?? null]),
      );
    }
    return { kind: 'client', result: present, events: null };
  }

  private names(): Names {
    return new Map(
      [...this.pids].map(([name, pid]) => [name, { session: this.ensemble.session(pid) }]),
    );
  }

  /** With what each client's watchers have heard since the last answer. */
  private answer(result: Recorded): ClientAnswer {
    const events: Record<string, readonly RecordedEvent[]> = {};
    for (const [name, pid] of this.pids) {
      const all = this.ensemble.events(pid);
      const fresh = all.slice(this.told.get(name) ?? 0);
      this.told.set(name, all.length);
      if (fresh.length > 0)
        events[name] = fresh.map(({ watcher, event }) => eventOf(watcher, event));
    }
    return { kind: 'client', result, events };
  }
}
