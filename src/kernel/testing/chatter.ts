/**
 * A toy protocol for the kernel's own tests: processes that do what they are told (`sends B hello`,
 * `dials B`, `saves x`, …), or, when restless, whatever chance tells them. All that happens to one
 * is noted as a fact and counted in its state.
 */
import { assign, setup } from 'xstate';
import type { Latency } from '../../view/intervention.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Scope } from '../machine/execute.ts';
import { flatten } from '../machine/flatten.ts';
import type { Invariant, KernelEvent, Message, Model } from '../model.ts';

const PORT = 'talk';

export interface Say extends Message {
  readonly type: 'SAY';
  readonly text: string;
}

const say = (text: string): Say => ({ type: 'SAY', text });

/** What a chatter remembers. */
export class Chatter {
  /** How much happened to it. */
  readonly count: number;
  /** A digest of what happened, so that whatever it hears reaches its state. */
  readonly sum: number;
  readonly lines: readonly { readonly peer: Pid; readonly connection: number }[];
  readonly words: readonly string[];
  readonly restless: boolean;

  constructor(
    count: number,
    sum: number,
    lines: Chatter['lines'],
    words: Chatter['words'],
    restless: boolean,
  ) {
    this.count = count;
    this.sum = sum;
    this.lines = lines;
    this.words = words;
    this.restless = restless;
  }

  noting(text: string): Chatter {
    let sum = this.sum;
    for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
    return new Chatter(this.count + 1, sum, this.lines, this.words, this.restless);
  }

  withLines(lines: Chatter['lines']): Chatter {
    return new Chatter(this.count, this.sum, lines, this.words, this.restless);
  }

  withWord(word: string): Chatter {
    const words = [...this.words, word];
    return new Chatter(this.count, this.sum, this.lines, words, this.restless);
  }

  /** The newest connection with a peer; 0 when there is none. */
  lineTo(peer: Pid): number {
    return this.lines.findLast((line) => line.peer === peer)?.connection ?? 0;
  }
}

export const letterOf = (pid: Pid): string => String.fromCharCode(64 + pid);
export const pidOf = (letter: string): Pid => letter.charCodeAt(0) - 64;

type Event = KernelEvent<Say>;

/** What the event means, as a line of a story. */
function lineOf(event: Event, s: Chatter): string {
  const me = letterOf(event.io.self);
  const { type, from, reason, message } = event;
  if (type === 'SAY') return `${letterOf(from)} → ${me}  ${message.text}`;
  if (type === 'START') return `${me}  starts${s.words.map((word) => ` ${word}`).join('')}`;
  const more = [from === 0 ? '' : letterOf(from), reason, type === 'SAVED' ? event.data : ''];
  return [`${me}  ${type}`, ...more.filter((part) => part !== '')].join(' ');
}

function note(event: Event, s: Chatter): Chatter {
  const text = lineOf(event, s);
  event.io.explain('noted', { text });
  const { type, from, connection } = event;
  const others = s.lines.filter((line) => line.connection !== connection);
  if (type === 'CONNECTED')
    return s.noting(text).withLines([...others, { peer: from, connection }]);
  return type === 'CLOSED' ? s.noting(text).withLines(others) : s.noting(text);
}

/** Does what it is told, e.g. `sends B hello`. */
function obey(s: Chatter, { io }: Event, order: string): Chatter {
  const [verb = '', to = '', ...rest] = order.split(' ');
  const peer = pidOf(to);
  switch (verb) {
    case 'sends':
      io.sendTo(peer, say(rest.join(' ')));
      return s;
    case 'tells':
      io.send(s.lineTo(peer), say(rest.join(' ')));
      return s;
    case 'passes':
      // The newest held word between two others: `passes B C`, on its way for so long: `passes B C 5`.
      if (!io.deliver(peer, pidOf(rest[0] ?? ''), ['SAY'], Number(rest[1] ?? 0)))
        io.setTimer('ALARM', 0);
      return s;
    case 'dials':
      if (peer === io.self) return s;
      return s.withLines([...s.lines, { peer, connection: io.dial(peer, PORT) }]);
    case 'leaves': {
      const connection = s.lineTo(peer);
      io.close(connection);
      return s.withLines(s.lines.filter((line) => line.connection !== connection));
    }
    case 'saves': {
      const next = s.withWord(to);
      io.persist(next.words, 'SAVED', to);
      return next;
    }
    case 'deafens':
      io.unlisten(PORT);
      return s;
    case 'sets':
      io.setTimer(to, parseInt(rest[0] ?? '0', 10) * 1000);
      return s;
    case 'clears':
      io.clearTimer(to);
      return s;
    default:
      throw new Error(`a chatter does not understand '${order}'`);
  }
}

