import { byHand } from '../by-hand.ts';

/**
 * One plain sentence for each rule of a fact in Paxos, with its why. Processes go by their names
 * (`{pidName}`); a ballot is a number, a proposal (ballot, value).
 */
export const facts = {
  ...byHand,
  'disk-lost': '{pidName} has lost its disk: whatever it promised and accepted is forgotten.',
  input:
    '{name, select, PROPOSE {{pidName} is asked to propose.} other {{pidName} is asked by hand: {name}.}}',
  /** What each timer is for: what comes when it runs out. */
  timer: {
    PROPOSE: 'proposes its value',
    RETRY: 'tries again',
    BALLOT_TIMEOUT: 'gives up this ballot',
    LEASE: 'takes the leader for dead',
    BEAT: 'sends a heartbeat',
  },
  /** The same for each invariant, by its name. */
  broken: {
    'I-Type': 'An acceptor’s state makes no sense (I-Type): {text}.',
    'I-Mono': 'An acceptor went back on its disk (I-Mono): {text}.',
    'I-Keep': 'A promise was not kept (I-Keep): {text}.',
    'I-Truth': 'An acceptor reports something else than its newest vote (I-Truth): {text}.',
    'I-OneValuePerBallot': 'One ballot has two values (I-OneValuePerBallot): {text}.',
    'I-P2': 'Two values are chosen (I-P2): {text}.',
    'I-P2a': 'After a value was chosen another one was accepted (I-P2a): {text}.',
    'I-P2b': 'After a value was chosen another one was proposed (I-P2b): {text}.',
    'I-P2c': 'A proposal that no quorum justifies (I-P2c): {text}.',
    'I-Safe': 'A vote was not safe (I-Safe): {text}.',
    'I-Agreement': 'Two different values are chosen (I-Agreement): {text}.',
    'I-Validity': 'A value that nobody asked for (I-Validity): {text}.',
    'I-Learn': 'Something was learned that is not chosen (I-Learn): {text}.',
    'I-Stable': 'What was chosen may still be undone (I-Stable): {text}.',
  },

  // An acceptor.
  promised:
    '{pidName} promises {toName} ballot {ballot}: {before, plural, =0 {it has promised nothing yet} other {that is more than {before}, its highest so far}}. {accBallot, plural, =0 {It reports that it has accepted nothing.} other {It reports what it has accepted: ({accBallot}, {accValue}).}}',
  'prepare-refused':
    '{pidName} refuses {fromName}’s Prepare({ballot}): it has promised {promised}{holderName, select, none {} other { to {holderName}}}{said, select, true {} other {. It stays silent}}.',
  accepted:
    '{pidName} accepts {fromName}’s ({ballot}, {value}): {promised, plural, =0 {it had promised nothing} other {the highest ballot it had promised is {promised}}}.',
  'accept-refused':
    '{pidName} refuses {fromName}’s Accept({ballot}, {value}): it has promised {promised}{holderName, select, none {} other { to {holderName}}}{said, select, true {} other {. It stays silent}}.',
  'promise-written': '{pidName} has its promise of {ballot} on disk: now {toName} may hear of it.',
  'vote-written':
    '{pidName} has ({ballot}, {value}) on disk: now its vote counts, and {toName} may hear of it.',

  // A proposer.
  'ballot-written':
    '{pidName} has ballot {ballot} on disk, so that no restart uses it again, and asks every acceptor for its promise.',
  'ballot-begun':
    '{pidName} begins ballot {ballot}{rounds, plural, =1 {} other {, its attempt number {rounds}}}{own, select, none {} other {; its client wants {own}}}.',
  'promise-counted':
    '{pidName} has {fromName}’s promise of {ballot}, {promises} of the {needed} that it needs{accBallot, plural, =0 {} other {; {fromName} has accepted ({accBallot}, {accValue})}}.',
  'value-free':
    '{pidName} has a quorum of promises for {ballot} ({by}), and none of them reports a value: it may propose its own, {value}.',
  'value-bound':
    '{pidName} has a quorum of promises for {ballot} ({by}), and the highest vote reported is {fromName}’s ({accBallot}, {accValue}): {how, select, adopts {{accValue} may be chosen already, so it must propose {value}, not its own {own}} same {it must propose {value}, which is its own {own} too} other {it should propose {accValue}, but keeps to {value}: its client wants {own}}}.',
  'vote-counted':
    '{pidName} hears that {fromName} has accepted ({ballot}, {value}): {votes} of the {needed} that it needs.',
  'quorum-accepted':
    'A quorum ({by}) has accepted ({ballot}, {value}): {value} is chosen, and {pidName} knows it{lost, select, true {; its own {own} is lost} other {}}.',
  'ballot-refused':
    '{pidName} hears that {byName} has promised {promised}{holderName, select, none {} other { to {holderName}}}: ballot {ballot} is lost {phase, select, 1 {before a quorum has promised it} other {although a quorum had promised it}}.',
  'ballot-timeout':
    '{pidName} has waited long enough: {answers} of the {needed} acceptors that it needs have {phase, select, 1 {promised ballot {ballot}} other {accepted in ballot {ballot}}}.',
  'backing-off':
    '{pidName} {policy, select, immediate {begins again at once} fixed {waits {waitMs} ms, always the same} random {waits {waitMs} ms, drawn by lot} exponential {waits {waitMs} ms, drawn by lot from a range that doubles each time} leader {waits {waitMs} ms, for as leader it has no rival} other {waits {waitMs} ms}}: {failures, plural, one {# ballot has failed} other {# ballots have failed}}.',
  'late-ignored':
    '{pidName} no longer needs {fromName}’s {kind, select, PROMISE {promise of} ACCEPTED {vote in} NACK {refusal of} other {answer to}} ballot {ballot}: {why, select, moved {it is in ballot {own}} enough {a quorum has answered already} twice {it has counted it already} other {it has given that ballot up}}.',

  // A leader.
  forwarded:
    '{pidName} forwards {value} to the leader, {leaderName}, and does not compete with it.',
  'leader-missed':
    '{pidName} has heard nothing of the leader for {waitedMs} ms: {leads, select, true {it leads now} other {{leaderName} is the next}}.',
  'outcome-told':
    '{pidName} is told that {value} is chosen{lost, select, true {; its own {own} is lost} other {}}.',

  // A learner.
  learned:
    '{pidName} learns that {value} is chosen, in ballot {ballot}: {fromName, select, none {it has seen a quorum of votes itself} other {{fromName} says so}}.',

  // A schedule.
  'row-delivered': 'The schedule has delivered row {row}; {done} in all.',

  // Why nothing is chosen: what the present state says.
  'why-chosen':
    '{value} is chosen, in ballot {ballot}{known, select, true {, and {pidName} knows it} other {, but {pidName} does not know it yet}}.',
  'why-down': '{pidName} is down{liveness, select, crashed {: it has crashed} other {}}.',
  'why-paused': '{pidName} is paused: it can do nothing.',
  'why-never-started': '{pidName} has never been started.',
  'why-no-ballot': '{pidName} has not begun a ballot.',
  'why-too-few':
    '{answers} of the {needed} acceptors needed have {phase, select, 1 {promised ballot {ballot}} other {accepted in ballot {ballot}}}, which is {pidName}’s.',
  'why-refused':
    '{byName} refuses ballot {ballot} of {pidName}: it has promised {promised}{toName, select, none {} other { to {toName}}}.',
  'why-no-quorum-up':
    '{up, plural, one {# acceptor is} other {# acceptors are}} up, and {needed} are needed.',
  'why-votes-split':
    'Nearest to being chosen is {value}: it has {votes} of {needed} votes, in ballot {ballot}.',
  'why-livelock':
    'On this schedule nothing is ever chosen: every {rows} rows the state is the same again, with ballots larger by {shift}.',
  'why-follows': '{pidName} leaves it to the leader, {leaderName}.',
  /** How many others did the same right after it; only for rules that several share. */
  more: {
    started: '{count, plural, one {One more starts} other {# more start}} with it.',
    promised:
      '{count, plural, one {One more promise} other {# more promises}} for ballot {ballot}.',
    accepted: '{count, plural, one {One more vote} other {# more votes}} in ballot {ballot}.',
    'prepare-refused': '{count, plural, one {One more refusal} other {# more refusals}}.',
    'accept-refused': '{count, plural, one {One more refusal} other {# more refusals}}.',
    learned: '{count, plural, one {One more learns} other {# more learn}} it.',
  },
} as const;
