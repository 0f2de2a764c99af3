/** zkCli, the command line client [ZooKeeperMain], as a program on a simulated client. */
import type { Call, CallResult, HandleState, WatchedEvent } from '../calls.ts';
import type { OutputLine, Program, ProgramInput, ProgramStep, Surroundings } from '../program.ts';
import { seenBy } from '../api.ts';
import { linesOf } from '../printed.ts';
import { hintFor } from './hint.ts';
import { begin, resume } from './running.ts';
import type { Progress, Running } from './running.ts';
import { newSession } from './session.ts';
import type { Session } from './session.ts';

const MS = 1000;

/** All that a zkCli process is, as plain data. */
export interface ZkCli {
  readonly session: Readonly<Session>;
  /** Whether it has JLine, which shows a prompt and completes words. */
  readonly jline: boolean;
  readonly running: Running | null;
  /** Results that no command has waited for yet. */
  readonly results: readonly CallResult[];
  /**
   * Until it is connected for the first time it carries out nothing [-waitforconnection]. Not there
   * otherwise: a digest of a run without it is what it was before there was this option.
   */
  readonly awaits?: true;
  /** Lines that were typed while one was being carried out, or before the connection. */
  readonly waiting: readonly string[];
  /** What was printed last without ending its line. */
  readonly open: string;
  readonly exited: boolean;
}

interface Options {
  /** Whether it has JLine, and so a prompt. */
  readonly jline: boolean;
  /** `-waitforconnection`: it begins when it is connected, and gives up after its session timeout. */
  readonly awaits?: boolean;
}

export function zkCli({ jline, awaits = false }: Options): Program<ZkCli> {
  const initial: ZkCli = {
    session: newSession(),
    jline,
    running: null,
    results: [],
    ...(awaits && { awaits }),
    waiting: [],
    open: '',
    exited: false,
  };
  return { name: 'zkCli', initial, next, prompt, chroot, busy };
}

/** Nothing stands before the cursor while a command, or the first connection, is under way. */
const prompt = (cli: ZkCli, { state }: Surroundings): string =>
  cli.running === null && cli.awaits !== true && !cli.exited ? promptOf(cli, state) : '';

/** It waits for its first connection no longer. */
const connected = (cli: ZkCli): ZkCli => {
  const { awaits, ...rest } = cli;
  return awaits === true ? rest : cli;
};

const chroot = ({ session }: ZkCli): string => session.chroot;

const busy = ({ running, waiting, exited }: ZkCli): boolean =>
  !exited && (running !== null || waiting.length > 0);

/** `[zk: localhost:2181(CONNECTED) 3] `; '' without JLine. */
const promptOf = ({ session, jline }: ZkCli, state: HandleState): string =>
  jline ? `[zk: ${session.host}(${state}) ${session.commandCount}] ` : '';

/** [WatchedEvent.toString] */
const eventText = ({ state, type, path }: WatchedEvent): string =>
  `WatchedEvent state:${state} type:${type} path:${path ?? 'null'}`;

function next(cli: ZkCli, input: ProgramInput, view: Surroundings): ProgramStep<ZkCli> {
  if (cli.exited) return { state: cli };
  switch (input.kind) {
    case 'start': {
      const state = { ...cli, session: { ...cli.session, host: view.server } };
      const connecting = told(`Connecting to ${view.server}`);
      return cli.awaits
        ? { state, output: connecting, wakeAfter: view.timeout * MS }
        : { state, output: [...connecting, ...welcome(cli)] };
    }
    case 'line': {
      const state = { ...cli, waiting: [...cli.waiting, input.text] };
      return cli.awaits ? { state } : work(state, view);
    }
    case 'result':
      return work({ ...cli, results: [...cli.results, input.result] }, view);
    case 'event': {
      const output = cli.session.printWatches ? block(cli, input.event) : [];
      if (cli.awaits !== true || input.event.state !== 'SyncConnected')
        return { state: cli, output };
      const step = work(connected(cli), view);
      return {
        ...step,
        output: [...output, ...welcome(cli), ...(step.output ?? [])],
        // It gives up no more.
        wakeAfter: step.wakeAfter ?? Infinity,
      };
    }
    // It asks nobody but its server.
    case 'reply':
      return { state: cli };
    case 'wake':
      return cli.awaits ? givenUp(cli) : work(cli, view);
  }
}

const told = (...lines: readonly string[]): OutputLine[] =>
  lines.map((text) => ({ stream: 'out', text }));

const welcome = ({ jline }: ZkCli): OutputLine[] =>
  told('Welcome to ZooKeeper!', `JLine support is ${jline ? 'enabled' : 'disabled'}`);

/** Nobody catches it: the process is over [ZooKeeperMain.connectToZK]. */
const givenUp = (cli: ZkCli): ProgramStep<ZkCli> => ({
  state: { ...cli, exited: true, waiting: [] },
  output: [{ stream: 'err', text: NO_CONNECTION }],
  exit: true,
});

const NO_CONNECTION =
  'Exception in thread "main" java.io.IOException: org.apache.zookeeper.KeeperException$ConnectionLossException: KeeperErrorCode = ConnectionLoss';

function block({ session }: ZkCli, event: WatchedEvent): OutputLine[] {
  const path = event.path === null ? null : seenBy(session.chroot, event.path);
  return ['', 'WATCHER::', '', eventText({ ...event, path })].map((text) => ({
    stream: 'watcher',
    text,
  }));
}

/** Goes on with the present line, then with those that wait, until one has to wait for a result. */
function work(from: ZkCli, { state }: Surroundings): ProgramStep<ZkCli> {
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
    if (this.cli.open !== '') {
      this.output.push({ stream: 'out', text: this.cli.open, open: true });
      this.cli = { ...this.cli, open: '' };
    }
    const printed = doings.map((doing) => (doing.do === 'call' ? '' : doing.text)).join('');
    const hint = hintFor(line, printed);
    if (hint !== null) this.output.push({ stream: 'hint', ...hint });
  }

  private print(stream: 'out' | 'err', text: string): void {
    const { lines, open } = linesOf(this.cli.open, stream, text);
    this.output.push(...lines);
    this.cli = { ...this.cli, open };
  }
}
