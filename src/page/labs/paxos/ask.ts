import type { PaxosAnswer, PaxosQuestion } from '../../../view/paxos-ask.ts';
import { send } from '../../sim/actions.ts';

interface Answers {
  readonly ballots: Extract<PaxosAnswer, { ask: 'ballots' }>;
  readonly livelock: Exclude<PaxosAnswer, { ask: 'ballots' }>;
  readonly 'other-retry': Exclude<PaxosAnswer, { ask: 'ballots' }>;
}

/** Asks the run what only one of Paxos can answer; undefined when there is no answer. */
export const askPaxos = async <Q extends PaxosQuestion>(
  question: Q,
): Promise<Answers[Q['ask']] | undefined> =>
  (await send({ type: 'ask', question })).asked as Answers[Q['ask']] | undefined;
