import type { ApiState, Told } from '../../../clients/api-program.ts';
import { localsOf } from '../../../clients/routines.ts';
import type { Routines } from '../../../clients/routines.ts';
import type { Call, CallResult } from '../../../clients/calls.ts';
import type { Client } from '../../../clients/client.ts';
import { itemAt, itemsOf } from '../../../kernel/long-list.ts';
import { clientIn, serverIn } from '../../../ensemble/member.ts';
import type { Member } from '../../../ensemble/member.ts';
import type { OutputLine } from '../../../clients/program.ts';
import { isQuiet } from '../../../scenarios/quiet.ts';
import type { Protocol } from '../../../scenarios/protocol.ts';
import { zookeeper } from '../../../scenarios/zookeeper/adapter.ts';
import type { Condition } from '../../../view/condition.ts';
import type { Intervention } from '../../../view/intervention.ts';
import { SCENARIO_VERSION } from '../../../view/scenario.ts';
import type { Scenario } from '../../../view/scenario.ts';
import type { Micros, Pid } from '../../../view/time.ts';
import type { ZooKeeperSetup } from '../../../view/zookeeper-setup.ts';
import type { Server } from '../../../zookeeper/server/server.ts';
import { Run } from '../../run.ts';

/** Nothing that a client waits for takes longer, in ms of virtual time. */
const PATIENCE_MS = 120_000;

/** Plays a server and its clients without a page: lines go in, results and output come out. */
export class Driver {
  readonly run: Run;
  /** Where the driver is in virtual time: the last event may lie before it. */
  private now: Micros = 0;

  constructor(
    setup: ZooKeeperSetup,
    parts: Partial<Scenario<'zookeeper'>> = {},
    protocol: Protocol = zookeeper,
  ) {
    const file: Scenario<'zookeeper'> = {
      format: 'zooscope-scenario',
      version: SCENARIO_VERSION,
      seed: 1,
      ...parts,
      model: 'zookeeper',
      setup,
    };
    this.run = new Run(protocol, file, false);
  }

  private member(pid: Pid): Member | null {
    return this.run.world.process(pid).s as Member | null;
  }

  /** @throws TypeError when no server runs there */
  server(pid: Pid): Server {
    const server = serverIn(this.member(pid));
    if (server === null) throw new TypeError(`no server runs at ${pid}`);
    return server;
  }

  /** The client that runs there; null: none does. */
  running(pid: Pid): Client | null {
    return clientIn(this.member(pid));
  }

  /** @throws TypeError when no client runs there */
  client(pid: Pid): Client {
    const client = this.running(pid);
    if (client === null) throw new TypeError(`no client runs at ${pid}`);
    return client;
  }

  /** @throws InterventionRefused */
  do(what: Intervention): void {
    this.run.intervene(what, this.now);
  }

  /** Lets so much virtual time pass. */
  pass(ms: number): void {
    this.now = Math.max(this.now, this.run.world.time) + ms * 1000;
    while (this.run.step(this.now));
  }

  /** Until nothing is pending but pings and waiting. @returns whether it came to that in time */
  settle(withinMs = PATIENCE_MS): boolean {
    const { run } = this;
    const limit = Math.max(this.now, run.world.time) + withinMs * 1000;
    while (run.planned || !isQuiet(run.world, zookeeper)) if (!run.step(limit)) return false;
    this.now = Math.max(this.now, run.world.time);
    return true;
  }

  /** Until a condition holds. @returns whether it did in time */
  until(condition: Condition, withinMs = PATIENCE_MS): boolean {
    const { run } = this;
    const limit = Math.max(this.now, run.world.time) + withinMs * 1000;
    const holds = (): boolean => {
      if (!('state' in condition)) return zookeeper.holds(run.world, condition) === true;
      return zookeeper.stateWord(run.world, condition.state.pid) === condition.state.is;
    };
    while (!holds()) if (!run.step(limit)) return false;
    this.now = Math.max(this.now, run.world.time);
    return true;
  }

  /** Types a line into a client's program. */
  enter(pid: Pid, text: string): void {
    this.do({ kind: 'input', pid, name: 'LINE', data: { text } });
  }

  /** Types a line and waits until all is quiet. @returns what was printed meanwhile */
  type(pid: Pid, text: string): readonly OutputLine[] {
    const before = this.client(pid).outputCount;
    this.enter(pid, text);
    this.settle();
    return this.printed(pid, before);
  }

  /** @param from the number of a line; those before it are left out */
  printed(pid: Pid, from = 0): readonly OutputLine[] {
    return itemsOf(this.client(pid).output, from);
  }

  private api(pid: Pid): ApiState {
    return localsOf(this.client(pid).program as Routines);
  }

  /** Makes a call in a client whose program is `api`. @returns its number */
  make(pid: Pid, call: Call): number {
    const number = this.api(pid).results.longList;
    this.enter(pid, JSON.stringify(call));
    this.run.step(this.now);
    return number;
  }

  /** What became of a call so far; null: nothing yet. */
  result(pid: Pid, number: number): CallResult | null {
    return itemAt(this.api(pid).results, number);
  }

  /** Makes a call and waits until all is quiet. @returns what came of it; null: nothing yet */
  call(pid: Pid, call: Call): CallResult | null {
    const number = this.make(pid, call);
    this.settle();
    return this.result(pid, number);
  }

  /** What the client's watchers have been told since the start. */
  events(pid: Pid): readonly Told[] {
    return itemsOf(this.api(pid).events);
  }
}
