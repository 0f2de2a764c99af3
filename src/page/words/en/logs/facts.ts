/** One plain sentence for each thing that a server's log tells. */
export const facts = {
  /** Behind each of them: who says it. */
  at: ' ({file, select, none {{pidName}’s log} other {{file}}}, line {line})',
  started: '{pidName} starts{again, select, true { again} other {}}.',
  stopped: '{pidName} ends by itself, with code {code}.',
  silent:
    '{pidName} says nothing more until it starts again in line {until}. How and when it ended is not told.',
  'log-ends': '{pidName} says nothing more: its log ends while others go on.',
  loaded: '{pidName} has read its files: its last zxid is {zxid}.',
  'epoch-absent':
    '{pidName} has no file with its {which, select, current {current} other {accepted}} epoch and takes {epoch}.',
  looking: '{pidName} looks for a leader.',
  following: '{pidName} follows. Whom, this line does not say.',
  leading: '{pidName} leads: it has counted a quorum of votes for itself.',
  observing: '{pidName} observes.',
  candidate: '{pidName} begins an election and proposes itself, its last zxid being {zxid}.',
  voted:
    '{pidName} votes for {leaderName, select, none {nobody} other {{leaderName}}}: zxid {zxid}, epoch {epoch}, round {round}. When the others were sent it, no log tells.',
  heard:
    '{pidName} hears {fromName}, which is {state}: its vote is for {leaderName, select, none {nobody} other {{leaderName}}}, zxid {zxid}, epoch {epoch}, round {round}.',
  waits: '{pidName} has heard nothing for a while, votes again and waits {ms} ms from now on.',
  'election-took': '{pidName} says that its election took {ms} ms.',
  phase:
    '{pidName} enters {phase, select, DISCOVERY {the discovery of the epoch} SYNCHRONIZATION {the synchronisation} BROADCAST {the broadcast: it serves} other {{phase}}}{how, select, DIFF { by DIFF} SNAP { by SNAP} TRUNC { by TRUNC} other {}}.',
  'learner-came':
    '{fromName} has come to {pidName} as {observer, select, true {an observer} other {a follower}}.',
  'learner-left':
    '{pidName} has lost {learnerName, select, none {a learner} other {its learner {learnerName}}}.',
  synchronizing:
    '{pidName} compares: the last zxid of {learnerName} is {peerLast}, its own commits in memory reach from {min} to {max}.',
  'sync-sent':
    '{pidName} sends {learnerName, select, none {a learner} other {{learnerName}}} {how}{zxid, select, none {} other { {zxid}}}.',
  'sync-got': '{pidName} gets {how}{zxid, select, none {} other { {zxid}}} from its leader.',
  'new-leader': '{pidName} gets NEWLEADER.',
  'new-leader-acked': '{pidName} has {fromName}’s acknowledgement of NEWLEADER.',
  'up-to-date': '{pidName} gets UPTODATE: it serves.',
  'leader-established':
    '{pidName} leads epoch {epoch}: {sids, select, none {a quorum has} other {{sids} have}} acknowledged it.',
  proposal: '{pidName} gets proposal {zxid}.',
  'log-begun': '{pidName} begins a log file with {zxid}.',
  'fsync-slow': 'The disk of {pidName} took {ms} ms for one sync.',
  'leader-stops': '{pidName} gives up leading{reason, select, none {} other {: “{reason}”}}.',
  'learner-stops': '{pidName} gives up its leader{reason, select, none {} other {: “{reason}”}}.',
  'connection-broken': 'The connection from {pidName} to {peerName} is broken.',
  'no-channel': '{pidName} cannot reach {peerName}.',
  'session-expired': '{pidName} expires session {session}, silent for {ms} ms.',
  'invariant-violated': 'One epoch has two leaders: {text}.',
  more: {
    heard: '{count, plural, one {One more vote} other {# more votes}} like it.',
    voted: '{count, plural, one {One more votes} other {# more vote}} for the same.',
  },
} as const;
