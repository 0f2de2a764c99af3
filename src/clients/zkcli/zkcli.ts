/** zkCli, the command line client [ZooKeeperMain], as a program on a simulated client. */
import type { Call, CallResult, HandleState, WatchedEvent } from '../calls.ts';
import type { OutputLine, Program, ProgramInput, ProgramStep, ProgramView } from '../program.ts';
import { seenBy } from './handle.ts';
import { hintFor } from './hint.ts';
import { begin, resume } from './running.ts';
import type { Progress, Running } from './running.ts';
import { newSession } from './session.ts';
import type { Session } from './session.ts';

/** All that a zkCli process is, as plain data. */
export interface ZkCli {
  readonly session: Readonly<Session>;
  /** Whether it has JLine, which shows a prompt and completes words. */
  readonly jline: boolean;
  readonly running: Running | null;
  /** Results that no command has waited for yet. */
  readonly results: readonly CallResult[];
  /** Lines that were typed while one was being carried out. */
  readonly waiting: readonly string[];
  /** What was printed last without ending its line. */
  readonly open: string;
  readonly exited: boolean;
}

/** @param options `jline`: whether it has JLine, and so a prompt */
export function zkCli({ jline }: { readonly jline: boolean }): Program<ZkCli> {
  const initial: ZkCli = {
    session: newSession(),
    jline,
    running: null,
    results: [],
    waiting: [],
    open: '',
    exited: false,
  };
  return { name: 'zkCli', initial, next, prompt, chroot, busy };
}

/** Nothing stands before the cursor while a command is under way. */
const prompt = (cli: ZkCli, { state }: ProgramView): string =>
  cli.running === null && !cli.exited ? promptOf(cli, state) : '';

const chroot = ({ session }: ZkCli): string => session.chroot;

const busy = ({ running, waiting, exited }: ZkCli): boolean =>
  !exited && (running !== null || waiting.length > 0);

/** `[zk: localhost:2181(CONNECTED) 3] `; '' without JLine. */
const promptOf = ({ session, jline }: ZkCli, state: HandleState): string =>
  jline ? `[zk: ${session.host}(${state}) ${session.commandCount}] ` : '';

/** [WatchedEvent.toString] */
const eventText = ({ state, type, path }: WatchedEvent): string =>
  `WatchedEvent state:${state} type:${type} path:${path ?? 'null'}`;

function next(cli: ZkCli, input: ProgramInput, view: ProgramView): ProgramStep<ZkCli> {
  if (cli.exited) return { state: cli };
  switch (input.kind) {
    case 'start': {
      const session = { ...cli.session, host: view.server };
      return { state: { ...cli, session }, output: banner(cli, view.server) };
    }
    case 'line':
      return work({ ...cli, waiting: [...cli.waiting, input.text] }, view);
    case 'result':
      return work({ ...cli, results: [...cli.results, input.result] }, view);
    case 'event':
      return { state: cli, output: cli.session.printWatches ? block(cli, input.event) : [] };
    case 'wake':
      return work(cli, view);
  }
}

const banner = ({ jline }: ZkCli, server: string): OutputLine[] =>
  [
    `Connecting to ${server}`,
    'Welcome to ZooKeeper!',
    `JLine support is ${jline ? 'enabled' : 'disabled'}`,
  ].map((text) => ({ stream: 'out', text }));

function block({ session }: ZkCli, event: WatchedEvent): OutputLine[] {
  const path = event.path === null ? null : seenBy(session.chroot, event.path);
  return ['', 'WATCHER::', '', eventText({ ...event, path })].map((text) => ({
    stream: 'watcher',
    text,
  }));
}

/** Goes on with the present line, then with those that wait, until one has to wait for a result. */
function work(from: ZkCli, { state }: ProgramView): ProgramStep<ZkCli> {
  const at = new Step(from, state);
  at.goOn();
  // A new handle is there only after this step.
  while (at.idle && at.calls.length === 0 && at.takeLine());
  const { cli, output, calls } = at;
  const stuck = at.idle && cli.waiting.length > 0;
  return {
    state: cli,
    output,
    calls,
    ...(stuck && { wakeAfter: 0 }),
    ...(cli.exited && { exit: true }),
  };
}

/** What a step brings about, gathered line by line. */
class Step {
  cli: ZkCli;
  readonly state: HandleState;
  readonly output: OutputLine[] = [];
  readonly calls: Call[] = [];

  constructor(cli: ZkCli, state: HandleState) {
    this.cli = cli;
    this.state = state;
  }

  get idle(): boolean {
    return this.cli.running === null && !this.cli.exited;
  }

  goOn(): void {
    const { running, results } = this.cli;
    if (running !== null) this.take(resume(running, this.state, results), running.line);
  }

  /** @returns whether there was one */
  takeLine(): boolean {
    const [line, ...waiting] = this.cli.waiting;
    if (line === undefined) return false;
    this.output.push({ stream: 'in', text: `${promptOf(this.cli, this.state)}${line}` });
    this.cli = { ...this.cli, waiting };
    const { session, results } = this.cli;
    if (line !== '') this.take(begin(session, line, this.state, results), line);
    return true;
  }

  private take({ doings, results, running, session, exits }: Progress, line: string): void {
    this.cli = { ...this.cli, results, running, session, exited: exits };
    for (const doing of doings) {
      if (doing.do === 'call') this.calls.push(doing.call);
      else this.print(doing.stream, doing.text);
    }
    if (running !== null) return;
    if (this.cli.open !== '') this.print('out', '\n');
    const printed = doings.map((doing) => (doing.do === 'call' ? '' : doing.text)).join('');
    const hint = hintFor(line, printed);
    if (hint !== null) this.output.push({ stream: 'hint', ...hint });
  }

  /** Output is kept in lines; what does not end one waits for the rest of it. */
  private print(stream: 'out' | 'err', text: string): void {
    const [open = '', ...whole] = `${this.cli.open}${text}`.split('\n').toReversed();
    for (const each of whole.toReversed()) this.output.push({ stream, text: each });
    this.cli = { ...this.cli, open };
  }
}
