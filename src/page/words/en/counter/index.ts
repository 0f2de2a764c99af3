import { counterWords } from '../../../../stage/counter/words.ts';
import { byHand } from '../by-hand.ts';
import { opening } from './opening.ts';

/** One plain sentence for each rule of a fact of the counter, with its why. */
export const facts = {
  ...byHand,
  'disk-lost': '{pidName} has lost its disk: the counter begins again at 0.',
  input:
    '{name, select, CALL {A person has {pidName} call.} RETRY {A person has {pidName} try again.} other {{pidName} is asked by hand: {name}.}}',
  /** What each timer is for: what comes when it runs out. */
  timer: {
    TIMEOUT: 'stops waiting for the answer',
  },
  /** For each invariant, by its name. */
  broken: {
    'C-Success': 'A call that was answered has been undone (C-Success): {text}.',
    'C-Failure': 'A call that was refused has been carried out (C-Failure): {text}.',
    'C-Sum': 'The counter and its log disagree (C-Sum): {text}.',
    'C-Once': 'One call was carried out more than once (C-Once): {text}.',
  },

  // A caller.
  called:
    '{pidName} calls: {op, select, read {it asks for the counter} other {add {amount}}}. From now on it can only wait.',
  'called-again':
    '{pidName} sends the same call again ({op, select, read {a read} other {add {amount}}}), attempt {attempts}: it does not know what became of the last one.',
  succeeded:
    '{pidName} has its answer: {op, select, read {the counter is {value}} other {add {amount} is done, the counter is {value}}}. Outcome: success.',
  failed:
    '{pidName} has its answer: {op, select, read {it is refused} other {add {amount} is refused}}, the counter is {value}. Outcome: failure.',
  'answered-late':
    '{pidName} gets an answer that it no longer waits for: {op, select, read {the read} other {add {amount}}} {ok, select, true {was done} other {was refused}}, the counter is {value}.',
  'timed-out':
    '{pidName} has waited {waitedMs} ms for {op, select, read {its read} other {add {amount}}}. Lost on the way there, lost on the way back, or only slow: it looks the same. Outcome: unknown.',

  // The server.
  executed:
    '{pidName} carries out {fromName}’s {op, select, read {read: the counter is {value}} other {add {amount}: the counter is {value}}}{times, plural, =1 {} other {. It is the same call, carried out {times} times now}}.',
  recognised:
    '{pidName} knows {fromName}’s {op, select, read {old read} other {add {amount}}} by its id: it is not carried out again, only answered; the counter stays {value}.',
  refused:
    '{pidName} refuses {fromName}’s add {amount}: the counter is {value} and may not go below zero.',
  written:
    '{pidName} has it on disk: now {toName} may hear that the counter was {value} after its call.',

  /** How many others did the same right after it; only for rules that several share. */
  more: {
    started: '{count, plural, one {One more starts} other {# more start}} with it.',
  },
} as const;

/** What each invariant of the counter says. */
export const invariants = {
  'C-Success': {
    name: 'What is answered is done',
    says: 'A call that its caller counts as success is in the server’s log on disk.',
  },
  'C-Failure': {
    name: 'What is refused is not done',
    says: 'Where calls have ids, a call that its caller counts as failure was never carried out.',
  },
  'C-Sum': {
    name: 'The counter is its log',
    says: 'The counter on disk is the sum of the calls in its log.',
  },
  'C-Once': {
    name: 'At most once',
    says: 'Where calls have ids, no call is carried out more than once, however often it is sent.',
  },
} as const;

/** Words of the counter: its drawing and what stands beside it. */
export const counter = {
  name: 'A counter and its callers',
  add: '{name}: add 1',
  read: '{name}: read',
  retry: '{name}: retry',
  busy: '{name} is down, or waits for an answer.',
  nothingUnknown: 'There is no call whose outcome is unknown.',
  ids: 'The server knows repeated calls by their ids',
  stage: counterWords,
} as const;

/** What the counter’s lab offers to begin with, and what is to be seen there. */
export const presets = {
  'answer-under-way': {
    name: 'Answer under way',
    lead: opening,
  },
  'answer-lost': {
    name: 'Answer lost',
    lead: 'C has counted, but the way back to A is cut: its answer will be lost. May A call again?',
  },
} as const;

/** The rules of the counter as they can be switched off, by the mutants' names. */
export const rules = {
  'answer-before-disk': 'The server answers before its disk has the change',
  'forget-call-ids': 'The server forgets the ids of the calls that it has carried out',
} as const;

/** Terms of the counter. */
export const terms = {
  FREE: { name: 'FREE', text: 'This caller waits for no answer.' },
  WAITING: { name: 'WAITING', text: 'This caller has sent a call and waits for its answer.' },
  COUNTING: { name: 'COUNTING', text: 'The server carries out each call as it arrives.' },
  callsSuccess: { name: 'success', text: 'Calls whose answer says that they were done.' },
  callsFailure: { name: 'failure', text: 'Calls whose answer says that they were refused.' },
  callsUnknown: {
    name: 'unknown',
    text: 'Calls without an answer in time: done, or not, or still to be done.',
  },
  callsWaiting: { name: 'waiting', text: 'Calls that an answer is still awaited for.' },
  counterValue: { name: 'counter', text: 'The sum of all that was added.' },
  executions: { name: 'calls', text: 'Calls that the server has decided on.' },
} as const;

/** Events and guards in the machines' drawings. */
export const machine = {
  event: { CALL: 'asked to call', TIMEOUT: 'waited long enough' },
  guard: {
    hasUnknown: 'has an unknown call',
    isAwaited: 'is waited for',
    isRepeated: 'was carried out before',
    isAllowed: 'stays above zero',
    answersEarly: 'answers before it writes',
  },
} as const;

/** What the lab of callers and a counter says beside the words of every lab. */
export const words = {
  counter,
  machine,
  facts: { counter: facts },
  presets: { counter: presets },
  rules: { counter: rules },
  terms,
  invariants,
} as const;
