import { fileOfRun } from '../../scenarios/from-run.ts';
import type { Protocol } from '../../scenarios/protocol.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { PaxosDetail, PaxosProcessView } from '../../view/paxos.ts';
import type { ReachAsked } from '../../view/reach.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Flight } from '../../kernel/flight.ts';
import { Run } from '../run.ts';
import { deedsOf } from './path.ts';
import { meets } from './reach.ts';
import type { Deed, Path } from './path.ts';

/** Between two deeds, so that one can see which comes first. */
const PAUSE: Micros = 2000;
/** More ballots than a search can have. */
const MOST_BALLOTS = 64;

/** Something that the search did cannot be done in the lab. */
class NotThere extends Error {}

/**
 * Plays a path message by message in the lab itself.
 * @param file a group in which nothing happens by itself, every message waits, and nothing is told
 * to learners
 * @param targets what its acceptors must look like at the end, by name
 * @returns the run as a scenario; null when the lab does not come to look so
 */
export function replay(
  protocol: Protocol,
  file: Scenario<'paxos'>,
  path: Path,
  targets: ReachAsked['acceptors'],
): Scenario<'paxos'> | null {
  const run = new Run(protocol, file);
  const deeds = deedsOf(path);
  const player = new Player(run, deeds);
  try {
    for (const [at, deed] of deeds.entries()) player.carryOut(deed, at);
  } catch (error) {
    if (error instanceof NotThere) return null;
    throw error;
  }
  const { processes } = detailOf(run);
  const asAsked = targets.every(({ name, target }) =>
    processes.some(
      (one) => one.name === name && one.acceptor !== null && meets(one.acceptor, target),
    ),
  );
  return asAsked ? (fileOfRun(file, run.interventions()) as Scenario<'paxos'>) : null;
}

const detailOf = (run: Run): PaxosDetail => run.protocol.detail(run.world) as PaxosDetail;

type Delivery = Deed & { readonly kind: 'deliver' };

class Player {
  private readonly run: Run;
  private readonly deeds: readonly Deed[];
  private readonly pids: ReadonlyMap<string, Pid>;

  constructor(run: Run, deeds: readonly Deed[]) {
    this.run = run;
    this.deeds = deeds;
    this.settle();
    this.pids = new Map(detailOf(run).processes.map(({ name, pid }) => [name, pid]));
  }

  /** @param at which of the deeds it is */
  carryOut(deed: Deed, at: number): void {
    switch (deed.kind) {
      case 'start-ballot':
        this.startBallot(this.pid(deed.process), deed.ballot, deed.value);
        return;
      case 'wipe':
      case 'restart': {
        const pid = this.pid(deed.process);
        this.do({ kind: 'power-off', pid }, PAUSE);
        if (deed.kind === 'wipe') this.do({ kind: 'wipe', pid });
        this.do({ kind: 'start', pids: [pid] });
        return;
      }
      case 'deliver':
        this.deliver(deed, this.comesAgain(deed, at));
    }
  }

  private pid(name: string): Pid {
    const pid = this.pids.get(name);
    if (pid === undefined) throw new RangeError(`nobody is called ${name}`);
    return pid;
  }

  private startBallot(pid: Pid, ballot: number, value: string | null): void {
    const proposer = (): PaxosProcessView['proposer'] =>
      detailOf(this.run).processes.find((each) => each.pid === pid)?.proposer ?? null;
    const data = value === null || value === proposer()?.own ? {} : { value };
    const present = (): number => proposer()?.ballot ?? 0;
    if (present() >= ballot) throw new NotThere();
    for (let more = MOST_BALLOTS; more > 0 && present() < ballot; more--) {
      this.do({ kind: 'input', pid, name: 'PROPOSE', data }, PAUSE);
    }
    if (present() !== ballot) throw new NotThere();
  }

  /** Whether the same message is asked for once more. */
  private comesAgain(deed: Delivery, at: number): boolean {
    const { message, from, to, ballot } = deed;
    return this.deeds
      .slice(at + 1)
      .some(
        (other) =>
          other.kind === 'deliver' &&
          other.message === message &&
          other.from === from &&
          other.to === to &&
          other.ballot === ballot,
      );
  }

  /** What others send takes its time, to be seen; what one sends to oneself does not. */
  private deliver({ from, to, message, ballot, value }: Delivery, comesAgain: boolean): void {
    const [sender, receiver] = [this.pid(from), this.pid(to)];
    const found = [...this.run.world.network.flights.values()].filter(
      (each) =>
        each.from === sender &&
        each.to === receiver &&
        each.message.type === message.toUpperCase() &&
        (each.message as { ballot?: number }).ballot === ballot &&
        (value === null || (each.message as { value?: string }).value === value),
    );
    // Of two promises of one ballot (an acceptor that had forgotten the first), the one that says more.
    const [flight] = found.toSorted((one, other) => reported(other) - reported(one));
    if (flight === undefined) throw new NotThere();
    // A decision is asked for anew each time; everything else is one message, delivered once more.
    if (comesAgain && message !== 'Decide') this.do({ kind: 'duplicate', message: flight.id });
    const kind = from === to ? 'deliver' : 'release';
    this.do({ kind, message: flight.id }, from === to ? 0 : PAUSE);
  }

  /** Does it after a pause, and lets happen what comes of it. */
  private do(what: Intervention, pause: Micros = 0): void {
    this.run.intervene(what, this.run.world.time + pause);
    this.settle();
  }

  private settle(): void {
    while (this.run.step());
  }
}

const reported = ({ message }: Flight): number =>
  (message as { readonly accBallot?: number }).accBallot ?? 0;
