import type { PaxosAnswer, PaxosQuestion } from '../../view/paxos-ask.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { RunRead } from '../protocol.ts';
import { BallotReader } from './ballots.ts';
import { livelock } from './livelock.ts';
import { withPolicy } from './retry-policies.ts';

const readers = new WeakMap<object, BallotReader>();

/** What the Paxos lab asks for besides its frame. */
export function answer(run: RunRead, question: PaxosQuestion, whose: object): PaxosAnswer {
  switch (question.ask) {
    case 'ballots': {
      const reader = readers.get(whose) ?? new BallotReader();
      readers.set(whose, reader);
      return { ask: 'ballots', ballots: reader.ask(run, question) };
    }
    case 'livelock':
      return { ask: 'livelock', scenario: livelock(question.mesh) };
    case 'other-retry':
      return {
        ask: 'other-retry',
        scenario: withPolicy(run.file as Scenario<'paxos'>, question.policy),
      };
  }
}
