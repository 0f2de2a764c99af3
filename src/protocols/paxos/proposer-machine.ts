/**
 * A proposer: it prepares a ballot, proposes a value in it, and begins again when it fails. With a
 * leader, only that one gets so far; the others forward their values to it.
 */
import { setup } from 'xstate';
import type { PaxosEvent } from './events.ts';
import { actions, guards } from './proposer-implementations.ts';
import type { Context } from './machine-types.ts';
import type { Member } from './member.ts';

const proposerSetup = setup({
  types: { context: {} as Context, events: {} as PaxosEvent },
  guards,
  actions,
});

/** A ballot of its own is under way, or the next one is awaited. */
const active = proposerSetup.createStateConfig({
  initial: 'preparing',
  on: {
    PROPOSE: { guard: 'hasValue', target: '#proposer.active.preparing', actions: 'takeValue' },
    BEAT: { actions: 'beat' },
    HEARTBEAT: {
      guard: 'isFromEarlier',
      target: '#proposer.following',
      actions: ['noteLeader', 'stopBeating'],
    },
  },
  states: {
    preparing: {
      entry: ['beginBallot', 'setTimeout', 'beat'],
      exit: 'clearTimeout',
      on: {
        BALLOT_WRITTEN: { guard: 'isBallotWritten', actions: 'sendPrepares' },
        PROMISE: [
          { guard: 'completesPromises', actions: 'notePromises' },
          { guard: 'isPromise', actions: 'notePromise' },
          { actions: 'ignoreLate' },
        ],
        DECIDE: { guard: 'isMyDecision', target: 'proposing', actions: 'decideValue' },
        NACK: [
          { guard: 'isRefusal', target: 'backingOff', actions: 'noteRefusal' },
          { actions: 'ignoreLate' },
        ],
        BALLOT_TIMEOUT: { target: 'backingOff', actions: 'explainTimeout' },
      },
    },
    proposing: {
      entry: 'setTimeout',
      exit: 'clearTimeout',
      on: {
        ACCEPTED: [
          { guard: 'completesVotes', target: '#proposer.done', actions: 'takeChosen' },
          { guard: 'isVote', actions: 'noteAccepted' },
          { actions: 'ignoreLate' },
        ],
        NACK: [
          { guard: 'isRefusal', target: 'backingOff', actions: 'noteRefusal' },
          { actions: 'ignoreLate' },
        ],
        BALLOT_TIMEOUT: { target: 'backingOff', actions: 'explainTimeout' },
      },
    },
    backingOff: {
      entry: 'backOff',
      exit: 'clearRetry',
      on: { RETRY: 'preparing' },
    },
  },
});

export const proposerMachine = proposerSetup.createMachine({
  id: 'proposer',
  context: { s: null as unknown as Member },
  initial: 'idle',
  on: {
    PROMISE: { actions: 'ignoreLate' },
    ACCEPTED: { actions: 'ignoreLate' },
    NACK: { actions: 'ignoreLate' },
    FORWARD: { actions: 'noteClient' },
  },
  states: {
    idle: {
      entry: 'setFirst',
      on: {
        PROPOSE: [
          { guard: 'mustForward', target: 'following', actions: 'takeValue' },
          { guard: 'hasValue', target: 'active', actions: 'takeValue' },
        ],
        FORWARD: { target: 'active', actions: 'noteClient' },
      },
      always: { guard: 'isTaught', target: 'done', actions: 'takeLearned' },
    },
    following: {
      entry: ['forward', 'setLease'],
      exit: 'clearLease',
      on: {
        HEARTBEAT: { guard: 'isFromLeader', actions: ['noteLeader', 'setLease'] },
        LEASE: [
          { guard: 'isNextLeader', target: 'active', actions: 'suspect' },
          { target: 'following', reenter: true, actions: 'suspect' },
        ],
        PROPOSE: { guard: 'hasValue', target: 'following', reenter: true, actions: 'takeValue' },
        OUTCOME: { target: 'done', actions: 'takeOutcome' },
      },
      always: { guard: 'isTaught', target: 'done', actions: 'takeLearned' },
    },
    active: { ...active, always: { guard: 'isTaught', target: 'done', actions: 'takeLearned' } },
    done: {
      entry: ['stopBeating', 'tellClients'],
      on: {
        PROPOSE: { guard: 'hasValue', target: 'active', actions: 'takeValue' },
        FORWARD: { actions: ['noteClient', 'tellClients'] },
      },
    },
  },
});
