import { fileOfRun } from '../../scenarios/from-run.ts';
import type { Protocol } from '../../scenarios/protocol.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { PaxosDetail } from '../../view/paxos.ts';
import type { PaxosScenario } from '../../view/scenario.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { Run } from '../run.ts';
import { deedsOf } from './path.ts';
import type { Deed, Path } from './path.ts';

/** Between two deeds, so that one can see which comes first. */
const PAUSE: Micros = 2000;
/** More ballots than a search can have. */
const MOST_BALLOTS = 64;

/** Something that the search did cannot be done in the lab: a crash has lost the message. */
class NotThere extends Error {}

/**
 * Plays a path message by message in the lab itself.
 * @param file a group in which nothing happens by itself, every message waits, and nothing is told
 * to learners
 * @returns the run as a scenario; null when a crash has lost a message that the search still had
 */
export function replay(protocol: Protocol, file: PaxosScenario, path: Path): PaxosScenario | null {
  const run = new Run(protocol, file);
  const player = new Player(run);
  const acceptors = detailOf(run).processes.filter(({ kept }) => kept !== null);
  try {
    for (const deed of deedsOf(
      path,
      acceptors.map(({ name }) => name),
    )) {
      player.carryOut(deed);
    }
  } catch (error) {
    if (error instanceof NotThere) return null;
    throw error;
  }
  return fileOfRun(file, run.interventions()) as PaxosScenario;
}

const detailOf = (run: Run): PaxosDetail => run.protocol.detail(run.world) as PaxosDetail;

class Player {
  private readonly run: Run;
  private readonly pids: ReadonlyMap<string, Pid>;

  constructor(run: Run) {
    this.run = run;
    this.settle();
    this.pids = new Map(detailOf(run).processes.map(({ name, pid }) => [name, pid]));
  }

  carryOut(deed: Deed): void {
    switch (deed.kind) {
      case 'start-ballot':
        this.startBallot(this.pid(deed.process), deed.ballot);
        return;
      case 'wipe': {
        const pid = this.pid(deed.process);
        this.do({ kind: 'kill', pid }, PAUSE);
        this.do({ kind: 'wipe', pid });
        this.do({ kind: 'start', pids: [pid] });
        return;
      }
      case 'deliver':
        this.deliver(this.pid(deed.from), this.pid(deed.to), deed);
    }
  }

  private pid(name: string): Pid {
    const pid = this.pids.get(name);
    if (pid === undefined) throw new RangeError(`nobody is called ${name}`);
    return pid;
  }

  private startBallot(pid: Pid, ballot: number): void {
    const present = (): number =>
      detailOf(this.run).processes.find((each) => each.pid === pid)?.proposer?.ballot ?? 0;
    for (let more = MOST_BALLOTS; more > 0 && present() < ballot; more--) {
      this.do({ kind: 'input', pid, name: 'PROPOSE', data: {} }, PAUSE);
    }
    if (present() !== ballot) throw new NotThere();
  }

  /** What others send takes its time, to be seen; what one sends to oneself does not. */
  private deliver(from: Pid, to: Pid, { message, ballot }: Deed & { kind: 'deliver' }): void {
    const flight = [...this.run.world.network.flights.values()].find(
      (each) =>
        each.from === from &&
        each.to === to &&
        each.message.type === message.toUpperCase() &&
        (each.message as { ballot?: number }).ballot === ballot,
    );
    if (flight !== undefined) {
      const kind = from === to ? 'deliver' : 'release';
      this.do({ kind, message: flight.id }, from === to ? 0 : PAUSE);
    } else if (from !== to) throw new NotThere();
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
