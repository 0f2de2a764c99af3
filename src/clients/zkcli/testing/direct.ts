import { OneServer } from '../../../zookeeper/testing/one-server.ts';
import type { Caller } from '../../../zookeeper/testing/one-server.ts';
import type { Code } from '../../../zookeeper/records/codes.ts';
import type { ReplyBody } from '../../../zookeeper/records/replies.ts';
import type { Call, HandleState, KeeperState, UserRequest } from '../../calls.ts';
import type { OutputLine, ProgramInput, ProgramStep, Surroundings } from '../../program.ts';
import { materialize, noWatches, register, unregister } from '../../watches.ts';
import type { WatchTable } from '../../watches.ts';
import { zkCli } from '../zkcli.ts';
import type { ZkCli } from '../zkcli.ts';

/** zkCli on a server that answers at once: no network, no time. For tests. */
export class Direct {
  readonly server: OneServer;
  cli: ZkCli;
  state: HandleState = 'CONNECTED';
  /** All that was ever printed. */
  readonly output: OutputLine[] = [];
  private readonly next = zkCli({ jline: false });
  private watches = noWatches;
  private caller: Caller;
  private connections = 0;
  private calls = 0;
  private readonly queue: ProgramInput[] = [];

  constructor(server = new OneServer()) {
    this.server = server;
    this.cli = this.next.initial;
    this.caller = this.open();
    this.queue.push({ kind: 'start' });
    this.session('SyncConnected');
    this.drain();
  }

  /** @returns what was printed meanwhile */
  type(line: string): readonly OutputLine[] {
    const before = this.output.length;
    this.queue.push({ kind: 'line', text: line });
    this.drain();
    return this.output.slice(before);
  }

  private open(): Caller {
    const n = ++this.connections;
    return this.server.connect(n, `0x10000000000000${n}`);
  }

  private drain(): void {
    for (let input = this.queue.shift(); input !== undefined; input = this.queue.shift()) {
      this.done(this.next.next(this.cli, input, this.around(), () => 0));
    }
  }

  private around(): Surroundings {
    const { session: sessionId } = this.caller;
    const { state } = this;
    const who = { pid: 101, name: 'α', server: '127.0.0.1:2181' };
    return { ...who, state, sessionId, timeout: 30_000, now: 0, time: 0 };
  }

  private done({ state, output, calls, wakeAfter }: ProgramStep<ZkCli>): void {
    this.cli = state;
    this.output.push(...(output ?? []));
    for (const call of calls ?? []) this.make(call, this.calls++);
    if (wakeAfter !== undefined) this.queue.push({ kind: 'wake' });
  }

  private make(call: Call, number: number): void {
    switch (call.kind) {
      case 'request':
        this.ask(call.request, number);
        break;
      case 'addAuth':
        if (this.server.auth(this.caller.connection, call.scheme, call.auth)) break;
        this.state = 'AUTH_FAILED';
        this.session('AuthFailed');
        break;
      case 'removeWatches': {
        const { watches, removed } = unregister(this.watches, call.path, call.type, call.watcher);
        this.watches = watches;
        for (const { type } of removed)
          this.event({ state: 'SyncConnected', type, path: call.path });
        this.result(number, removed.length === 0 ? 'NoWatcher' : 'OK');
        break;
      }
      case 'close':
        this.server.write(this.caller, { op: 'closeSession' });
        this.server.drop(this.caller.connection);
        this.state = 'CLOSED';
        this.session('Closed');
        this.result(number, 'OK');
        break;
      case 'ask':
        // The command line asks nobody but its server.
        break;
      case 'connect':
        this.caller = this.open();
        this.watches = noWatches;
        this.state = 'CONNECTED';
        this.session('SyncConnected');
        break;
    }
  }

  private ask(request: UserRequest, number: number): void {
    const { err, body, notices } = this.server.ask(this.caller, request);
    for (const { connection, event } of notices) {
      if (connection !== this.caller.connection) continue;
      const { watches, watchers } = materialize(this.watches, event.type, event.path);
      this.watches = watches;
      if (watchers.length > 0) this.event({ state: 'SyncConnected', ...event });
    }
    const table = tableOf(request, err);
    if (table !== null && 'path' in request) {
      this.watches = register(this.watches, table, request.path, 'default');
    }
    this.result(number, err, body);
  }

  private session(state: KeeperState): void {
    this.event({ state, type: 'None', path: null });
  }

  private event(event: Extract<ProgramInput, { readonly kind: 'event' }>['event']): void {
    this.queue.push({ kind: 'event', watcher: 'default', event });
  }

  private result(call: number, err: Code, body: ReplyBody = { kind: 'none' }): void {
    const zxid = this.server.tree.lastZxid;
    this.queue.push({ kind: 'result', call, result: { err, body, zxid } });
  }
}

function tableOf(request: UserRequest, err: Code): WatchTable | null {
  const ok = err === 'OK';
  switch (request.op) {
    case 'exists':
      if (!request.watch || (!ok && err !== 'NoNode')) return null;
      return ok ? 'data' : 'exist';
    case 'getData':
      return request.watch && ok ? 'data' : null;
    case 'getChildren2':
      return request.watch && ok ? 'child' : null;
    case 'addWatch':
      return request.mode === 'PERSISTENT' ? 'persistent' : 'recursive';
    default:
      return null;
  }
}
