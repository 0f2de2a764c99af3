/** Logs of real servers: read, put together, and shown like a run of the election lab. */
import type { ElectionDetail } from '../view/election.ts';
import type { ViolationView } from '../view/frame.ts';
import { LIMITS } from '../view/limits.ts';
import { MOST_LINES } from '../view/server-logs.ts';
import type {
  LogLineView,
  LogProblem,
  LogsAnswer,
  LogsQuestion,
  LogsView,
  LogWarning,
} from '../view/server-logs.ts';
import type { Pid } from '../view/time.ts';
import type { ToldFrame } from '../view/told-frame.ts';
import { contradictions } from './causality.ts';
import { frameOf, ONE_LEADER } from './frames.ts';
import { history } from './history.ts';
import type { Event } from './history.ts';
import { readLog } from './read-log.ts';
import type { ReadLog } from './read-log.ts';
import { sequences } from './sequence.ts';
import { Skipped } from './skipped.ts';
import { after, beginning } from './state.ts';
import type { Ensemble } from './state.ts';
import { fileView, whoseIs } from './whose.ts';
import type { Owned } from './whose.ts';

export interface LogToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Bytes that it has on disk, when those are others. */
  readonly size?: number;
  /** Why it could not even be unpacked. */
  readonly problem?: { readonly code: string; readonly text: string };
}

/** From so many events on what is known stands ready. */
const STRETCH = 256;

export class ServerLogs {
  readonly view: LogsView;
  readonly events: readonly Event[];
  private readonly owned: readonly Owned[];
  private readonly skipped: Skipped;
  /** What is known after every `STRETCH`th event. */
  private readonly ready: readonly Ensemble[];
  private readonly violations: readonly ViolationView[];

  /**
   * @param said whose log a file is, by its name, where the reader has said so
   * @param tell hears how many bytes of all have been read
   */
  constructor(
    files: readonly LogToRead[],
    said: Readonly<Record<string, Pid>> = {},
    tell: (done: number, total: number) => void = () => undefined,
  ) {
    const logs = readAll(files, tell);
    this.owned = logs.map((log) =>
      whoseIs(log, Object.hasOwn(said, log.name) ? said[log.name] : undefined),
    );
    const { of: all, apart, warnings } = sequences(this.owned);
    const { kept, warning } = fewEnough(all);
    const { events, begins, cut } = history(kept);
    this.events = events;
    this.skipped = new Skipped(logs);
    const own = [...kept.keys()].toSorted((a, b) => a - b);
    const named = namedIn(events, own);
    const { ready, violations } = folded(events, beginning(own, named));
    this.ready = ready;
    this.violations = violations;
    this.view = {
      files: this.owned.map((one, i) => fileView(one, problemOf(files[i], apart.get(i)))),
      servers: own,
      named,
      events: events.length,
      begins: begins === null ? null : clockText(begins),
      opensAt: opensAt(events),
      skipped: this.skipped.kinds,
      warnings: [
        ...warnings,
        ...warning,
        ...contradictions(events),
        ...named.map((sid): LogWarning => ({
          code: 'no-log-of',
          data: { server: sid },
          position: null,
        })),
        ...(cut
          ? [{ code: 'many-events', data: { most: LIMITS.logEvents }, position: null } as const]
          : []),
      ],
    };
  }

  /** The frame at a position; beyond the end, that of the end. */
  frame(position: number): ToldFrame<ElectionDetail> {
    const { events } = this;
    const at = Math.min(Math.max(0, Math.floor(position)), events.length);
    const from = Math.floor(at / STRETCH);
    let ensemble = this.ready[from] as Ensemble;
    for (let i = from * STRETCH; i < at; i++) {
      const event = events[i];
      if (event !== undefined) ensemble = after(ensemble, event.told);
    }
    return frameOf(ensemble, {
      position: at,
      length: events.length,
      last: events[at - 1] ?? null,
      next: events[at] ?? null,
      interesting: events.slice(at, at + STRETCH).find(({ record }) => !record.routine) ?? null,
      violations: this.violations.filter(({ step }) => step < at),
    });
  }

