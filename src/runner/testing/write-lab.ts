/** An ensemble with a client that writes, and what is asked of the write's path. */
import { whole } from '../../scenarios/slices.ts';
import { zookeeper } from '../../scenarios/zookeeper/adapter.ts';
import { crashWay } from '../../view/crash-way.ts';
import type { CrashHow } from '../../view/crash-way.ts';
import type { Pid } from '../../view/time.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import type { FutureView, MomentKind, PathAnswer, PathQuestion } from '../../view/write-path.ts';
import { zxidText } from '../../view/zxid.ts';
import { Director } from '../../scenarios/director.ts';
import type { Condition } from '../../view/condition.ts';
import { Run } from '../run.ts';
import { tried } from '../trial.ts';

export const ALPHA = 101;
export const BETA = 102;

const fixed = (us: number) => ({ kind: 'fixed', us }) as const;

export interface Wanted {
  readonly servers?: number;
  readonly observers?: readonly Pid[];
  /** Servers of α and of β. */
  readonly clients?: readonly (readonly Pid[])[];
  readonly links?: ScenarioFile['links'];
  readonly broken?: readonly string[];
  readonly alone?: boolean;
}

/** The way between two machines takes ten times as long as a disk, so that the moments lie apart. */
export const scenario = (wanted: Wanted): ScenarioFile => {
  const { servers = 3, observers = [], clients = [[3], [2]], links, broken, alone } = wanted;
  return {
    format: 'zooscope-scenario',
    version: 2,
    model: 'zookeeper',
    seed: 1,
    setup: {
      servers: Array.from({ length: servers }, (_, index) => ({
        sid: index + 1,
        ...(observers.includes(index + 1) && { observer: true }),
      })),
      ...(alone !== true && { ensemble: {} }),
      clients: clients.map((named, index) => ({
        id: ALPHA + index,
        program: 'zkcli-wait',
        servers: named,
        startMs: 3000 + 1000 * index,
      })),
      ...(broken && { broken }),
    },
    latency: fixed(10_000),
    diskLatency: fixed(1000),
    ...(links && { links }),
  } as ScenarioFile;
};

export class Lab {
  readonly run: Run;

  constructor(file: ScenarioFile) {
    this.run = new Run(zookeeper, file);
  }

  until(condition: Condition, withinMs = 60_000): void {
    const { run } = this;
    const limit = run.world.time + withinMs * 1000;
    const holds = Director.watch(condition, run.protocol, run.world);
    while (!holds(run.world, run.last?.facts ?? [], false, run.planned))
      if (!run.step(limit)) throw new Error(`in vain: ${JSON.stringify(condition)}`);
  }

  types(pid: Pid, text: string): void {
    this.run.intervene({ kind: 'input', pid, name: 'LINE', data: { text } });
  }

  async ask<Q extends PathQuestion>(question: Q) {
    const answer = await zookeeper.ask?.(this.run, question, this.run, whole);
    return answer as Extract<PathAnswer, { readonly ask: Q['ask'] }>;
  }

  async path() {
    const { path } = await this.ask({ ask: 'path', write: null });
    if (path === null) throw new Error('no write');
    return path;
  }

  /** Each moment with what each disk holds: `log S3: - - l`. */
  async moments(): Promise<string[]> {
    const { moments } = await this.path();
    return moments.map(({ kind, by, to, on, held, err }) => {
      const who = [by, to, on].filter((pid) => pid !== null).map(nameOf);
      const letters = held.map((each) => MARKS[each]).join('');
      return `${kind} ${who.join('→')}${err === '' ? '' : ` ${err}`} ${letters}`;
    });
  }

  async crash(kind: MomentKind, pids: readonly Pid[], how: CrashHow = {}) {
    const path = await this.path();
    const moment = path.moments.find((each) => each.kind === kind);
    if (moment === undefined) throw new Error(`no ${kind}`);
    const { position } = moment;
    const way = crashWay(pids, how);
    const { branch } = whole(
      tried(this.run, { type: 'try', branch: this.run.branch.id, position, way }),
    );
    const { future } = await this.ask({ ask: 'future', write: path.write, branch, position });
    if (future === null) throw new Error('no future');
    return future;
  }
}

const nameOf = (pid: Pid): string => (pid === ALPHA ? 'α' : pid === BETA ? 'β' : `S${pid}`);
const MARKS = { nothing: '-', memory: '.', logged: 'l', committed: 'C' } as const;
/** What became of it, how servers were synchronised, and each log. */
export function told({ fate, told: client, leader, servers, txns }: FutureView): string[] {
  const sent = servers.flatMap(({ pid, sync }) =>
    sync === null ? [] : [`S${pid} ${sync.how} ${sync.how === 'DIFF' ? sync.txns : sync.zxid}`],
  );
  const logs = servers.map(({ pid, cells, state, epoch }) => {
    const marks = cells.map((cell, index) => {
      const txn = txns[index];
      return `${txn === undefined ? '' : zxidText(txn.zxid)}${cell === 'cut' ? '✂' : MARKS[cell]}`;
    });
    return `S${pid} ${state} e${epoch ?? '-'} ${marks.join(' ')}`;
  });
  return [`${fate}, ${client}, S${leader ?? '-'} leads`, sent.join(', '), ...logs];
}

export async function written(wanted: Wanted, line = 'create /b'): Promise<Lab> {
  const lab = new Lab(scenario(wanted));
  const clients = wanted.clients ?? [[3], [2]];
  lab.until({ all: clients.map((_, at) => ({ state: { pid: ALPHA + at, is: 'CONNECTED' } })) });
  lab.until({ quiet: true });
  lab.types(ALPHA, line);
  lab.until({ all: [{ answered: ALPHA }, { quiet: true }] });
  return lab;
}

/** The leader and S4 stand near each other. */
export const five: Wanted = {
  servers: 5,
  clients: [[5]],
  links: [
    { from: 5, to: 4, latency: fixed(1000) },
    { from: 4, to: 5, latency: fixed(1000) },
  ],
};
