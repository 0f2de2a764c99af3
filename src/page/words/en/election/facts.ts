import { timers, write } from './write.ts';

/** One plain sentence for each rule of a fact in an election, with its why. */
export const facts = {
  // Done by hand.
  started: 'Server {pid} starts{keeps, select, nothing {} other {, with what its disk holds}}.',
  crashed:
    'Server {pid} crashes: its memory is gone{keeps, select, nothing {} synced {, and so is what no sync had finished} other {; what it had written still reaches its disk}}. {told, select, true {Whoever is connected to it is told at once.} other {Nobody is told.}}',
  'crashed-together':
    '{names} crash at the same moment: what was in their memories is gone. {told, select, true {Whoever is connected to them is told at once.} other {Nobody is told.}}',
  'power-lost':
    'Server {pid} loses its power: its memory is gone{keeps, select, nothing {} other {, and so is what no sync had finished}}. Nobody is told.',
  stopped:
    'Server {pid} is stopped in order: its memory is gone{keeps, select, nothing {} synced {, and so is what no sync had finished} other {; what it had written reaches its disk}}.',
  configured:
    '{running, select, true {The configuration file of server {pid} is written; the server goes on with what it read when it started.} other {The configuration file of server {pid} is written; the server reads it when it starts.}}',
  'start-failed':
    'Server {pid} reads its configuration file and ends at once{line, plural, =0 {} other {, because of line #}}: {servers, plural, =0 {{said}} other {its # servers would be an ensemble, and this run has one server.}}',
  paused: 'Server {pid} pauses: it stands still and does not know that time goes by.',
  resumed: 'Server {pid} resumes and finds everything that came while it stood still.',
  'disk-lost': 'Server {pid} has lost its disk: it has no epochs and no transactions any more.',
  cut: '{oneWay, select, true {Messages from server {from} no longer reach server {to}; the other way still works.} other {The link between servers {from} and {to} is cut; neither is told.}}',
  mended: 'The link between servers {a} and {b} works again.',
  'links-cut':
    '{count, plural, one {The link {links} is} other {# links are}} cut{count, plural, one {} other {: {links}}}; nobody is told.',
  'links-mended':
    '{count, plural, one {The link {links} works} other {# links work}} again{count, plural, one {} other {: {links}}}.',
  partitioned:
    'The network is split into {groups}{oneWay, select, true {, in one direction only} other {}}: nobody is told.',
  healed: 'Every link works again.',
  reset: 'The connections between servers {a} and {b} break, and both notice at once.',
  'latency-set': 'Messages take another time from now on.',
  lossy: 'Messages may now be lost (probability {loss}) or come twice ({duplication}).',
  'disk-latency': 'The disk of server {pid} takes another time to sync from now on.',
  'write-torn':
    'What server {pid} was writing has reached its disk in part: the next start reads up to there.',
  'clock-set':
    'The wall clock of server {pid} is set {ms} ms {back, select, true {back} other {ahead}}: an election goes by another clock.',
  input: 'Server {pid} is asked by hand: {name}.',
  'message-held': 'The message from server {from} to server {to} is held, and all behind it.',
  'message-released': 'The message from server {from} to server {to} is released.',
  'message-delivered-now':
    'The message from server {from} to server {to} is delivered at once, with all before it.',
  'message-dropped': 'The message from server {from} to server {to} is lost.',
  'message-duplicated': 'The message from server {from} to server {to} will come twice.',
  'timer-fired': 'A timer of server {pid} is made to run out now: “{timerName}”.',
  'timer-held': 'A timer of server {pid} is held: “{timerName}” has to wait until it is released.',
  'timer-released':
    'A timer of server {pid} is released: “{timerName}” comes when it was due, or at once if that is past.',
  'invariant-violated': 'The invariant {invariant} is broken: {text}',
  /** What each timer is for: what comes when it runs out. */
  timer: {
    NOTIFICATION_TIMEOUT: 'sends its vote again',
    READ_ONLY_WAIT: 'serves reads without a leader',
    FINALIZE_WAIT: 'ends its election',
    ELECTION_CONNECT_TIMEOUT: 'gives up connecting for the election',
    CONNECT_TIMEOUT: 'gives up connecting to the leader',
    CONNECT_RETRY: 'tries to connect again',
    READ_TIMEOUT: 'gives up listening to the leader',
    OBSERVER_DELAY: 'begins to look for a leader',
    PHASE_TIMEOUT: 'gives up this phase',
    TICK: 'next tick',
    ...timers,
  },
  /** The same for each invariant, by its name. */
  broken: {
    'E-Order': 'A vote got worse within one round (E-Order): {text}.',
    'E-Quorum': 'An election ended without a quorum (E-Quorum): {text}.',
    BetterVoteInBox: 'A better vote was overlooked (BetterVoteInBox): {text}.',
    'E-OneEstablished': 'One epoch has two leaders (E-OneEstablished): {text}.',
    'E-Fresh': 'The leader knows less than its quorum (E-Fresh): {text}.',
    'E-Stable': 'A working leader has stopped (E-Stable): {text}.',
    'Z-Fence': 'A promised epoch was not kept (Z-Fence): {text}.',
    'Z-Durable': 'Something committed is lost (Z-Durable): {text}.',
  },

  // The vote.
  looking:
    'Server {pid} begins election round {round}{candidate, select, none {; as an observer it has no vote} other { and votes for {candidate}, its own zxid {zxid} in epoch {epoch}}}.',
  'vote-switched':
    'Server {pid} switches its vote from {from} to {to}: {by, select, epoch {epoch {heardEpoch} beats {ownEpoch}} zxid {same epoch, and zxid {heardZxid} beats {ownZxid}} sid {same epoch, same zxid, larger sid} other {the vote heard is better}}.',
  'vote-kept':
    'Server {pid} hears server {heardFrom} vote for {heardLeader} and keeps its vote for {ownLeader}: {by, select, epoch {epoch {ownEpoch} beats {heardEpoch}} zxid {same epoch, and zxid {ownZxid} beats {heardZxid}} sid {same epoch, same zxid, larger sid} equal {both votes are the same} other {its own vote is better}}.',
  'round-adopted':
    'Server {pid} hears server {heardFrom} in the later round {to}: it leaves round {from}, forgets the votes it had, and votes for {candidate}.',
  'old-round-ignored':
    'Server {pid} does not count the vote of server {heardFrom}: it is of round {theirs}, the present one is {own}{answered, select, true {, and server {heardFrom} is told so} other {}}.',
  'quorum-seen':
    'Server {pid} has {votes} votes for {candidate}, and {needed} are a quorum: it waits {waitMs} ms for a better one.',
  'quorum-reopened':
    'Server {pid} hears a better vote from server {heardFrom} while it waits: the election goes on, now for {candidate}.',
  'finalize-wait-over':
    'Server {pid} has waited and heard no better vote: server {candidate} is elected with {votes} votes.',
  'notification-timeout':
    'Server {pid} has heard nothing: it {dialled, select, true {dials those it has no connection to} other {sends its vote again}}, and waits {nextMs} ms before the next time.',
  'vote-resent':
    'Server {pid} can reach server {to} again and sends it its present vote, for {candidate}.',
  answered:
    'Server {pid} is {state} and tells server {to}, which looks for a leader, that it is server {leader}.',
  'answer-noted':
    'Server {pid} hears from server {heardFrom}, which is {state}, that server {leader} leads; {missing, select, quorum {only {agreeing} of {needed} say so yet} other {the leader itself has not said so yet}}.',
  'joined-established':
    'Server {pid} joins without a vote: {agreeing} servers follow server {leader}, and the leader says so itself.',
  following: 'Server {pid} follows server {leader}, elected in round {round}.',
  observing: 'Server {pid} observes server {leader}, elected in round {round}.',
  leading:
    'Server {pid} leads, elected in round {round}; it must still hear from a quorum before it serves.',

  // Discovery.
  'leader-connected': 'Server {pid} has connected to its leader, server {leader}.',
  'leader-refused':
    'Server {pid} cannot connect to server {leader}{gaveUp, select, true {; after {tries} tries it gives up} other { and tries again}}.',
  'learner-registered':
    'Server {learner} reports to server {pid}{observer, select, true { as an observer} other {}}; the newest epoch it has promised is {acceptedEpoch}.',
  'epoch-proposed':
    'Server {pid} proposes epoch {epoch}: larger than any that a quorum ({from}) has promised.',
  'epoch-accepted':
    'Server {pid} promises epoch {epoch} to server {leader}; before, it had promised {before}.',
  'epoch-repeated':
    'Server {pid} has promised epoch {epoch} before: it may synchronise with server {leader} but does not count.',
  'epoch-refused':
    'Server {pid} refuses epoch {epoch} of server {leader}: it has promised {accepted}.',
  'refused-fresher-follower':
    'Server {pid} sends server {learner} away: that one has epoch {learnerEpoch} and zxid {learnerZxid}, newer than the leader’s {ownEpoch} and {ownZxid}.',
  'epoch-acknowledged': 'Server {pid} has epoch {epoch} acknowledged by a quorum ({by}).',

  // Synchronisation.
  'sync-decided':
    'Server {pid} brings server {learner}, whose log ends at {peerLast}, to its own history by {how}: {how, select, DIFF {it sends the {txns} transactions that are missing} TRUNC {it has it cut back to {zxid}} SNAP {it sends its whole tree, as the log alone does not suffice} other {{txns} transactions}}.',
  'sync-received':
    'Server {pid} has taken over the history of server {leader} by {how}; its log ends at {zxid}.',
  'history-written':
    'Server {pid} has written the history up to {zxid} and then epoch {epoch} to its disk.',
  'leader-established':
    'Server {pid} is established as leader of epoch {epoch}: a quorum ({by}) has its history.',
  serving: 'Server {pid} is up to date in epoch {epoch} and serves clients.',

  // How it ends.
  'lost-quorum':
    'Server {pid} stops leading: only {synced} are in step with it, and {needed} are needed.',
  'leader-gave-up':
    'Server {pid} stops leading: after {waitedMs} ms there is no quorum to finish {phase}.',
  'leader-timeout':
    'Server {pid} has heard nothing from its leader, server {leader}, for {waitedMs} ms and gives it up.',
  'leader-gone':
    'Server {pid} has lost the connection to its leader, server {leader}, and looks for a new one.',
  'learner-gone':
    'Server {pid} has lost server {learner}: {reason, select, silent {nothing was heard from it for too long} slow {it was too slow} reset {the connection broke} other {the connection was closed}}.',
  'yielded-to-newcomer':
    'Server {pid} gives way to the larger vote for server {to}, though it works: a rule is off.',

  // Transactions.
  'client-write':
    'A client writes at server {pid}: {ops, plural, one {# transaction} other {# transactions}}{forwardedTo, select, none {} other {, passed on to the leader, server {forwardedTo}}}.',
  'client-refused': 'Server {pid} refuses a client’s write: it does not serve.',
  ...write,

  // Why a server is not the leader: what its present state says.
  'why-leads':
    '{established, select, true {Server {pid} is the leader.} other {Server {pid} is elected, but must still hear from a quorum before it leads.}}',
  'why-never-started': 'Server {pid} has never been started.',
  'why-down': 'Server {pid} is down.',
  'why-paused': 'Server {pid} is paused: it can do nothing.',
  'why-observer': 'Server {pid} is an observer: it has no vote and cannot be elected.',
  'why-leader-existed':
    'Server {leader} leads already: an established leader is kept, whoever comes later.',
  'why-better-vote':
    'The vote for server {leader} is better than its own: {by, select, epoch {it has a larger epoch} zxid {same epoch, and zxid {theirZxid} beats {ownZxid}} sid {same epoch, same zxid, larger sid} other {it wins the comparison}}.',
  'why-no-quorum':
    'Its vote has {votes, plural, one {# server} other {# servers}} behind it, itself included, and {needed} are needed.',
  'why-still-looking': 'Election round {round} is not over yet.',
  /** How many others did the same right after it; only for rules that several share. */
  more: {
    started: '{count, plural, one {One more starts} other {# more start}} with it.',
    looking:
      '{count, plural, one {One more server looks} other {# more servers look}} for a leader.',
    'vote-switched': '{count, plural, one {One more vote} other {# more votes}} for {to}.',
    'quorum-seen':
      '{count, plural, one {One more server counts} other {# more servers count}} a quorum for {candidate}.',
    following:
      '{count, plural, one {One more server follows} other {# more servers follow}} server {leader}.',
    'leader-gone':
      '{count, plural, one {One more server has} other {# more servers have}} lost it.',
    serving: '{count, plural, one {One more server serves} other {# more servers serve}}.',
  },
} as const;