  /** The line that tells the event just before this position. */
  line(position: number): LogLineView | null {
    const told = this.events[position - 1]?.told;
    const log = told === undefined ? undefined : this.owned[told.file]?.log;
    if (told === undefined || log === undefined) return null;
    return { file: log.name, line: told.line, text: log.textOf(told.line) };
  }

  ask(question: LogsQuestion): LogsAnswer {
    switch (question.ask) {
      case 'logs':
        return { ask: 'logs', logs: this.view };
      case 'lines': {
        const { kind, first } = question;
        return { ask: 'lines', lines: this.skipped.lines(kind, Math.max(0, first), MOST_LINES) };
      }
      case 'line':
        return { ask: 'line', line: this.line(question.position) };
    }
  }
}

function readAll(
  files: readonly LogToRead[],
  tell: (done: number, total: number) => void,
): readonly ReadLog[] {
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let before = 0;
  let lines: number = LIMITS.logLines;
  return files.map((file) => {
    const log = readLog(file, lines, (done) => tell(before + done, total));
    before += file.bytes.length;
    lines -= log.lines;
    return log;
  });
}

function problemOf(file: LogToRead | undefined, overlaps: string | undefined): LogProblem | null {
  if (overlaps !== undefined) return { code: 'overlaps', with: overlaps };
  if (file?.problem === undefined) return null;
  const { code, text } = file.problem;
  return { code: code === 'too-large' || code === 'bad-packing' ? code : 'unreadable', text };
}

/** The servers with most to tell, where there are more than may be. */
function fewEnough<T>(all: ReadonlyMap<Pid, readonly T[]>): {
  readonly kept: ReadonlyMap<Pid, readonly T[]>;
  readonly warning: readonly LogWarning[];
} {
  // Larger numbers than a server may have: something else stands there.
  const real = [...all].filter(([sid]) => sid <= LARGEST);
  const kept = real.toSorted((a, b) => b[1].length - a[1].length).slice(0, LIMITS.logServers);
  const left = all.size - kept.length;
  const data = { left, most: LIMITS.logServers };
  return {
    kept: new Map(kept),
    warning: left === 0 ? [] : [{ code: 'many-servers', data, position: null }],
  };
}

/** Of a server's number. ZooKeeper says 255; lanes can be told apart up to this. */
const LARGEST = 4095;

/** Servers that only others name. */
function namedIn(events: readonly Event[], own: readonly Pid[]): readonly Pid[] {
  const named = new Set<Pid>();
  for (const { told } of events) {
    for (const key of ['from', 'leader', 'peer', 'learner']) {
      const sid = told.data[key];
      if (typeof sid === 'number' && sid >= 0 && sid <= LARGEST && !own.includes(sid)) {
        named.add(sid);
      }
    }
  }
  return [...named].toSorted((a, b) => a - b).slice(0, Math.max(0, LIMITS.logServers - own.length));
}

function folded(
  events: readonly Event[],
  first: Ensemble,
): { readonly ready: readonly Ensemble[]; readonly violations: readonly ViolationView[] } {
  const ready = [first];
  const leaders = new Map<number, Pid>();
  const violations: ViolationView[] = [];
  let ensemble = first;
  for (const { told, record } of events) {
    ensemble = after(ensemble, told);
    if ((record.step + 1) % STRETCH === 0) ready.push(ensemble);
    if (told.rule !== 'leader-established') continue;
    const epoch = Number(told.data['epoch']);
    const other = leaders.get(epoch) ?? told.server;
    leaders.set(epoch, other);
    if (other === told.server) continue;
    const text = `S${other} and S${told.server} both led epoch ${epoch}`;
    violations.push({ invariant: ONE_LEADER, step: record.step, text });
  }
  return { ready, violations };
}

/** Where the first election begins; 0 where none does. */
const opensAt = (events: readonly Event[]): number =>
  events.findIndex(({ told }) => told.rule === 'looking') + 1;

const clockText = (ms: number): string =>
  new Date(ms).toISOString().replace('T', ' ').replace('Z', '');
