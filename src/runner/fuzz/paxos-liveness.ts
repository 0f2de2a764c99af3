import { paxos } from '../../scenarios/paxos/adapter.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { PaxosDetail } from '../../view/paxos.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import type { Dice } from './dice.ts';

/** Who is up in the end: a quorum of acceptors at least, everybody who proposes or learns. */
export function paxosSurvivors(dice: Dice, { setup }: Scenario<'paxos'>): Pid[] {
  const acceptors = setup.processes.filter(({ roles }) => roles.includes('acceptor'));
  const quorum = Math.floor(acceptors.length / 2) + 1;
  const some = dice.some(acceptors, dice.between(quorum, acceptors.length)).map(({ id }) => id);
  const others = setup.processes
    .filter(({ roles }) => roles.includes('proposer') || !roles.includes('acceptor'))
    .map(({ id }) => id);
  return [...new Set([...some, ...others])];
}

/**
 * What must come true once every fault is undone, a quorum is up, and somebody has been told to
 * propose: a value is chosen, that proposer knows, and so do all learners that are told by anybody.
 * @returns what is missing, in plain English; null when all is well
 */
export function paxosMissing(
  world: AnyWorld,
  proposer: Pid,
  file: Scenario<'paxos'>,
): string | null {
  const detail = paxos.detail(world) as PaxosDetail;
  const up = detail.processes.filter(({ pid }) => world.process(pid).running);
  if (detail.chosen.length === 0) return 'a quorum is up and whole, but nothing is chosen';
  const asked = up.find(({ pid }) => pid === proposer);
  if (asked !== undefined && asked.proposer?.outcome === null)
    return `${asked.name} has proposed and does not know what was chosen`;
  const { learning = 'none', retry } = file.setup;
  // With L3 a learner hears through distinguished ones, which may be down. A leader that knows the
  // outcome tells it to whom asks, and does not run another ballot for those who lost the message.
  if (learning === 'none' || learning === 'L3' || retry?.policy === 'leader') return null;
  const ignorant = up.find(({ learner }) => learner !== null && learner.learned === null);
  return ignorant === undefined
    ? null
    : `a value is chosen, but ${ignorant.name} has not learned it`;
}
