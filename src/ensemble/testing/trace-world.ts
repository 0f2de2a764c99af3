/** The ensemble that a trace is played on, with its names for servers and transactions. */
import type { Latency } from '../../view/intervention.ts';
import type { Pid } from '../../view/time.ts';
import type { QuorumMutant } from '../../zookeeper/quorum/mutants.ts';
import { ensembleModel } from '../quorum-model.ts';
import { AFTER_DISCOVERY, FROM_DISCOVERY, packetText } from './trace-packets.ts';
import { TraceStage } from './trace-stage.ts';
import { TraceState } from './trace-state.ts';

export interface Trace {
  readonly name: string;
  readonly title: string;
  readonly servers: number;
  readonly rows: string;
  /** What a client was told to be done, in that order. */
  readonly told: string;
  readonly broken?: QuorumMutant;
  /** Which of our servers plays which one of the trace; not there: the one of its number. */
  readonly as?: Readonly<Record<string, Pid>>;
  /** Who starts together, one group after the other; not there: all at once. The last of a group leads. */
  readonly starts?: readonly (readonly string[])[];
  /** Servers that the client's connect string names, in this order: leaders. */
  readonly client: readonly string[];
  /** Letters that stand for the session of another client, with its server. */
  readonly sessions?: Readonly<Record<string, string>>;
  /** Packets of discovery wait too. */
  readonly everyPacket?: true;
}

export const FIRST_CLIENT = 101;
export const fixed = (us: number): Latency => ({ kind: 'fixed', us });

export class TraceWorld {
  readonly stage: TraceStage;
  readonly state = new TraceState();
  readonly names: readonly string[];
  protected readonly trace: Trace;
  /** Letters that are sessions of other clients, in the order of their clients. */
  protected readonly others: readonly string[];

  constructor(trace: Trace) {
    this.trace = trace;
    this.names = Array.from({ length: trace.servers }, (_, index) => `S${index + 1}`);
    this.others = Object.keys(trace.sessions ?? {});
    const { broken } = trace;
    const servers = (names: readonly string[]): Pid[] => names.map((name) => this.pid(name));
    const model = ensembleModel(
      {
        servers: this.names.map((_, index) => ({ sid: index + 1 })),
        clients: [
          trace.client,
          ...this.others.map((letter) => [trace.sessions?.[letter] ?? '']),
        ].map((connects, index) => ({
          id: FIRST_CLIENT + index,
          program: 'api',
          inOrder: true,
          servers: servers(connects),
        })),
      },
      // Nobody loses patience within a trace: who gives up, does so because a row says that it does.
      { initLimit: 50, syncLimit: 50, ...(broken !== undefined && { broken: [broken] }) },
      { latency: fixed(2000), diskLatency: fixed(1000) },
    );
    this.stage = new TraceStage(
      {
        ...model,
        remember: (ghost, world, change) => {
          this.state.hear(change);
          return model.remember(ghost, world, change);
        },
      },
      1,
      trace.everyPacket === true ? FROM_DISCOVERY : AFTER_DISCOVERY,
    );
  }

  pid(name: string): Pid {
    return this.trace.as?.[name] ?? Number(name.slice(1));
  }

  pids(names: string): Pid[] {
    return names.split(/[ ,]+/u).map((name) => this.pid(name));
  }

  shown(): Map<string, string> {
    return new Map(
      this.names.map((name) => [name, this.state.show(name, this.stage.process(this.pid(name)))]),
    );
  }

  has(pid: Pid, zxid: string): { logged: boolean; committed: boolean } {
    return this.state.has(pid, this.stage.process(pid).disk, zxid);
  }

  acks(from: Pid, to: Pid, zxid: string): boolean {
    return this.stage
      .waiting()
      .some(
        (each) =>
          each.from === from && each.to === to && packetText(each.message) === `ACK(${zxid})`,
      );
  }

  phase(pid: Pid): string | undefined {
    return this.stage.process(pid).liveness === 'up'
      ? this.stage.server(pid).peer?.phase
      : undefined;
  }
}
