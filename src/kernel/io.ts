import type { FactValue } from '../view/fact.ts';
import type { Micros, Pid } from '../view/time.ts';
import { close, dial } from './connections.ts';
import type { Core } from './core.ts';
import type { Io, Machine, Message } from './model.ts';
import { deliverNewest, dropNewest } from './by-hand.ts';
import { sendOn, sendTo } from './traffic.ts';

/** The one door from a handler to its world: it speaks for the process whose event is handled. */
export class WorldIo implements Io {
  /** Spawned machines to be entered, or (null) ended, once the others rest; in their order. */
  readonly wishes: { readonly machine: Machine | null; readonly key: number }[] = [];
  key = 0;
  took = 0;
  private readonly world: Core;

  constructor(world: Core) {
    this.world = world;
  }

  get now(): Micros {
    return this.world.time;
  }

  get clock(): number {
    return this.world.current.clock;
  }

  get self(): Pid {
    return this.world.current.pid;
  }

  get explaining(): boolean {
    return this.world.recorder !== null;
  }

  random(): number {
    return this.world.random.unit();
  }

  send(connection: number, message: Message): void {
    sendOn(this.world, this.self, connection, message);
  }

  sendTo(to: Pid, message: Message): void {
    sendTo(this.world, this.self, to, message);
  }

  deliver(from: Pid, to: Pid, types: readonly string[], travels: Micros): boolean {
    return deliverNewest(this.world, from, to, types, travels);
  }

  drop(from: Pid, to: Pid, types: readonly string[]): boolean {
    return dropNewest(this.world, from, to, types);
  }

  dial(to: Pid, port: string): number {
    return dial(this.world, this.self, to, port);
  }

  close(connection: number): void {
    close(this.world, this.self, connection);
  }

  listen(port: string): void {
    const { ports } = this.world.current;
    if (!ports.includes(port)) this.world.current.ports = [...ports, port];
  }

  unlisten(port: string): void {
    const { ports } = this.world.current;
    if (ports.includes(port)) this.world.current.ports = ports.filter((each) => each !== port);
  }

  setTimer(type: string, delay: Micros): void {
    const { world, key } = this;
    world.setTimer(world.current, world.time + delay, type, key);
  }

  clearTimer(type: string): void {
    this.world.current.clearTimer(type, this.key);
  }

  spawn(name: string, key: number): void {
    const machine = this.world.model.spawned?.[name];
    if (machine === undefined) throw new RangeError(`no machine '${name}' can be spawned`);
    this.wishes.push({ machine, key });
  }

  stop(key: number): void {
    this.wishes.push({ machine: null, key });
  }

  persist(disk: unknown, type: string, data: unknown = null): void {
    this.world.persist(this.world.current, disk, type, data);
  }

  did(what: unknown): void {
    this.world.did.push(what);
  }

  explain(rule: string, data: Readonly<Record<string, FactValue>> = {}): void {
    this.world.recorder?.fact(this.self, rule, data);
  }
}
