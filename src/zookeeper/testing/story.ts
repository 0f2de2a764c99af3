/** Plays a recording of several clients on one server, as far as the server goes. */
import { zxidHex } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { NodeEvent } from '../records/replies.ts';
import { utf8Of } from '../records/utf8.ts';
import { has } from '../tree/sorted-map.ts';
import type { SetWatches } from '../watches/set-watches.ts';
import type { Notice } from '../watches/watches.ts';
import { OneServer } from './one-server.ts';
import type { Caller } from './one-server.ts';
import { recordedResult, requestOf } from '../records/recorded.ts';
import type { RecordedArgs } from '../records/recorded.ts';

export interface RecordedEvent {
  readonly type: string;
  readonly path?: string;
}

export interface RecordedStep {
  readonly client: string;
  readonly op: string;
  readonly args: RecordedArgs & { readonly ms?: number };
  readonly result: Record<string, unknown>;
  readonly events: Readonly<Record<string, readonly RecordedEvent[]>>;
}

/** What the server answered and told; null for what a client does without it. */
export interface Played {
  readonly result: Record<string, unknown> | null;
  readonly events: Readonly<Record<string, readonly NodeEvent[]>>;
}

type Kind = 'data' | 'exist' | 'child' | 'persistent' | 'persistentRecursive';

/** What a client remembers, so that it can ask again after a reconnect. */
interface Remembered {
  readonly caller: Caller;
  readonly watched: Map<Kind, Set<string>>;
  /** Paths that all its watchers have left: what still comes for them is dropped. */
  readonly deaf: Map<string, number>;
  lastZxid: Zxid;
  frozen: boolean;
}

export class Story {
  private readonly server: OneServer;
  private readonly clients = new Map<string, Remembered>();

  constructor(server: OneServer) {
    this.server = server;
  }

  get zxid(): string {
    return zxidHex(this.server.tree.lastZxid);
  }

  play({ client, op, args }: RecordedStep): Played {
    const known = this.clients.get(client);
    if (op === 'connect' || known === undefined) return this.connect(client);
    switch (op) {
      case 'freeze':
        known.frozen = true;
        return { result: null, events: {} };
      case 'cut':
        this.server.drop(known.caller.connection);
        return { result: null, events: {} };
      case 'unfreeze':
        known.frozen = false;
        return this.reconnect(known);
      case 'sleep':
        return (args.ms ?? 0) >= 6000 ? this.expire() : { result: null, events: {} };
      case 'addAuth':
        this.server.auth(known.caller.connection, args.scheme ?? '', utf8Of(args.auth ?? ''));
        return { result: {}, events: {} };
      case 'state':
        return { result: null, events: {} };
      default:
        return this.ask(known, op, args);
    }
  }

  private connect(name: string): Played {
    const number = this.clients.size + 1;
    const caller = this.server.connect(number, `0x10000000000000${number}`);
    this.clients.set(name, {
      caller,
      watched: new Map(),
      deaf: new Map(),
      lastZxid: this.server.tree.lastZxid,
      frozen: false,
    });
    return { result: null, events: {} };
  }

  private ask(client: Remembered, op: string, args: RecordedArgs): Played {
    if (!this.isOpen(client) || args.acl?.length === 0) return { result: null, events: {} };
    const request = requestOf(op, args);
    const { err, body, notices } = this.server.ask(client.caller, request);
    const { path } = args;
    if (path !== undefined) {
      const count = client.deaf.get(path) ?? 0;
      const on = args.watch !== undefined && op !== 'removeWatches';
      client.deaf.set(path, on ? count + 1 : op === 'removeWatches' ? count - 1 : count);
    }
    if (args.watch !== undefined && path !== undefined) {
      const kind = this.kindOf(op, err === 'OK', args);
      if (kind !== null) {
        client.watched.set(kind, (client.watched.get(kind) ?? new Set()).add(path));
      }
    }
    const names = new Map([...this.clients].map(([name, { caller }]) => [name, caller]));
    return { result: recordedResult(request, err, body, names), events: this.told(notices) };
  }

  private kindOf(op: string, found: boolean, { mode }: RecordedArgs): Kind | null {
    if (op === 'exists') return found ? 'data' : 'exist';
    if (op === 'get') return found ? 'data' : null;
    if (op === 'children') return found ? 'child' : null;
    if (op === 'addWatch') return mode === 'PERSISTENT' ? 'persistent' : 'persistentRecursive';
    return null;
  }

  private reconnect(client: Remembered): Played {
    if (!this.isOpen(client)) return { result: null, events: {} };
    this.server.accept(client.caller.connection);
    const of = (kind: Kind): readonly string[] => [...(client.watched.get(kind) ?? [])];
    const request: SetWatches = {
      op: 'setWatches',
      relativeZxid: client.lastZxid,
      data: of('data'),
      exist: of('exist'),
      child: of('child'),
      persistent: of('persistent'),
      persistentRecursive: of('persistentRecursive'),
    };
    const { notices } = this.server.ask(client.caller, request);
    return { result: null, events: this.told(notices) };
  }

  /** The sessions of all clients that are cut off end. */
  private expire(): Played {
    const notices: Notice[] = [];
    for (const client of this.clients.values()) {
      if (!client.frozen) continue;
      this.server.drop(client.caller.connection);
      notices.push(...this.server.write(client.caller, { op: 'closeSession' }).notices);
    }
    return { result: null, events: this.told(notices) };
  }

  private told(notices: readonly Notice[]): Played['events'] {
    const events: Record<string, NodeEvent[]> = {};
    for (const [name, client] of this.clients) {
      for (const { connection, event } of notices) {
        if (connection !== client.caller.connection) continue;
        if ((client.deaf.get(event.path) ?? 1) <= 0) continue;
        (events[name] ??= []).push(event);
        for (const kind of ['data', 'exist', 'child'] as const) {
          client.watched.get(kind)?.delete(event.path);
        }
      }
      if (!client.frozen) client.lastZxid = this.server.tree.lastZxid;
    }
    return events;
  }

  private isOpen({ caller }: Remembered): boolean {
    return has(this.server.tree.sessions, caller.session);
  }
}
