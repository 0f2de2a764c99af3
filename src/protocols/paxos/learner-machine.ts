/** A learner hears votes, or of a decision, and then knows. */
import { setup } from 'xstate';
import type { PaxosEvent } from './events.ts';
import * as Learner from './learner.ts';
import { perform, update, when } from './machine-types.ts';
import type { Context } from './machine-types.ts';
import type { Member } from './member.ts';

export const learnerMachine = setup({
  types: { context: {} as Context, events: {} as PaxosEvent },
  guards: {
    hasLearned: when(Learner.hasLearned),
    hearsVotes: when(Learner.hearsVotes),
    completesReports: when(Learner.completesReports),
    completesVotes: when(Learner.completesVotes),
  },
  actions: {
    noteReport: update(Learner.noteReport),
    noteVote: update(Learner.noteVote),
    takeDecision: update(Learner.takeDecision),
    explainLearned: perform(Learner.explainLearned),
    fanOut: perform(Learner.fanOut),
  },
}).createMachine({
  id: 'learner',
  context: { s: null as unknown as Member },
  initial: 'listening',
  states: {
    listening: {
      on: {
        LEARN: { actions: 'noteReport' },
        ACCEPTED: { guard: 'hearsVotes', actions: 'noteVote' },
        DECISION: { actions: 'takeDecision' },
      },
      always: { guard: 'hasLearned', target: 'learned' },
    },
    learned: {
      entry: ['explainLearned', 'fanOut'],
      on: {
        LEARN: [
          { guard: 'completesReports', actions: ['noteReport', 'fanOut'] },
          { actions: 'noteReport' },
        ],
        ACCEPTED: [
          { guard: 'completesVotes', actions: ['noteVote', 'fanOut'] },
          { guard: 'hearsVotes', actions: 'noteVote' },
        ],
        DECISION: { actions: 'takeDecision' },
      },
    },
  },
});
