/** What several clients of a real ensemble saw, against the same steps of clients and a server here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Call, WatchedEvent } from '../../clients/calls.ts';
import { DEFAULT_WATCHER } from '../../clients/calls.ts';
import type { Pid } from '../../view/time.ts';
import { zxidHex } from '../../view/zxid.ts';
import { recordedCode, recordedResult, requestOf } from '../../zookeeper/testing/recorded.ts';
import type { RecordedArgs } from '../../zookeeper/testing/recorded.ts';
import { utf8Of } from '../../zookeeper/records/utf8.ts';
import { Driver } from './testing/driver.ts';

interface Event {
  readonly type: string;
  readonly state: string;
  readonly path?: string;
  readonly watcher?: string;
}

interface Step {
  readonly client: string;
  readonly op: string;
  readonly args: RecordedArgs & { readonly ms?: number; readonly timeout?: number };
  readonly result: Readonly<Record<string, unknown>>;
  readonly events: Readonly<Record<string, readonly Event[]>>;
}

interface Case {
  readonly steps: readonly Step[];
  readonly tickTime: number;
  readonly end: { readonly zxid: Readonly<Record<string, string>> };
}

const folder = join(import.meta.dirname, '../../../fixtures/zookeeper-3.8/multiclient');

/** The recordings are of epoch 1; a server that stands alone counts in epoch 0. */
const inEpochZero = (text: string): string =>
  text.replaceAll(
    /"0x1([0-9a-f]{8})"/gu,
    (_, counter: string) => `"0x${Number.parseInt(counter, 16).toString(16)}"`,
  );

const cases = readdirSync(folder).map((file): [string, Case] => [
  file.replace('.json', ''),
  JSON.parse(inEpochZero(readFileSync(join(folder, file), 'utf8'))) as Case,
]);

const NAMES = ['A', 'B', 'C'];
const pidOf = (name: string): Pid => 101 + NAMES.indexOf(name);
const watcherOf = ({ watch }: RecordedArgs): string =>
  typeof watch === 'string' ? watch : DEFAULT_WATCHER;

class Replay {
  readonly driver: Driver;
  private readonly told = new Map<string, number>();

  constructor({ tickTime, steps }: Case) {
    const wished = (name: string): number =>
      steps.find(({ op, client }) => op === 'connect' && client === name)?.args.timeout ?? 10_000;
    this.driver = new Driver({
      servers: [{ sid: 1 }],
      cfg: { tickTime },
      clients: NAMES.map((name) => ({
        id: pidOf(name),
        program: 'api',
        timeoutMs: wished(name),
        startMs: null,
      })),
    });
    this.driver.pass(500);
  }

  /** @returns what came of it, as recordings write it; null where nothing is to be compared */
  do({ client, op, args }: Step): Record<string, unknown> | null {
    const { driver } = this;
    const pid = pidOf(client);
    const link = { from: 1, to: pid, oneWay: false };
    switch (op) {
      case 'connect':
        driver.do({ kind: 'start', pids: [pid] });
        driver.until({ state: { pid, is: 'CONNECTED' } });
        return { sessionTimeout: driver.client(pid).handle?.timeout };
      case 'freeze':
        driver.do({ kind: 'cut', ...link });
        return {};
      case 'cut':
        driver.do({ kind: 'reset', a: 1, b: pid });
        driver.pass(150);
        return {};
      case 'unfreeze':
        driver.do({ kind: 'heal' });
        driver.pass(2000);
        return {};
      case 'sleep':
        driver.pass(args.ms ?? 0);
        return {};
      case 'state':
        return { state: driver.client(pid).handle?.state };
      default:
        return this.ask(pid, op, args);
    }
  }

  private ask(pid: Pid, op: string, args: RecordedArgs): Record<string, unknown> | null {
    const call = callOf(op, args);
    const result = this.driver.call(pid, call);
    if (result === null) return op === 'addAuth' ? {} : null;
    const { err, body } = result;
    const names = new Map(
      NAMES.map((name) => {
        const session = this.driver.running(pidOf(name))?.handle?.session ?? '';
        return [name, { session, connection: 0 }];
      }),
    );
    if (call.kind !== 'request') {
      return err === 'OK' ? {} : { ...recordedCode(err), path: args.path };
    }
    return recordedResult(requestOf(op, args), err, body, names);
  }

  /** What each client's watchers have heard since they were last asked. */
  heard(): Record<string, Event[]> {
    const all: Record<string, Event[]> = {};
    for (const name of NAMES) {
      if (this.driver.running(pidOf(name)) === null) continue;
      const events = this.driver.events(pidOf(name));
      const fresh = events.slice(this.told.get(name) ?? 0);
      this.told.set(name, events.length);
      if (fresh.length > 0) all[name] = fresh.map(({ watcher, event }) => shown(watcher, event));
    }
    return all;
  }
}

const shown = (watcher: string, { type, state, path }: WatchedEvent): Event => ({
  type,
  state,
  ...(path === null ? {} : { path }),
  ...(watcher === DEFAULT_WATCHER ? {} : { watcher }),
});

function callOf(op: string, args: RecordedArgs): Call {
  const { path = '/', type = 'Any' } = args;
  const removal = { kind: 'removeWatches', path, local: false } as const;
  switch (op) {
    case 'close':
      return { kind: 'close' };
    case 'addAuth':
      return { kind: 'addAuth', scheme: args.scheme ?? '', auth: utf8Of(args.auth ?? '') };
    case 'removeWatches':
      return { ...removal, type: type as 'Any', watcher: watcherOf(args) };
    case 'removeAllWatches':
      return { ...removal, type: type as 'Any', watcher: null };
    default:
      return {
        kind: 'request',
        request: requestOf(op, args) as (Call & { kind: 'request' })['request'],
        watcher: watcherOf(args),
      };
  }
}

describe('several clients', () => {
  it.each(cases)('%s', (_name, recorded) => {
    const replay = new Replay(recorded);
    for (const [index, step] of recorded.steps.entries()) {
      // The client itself refuses an empty list of permissions: no request leaves it.
      if (step.args.acl?.length === 0) continue;
      const at = [index, step.client, step.op];
      const result = replay.do(step);
      expect([at, replay.heard()]).toEqual([at, step.events]);
      // An answer that has not come yet is told by a later step.
      expect([at, result ?? step.result]).toEqual([at, step.result]);
    }
    const [end] = Object.values(recorded.end.zxid);
    expect(zxidHex(replay.driver.server(1).tree.lastZxid)).toBe(end);
    expect(replay.driver.run.world.violations).toEqual([]);
  });
});