const VERBS = ['sends', 'sends', 'tells', 'tells', 'tells', 'dials', 'leaves', 'saves', 'sets'];

/** Something that a restless chatter does of its own accord. */
function whim(s: Chatter, event: Event, pids: number, hasChannels: boolean): Chatter {
  const { io } = event;
  const pick = (below: number): number => Math.floor(io.random() * below);
  io.setTimer('TICK', 500 + pick(3000));
  const verb = VERBS[pick(VERBS.length)] ?? 'tells';
  const peer = letterOf(1 + ((io.self + pick(pids - 1)) % pids));
  if (verb === 'sends' && !hasChannels) return s;
  if (verb === 'saves' && s.words.length > 5) return s;
  if (verb === 'dials' && s.lines.length > 4) return obey(s, event, `leaves ${peer}`);
  return obey(s, event, verb === 'sets' ? 'sets BELL 3' : `${verb} ${peer} ${s.count}`);
}

const HEARD = ['SAY', 'CONNECTED', 'CLOSED', 'LINK_UP', 'LINK_DOWN', 'SAVED', 'ALARM', 'BELL'];

/** The machine of a chatter among so many. */
function machineOf(pids: number, hasChannels: boolean) {
  return setup({
    types: {} as { context: Scope<Chatter>; events: Event },
    actions: {
      begin: ({ context, event }) => {
        event.io.listen(PORT);
        if (context.s.restless) event.io.setTimer('TICK', 1000);
      },
      note: assign(({ context, event }) => ({ s: note(event, context.s) })),
      // A dial's number belongs to the state at once, so these effects stand in an assign.
      obey: assign(({ context, event }) => ({
        s: obey(context.s, event, (event.data as { order: string }).order),
      })),
      whim: assign(({ context, event }) => ({ s: whim(context.s, event, pids, hasChannels) })),
    },
  }).createMachine({
    id: 'chatter',
    context: { s: new Chatter(0, 0, [], [], false) },
    initial: 'chatting',
    states: {
      chatting: {
        entry: ['begin', 'note'],
        on: {
          ...Object.fromEntries(HEARD.map((type) => [type, { actions: 'note' as const }])),
          DO: { actions: 'obey' },
          TICK: { actions: 'whim' },
        },
      },
    },
  });
}

export type ChatterModel = Model<Chatter, readonly string[], number>;

export interface ChatterOptions {
  readonly pids?: number;
  readonly nature?: ChatterModel['nature'];
  readonly byHand?: boolean;
  readonly latency?: Latency;
  readonly links?: ChatterModel['links'];
  readonly diskLatency?: Latency;
  readonly restless?: boolean;
  readonly invariants?: readonly Invariant<Chatter, readonly string[], number>[];
}

export const fixed = (ms: number): Latency => ({ kind: 'fixed', us: ms * 1000 });
export const uniform = (minMs: number, maxMs: number): Latency => ({
  kind: 'uniform',
  min: minMs * 1000,
  max: maxMs * 1000,
});
export const listed = (...ms: Micros[]): Latency => ({
  kind: 'listed',
  us: ms.map((each) => each * 1000),
});

/** A world of chatters: A, B, C… The history variable counts the changes. */
export function chatters(options: ChatterOptions = {}): ChatterModel {
  const { pids = 3, nature = 'fifo', restless = false } = options;
  const table = flatten(machineOf(pids, nature !== 'none'));
  return {
    name: 'chatters',
    pids: Array.from({ length: pids }, (_, index) => index + 1),
    nameOf: letterOf,
    machines: () => [{ table }],
    nature,
    byHand: options.byHand ?? false,
    latency: options.latency ?? fixed(10),
    links: options.links ?? new Map(),
    diskLatency: options.diskLatency ?? fixed(5),
    initialDisk: () => [],
    blankDisk: () => [],
    boot: (_pid, disk) => new Chatter(0, 0, [], disk, restless),
    initialGhost: 0,
    remember: (ghost) => ghost + 1,
    invariants: options.invariants ?? [],
    describe: (message) => ({
      kind: message.type,
      shape: 'packet',
      claim: null,
      label: (message as Say).text,
      short: (message as Say).text,
      routine: false,
    }),
    routine: () => false,
  };
}
