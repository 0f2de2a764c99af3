import { linkKey } from '../../kernel/model.ts';
import type { Message } from '../../kernel/model.ts';
import { MESSAGE } from '../../kernel/pending.ts';
import type { Notification } from '../../protocols/election/messages.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Run } from '../run.ts';

/** Name of the rule that whoever looks tells its round to those who vote in an earlier one. */
export const ANSWERS = 'old rounds are answered';

interface Debt {
  readonly question: number;
  readonly from: Pid;
  readonly to: Pid;
  readonly theirs: number;
  readonly own: number;
  /** Messages from this number on are younger than the question. */
  readonly since: number;
}

/**
 * Watches what the golden profile sends: a vote of an earlier round that reaches a looking server is
 * answered in the same step with the round that is on [specification R3, second point;
 * FastLeaderElection.WorkerReceiver.run]. No state tells it, and channels that lose nothing hide the
 * harm; only the message is there or is not. In the other profile an answer may wait for a connection.
 */
export class Answers {
  /** The first answer that did not come, in plain English. */
  missed: { readonly step: number; readonly text: string } | null = null;
  private readonly golden: boolean;

  constructor(golden: boolean) {
    this.golden = golden;
  }

  /** Takes one step of the run. @returns whether it did, and the answer came if one was due */
  step(run: Run, limit: Micros): boolean {
    const debt = this.golden ? owed(run.world) : null;
    const { position } = run;
    if (!run.step(limit)) return false;
    if (debt === null || isPaid(run.world, debt)) return true;
    // A start that was planned for this instant came first.
    if (run.world.network.flights.get(debt.question) !== undefined) return true;
    const { from, to, theirs, own } = debt;
    const text = `S${from} looks in round ${own} and heard S${to} vote in round ${theirs}, but did not tell it`;
    this.missed = { step: position, text };
    return false;
  }
}

/** The answer that the next event will make due. */
function owed(world: AnyWorld): Debt | null {
  const event = world.next();
  if (event?.kind !== MESSAGE) return null;
  const flight = world.network.flights.get(event.ref);
  if (flight === undefined || !isNotification(flight.message)) return null;
  const { state, round, vote } = flight.message;
  const { from: to, to: from } = flight;
  const hears = (world.process(from).s as Server | null)?.peer ?? null;
  if (hears?.state !== 'LOOKING' || state !== 'LOOKING' || round >= hears.round) return null;
  const { voters, broken } = hears.config;
  // It takes the vote for one of its own round.
  if (broken.has('believe-old-rounds')) return null;
  if (!voters.includes(to) || !voters.includes(vote.leader)) return null;
  if (!world.process(to).running || world.network.isCut(linkKey(from, to))) return null;
  const { nextFlight: since } = world.network;
  return { question: flight.id, from, to, theirs: round, own: hears.round, since };
}

const isPaid = ({ network }: AnyWorld, { from, to, own, since }: Debt): boolean =>
  network.flights
    .values()
    .some(
      (flight) =>
        flight.id >= since &&
        flight.from === from &&
        flight.to === to &&
        isNotification(flight.message) &&
        flight.message.round === own,
    );

const isNotification = (message: Message): message is Notification =>
  message.type === 'NOTIFICATION';
