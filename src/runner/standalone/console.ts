import { itemsOf } from '../../kernel/long-list.ts';
import type { ZkCli } from '../../clients/zkcli/zkcli.ts';
import type { OutputLine } from '../../clients/program.ts';
import type { ZooCfg } from '../../view/zookeeper-setup.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Driven } from '../driven/driven.ts';
import { connect, serve, standalone } from './standalone.ts';
import type { Members } from './standalone.ts';

const CLIENT: Pid = 101;
/** What watchers have to say comes soon after a command, or not because of it. */
const SETTLING: Micros = 200_000;

/** zkCli at a fresh standalone server, or at an ensemble, with nothing around it: what is typed, what is printed. */
export class Console {
  /** What it printed before the first command. */
  readonly banner: readonly OutputLine[];
  private readonly host: Driven;
  private readonly printed: OutputLine[] = [];
  private seen = 0;

  /** @throws Error when the server does not come up, which would be a fault of ours */
  constructor(cfg: ZooCfg = {}, seed = 1, members?: Members) {
    this.host = standalone({
      clients: [{ id: CLIENT, program: 'zkcli-plain', startMs: null }],
      cfg,
      seed,
      ...(members !== undefined && { members }),
    });
    const look = (): void => this.look();
    if (!serve(this.host) || !connect(this.host, CLIENT)) throw new Error('nobody serves');
    this.host.pass(SETTLING, look);
    this.look();
    this.banner = this.take();
  }

  /** The invariants that broke, in plain English. */
  get violations(): readonly string[] {
    return this.host.violations;
  }

  /** Whether zkCli has ended. */
  get ended(): boolean {
    return this.cli()?.exited ?? true;
  }

  /** What the process would exit with if it ended now. */
  get exitCode(): number {
    return this.cli()?.session.exitCode ?? 1;
  }

  /** Types a line and waits until it is carried out. @returns what was printed meanwhile */
  type(line: string): readonly OutputLine[] {
    const look = (): void => this.look();
    this.host.type(CLIENT, line);
    this.host.pass(0, look);
    this.host.waitUntil(() => this.idle(), look);
    this.host.pass(SETTLING, look);
    return this.take();
  }

  private cli(): ZkCli | null {
    // The set-up above says that this is what runs there.
    return (this.host.client(CLIENT)?.program as ZkCli | undefined) ?? null;
  }

  private idle(): boolean {
    const cli = this.cli();
    return cli === null || cli.exited || (cli.running === null && cli.waiting.length === 0);
  }

  /** Only the newest lines are kept there: they are fetched after every event. */
  private look(): void {
    const client = this.host.client(CLIENT);
    if (client === null) return;
    this.printed.push(...itemsOf(client.output, this.seen));
    this.seen = client.outputCount;
  }

  private take(): readonly OutputLine[] {
    return this.printed.splice(0);
  }
}
