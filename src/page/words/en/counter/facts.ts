import { byHand } from '../by-hand.ts';

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
