/** Words of the Paxos lab: its drawing, its banner, its panels. */
export const paxos = {
  stage: {
    group: 'Group of {processes} processes',
    proposer: 'proposer',
    proposers: 'proposers',
    acceptors: 'acceptors',
    learner: 'learner',
    learners: 'learners',
    promised: 'promised',
    accepted: 'accepted',
    proposes: 'proposes',
    wants: 'wants',
    learned: 'learned',
    none: 'none',
    onDisk: 'on disk {kept}',
    acceptorName: '{name}, promised {promised}, accepted {accepted}',
    otherName: '{name}, {state}',
    ring: 'ballot {ballot}: {what}',
    ringShort: '{ballot}: {what}',
    phase: {
      promised: '{count} of {quorum} promised',
      accepted: '{count} of {quorum} accepted',
      chosen: 'chosen',
    },
    phaseShort: {
      promised: '{count}/{quorum} promised',
      accepted: '{count}/{quorum} accepted',
      chosen: 'chosen',
    },
  },
  banner: {
    name: 'What is decided',
    chosen: 'Chosen',
    nothing: 'nothing',
    twoValues: '{values}: two values',
    possible: 'Still possible',
    noMore: 'nothing else',
    impossible: 'Impossible',
    counts:
      '{rounds, plural, one {# round} other {# rounds}} · {messages, plural, one {# message} other {# messages}} · {refused} refused',
    define: 'What do chosen, possible and impossible mean?',
    chosenText:
      'A value is chosen as soon as a majority of acceptors has accepted it in the same ballot, whether anybody knows it or not.',
    possibleText:
      'A value is possible while some set of acceptors, given what each has promised and accepted, can still form a majority for it: by Accepts that are under way, or by a later ballot.',
    impossibleText:
      'A value is impossible when no order of events from here can choose it any more. Acceptors that are down count with what is on their disk: they may come back.',
  },
  until: {
    value: 'Value',
    proposer: 'Proposer',
    learner: 'Learner',
    ballot: 'Ballot',
    wrongBallot: 'A ballot is a whole number, 1 or more.',
    kinds: {
      chosen: 'a value is chosen',
      prospect: 'a value has become impossible',
      ballot: 'a proposer has begun a ballot',
      learned: 'a learner knows',
      livelock: 'it is proved that this goes on for ever',
      quiet: 'nothing but waiting is left',
    },
  },
  why: 'Why is nothing chosen?',
  isChosen: '{value} is chosen, in ballot {ballot}.',
  minority: 'Split off a minority of acceptors',
  alone: 'Isolate {name}',
} as const;
