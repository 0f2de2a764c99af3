import type { Pid } from '../view/time.ts';
import type { Io, KernelEvent } from './model.ts';

/** The event a machine gets. One class for all kinds: what reads it always meets the same shape. */
export class Happening implements KernelEvent {
  readonly type: string;
  readonly io: Io;
  readonly from: Pid;
  readonly connection: number;
  readonly message: unknown;
  readonly data: unknown;
  readonly port: string;
  readonly reason: string;
  readonly dialled: boolean;

  constructor(
    type: string,
    io: Io,
    from: Pid,
    connection: number,
    message: unknown,
    data: unknown,
    port = '',
    reason = '',
    dialled = false,
  ) {
    this.type = type;
    this.io = io;
    this.from = from;
    this.connection = connection;
    this.message = message;
    this.data = data;
    this.port = port;
    this.reason = reason;
    this.dialled = dialled;
  }
}
