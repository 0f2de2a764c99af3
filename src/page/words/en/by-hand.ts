/** What a person does, and what the kernel says of it, where processes go by short names. */
export const byHand = {
  started: '{pidName} starts{keeps, select, nothing {} other {, with what its disk holds}}.',
  crashed:
    '{pidName} crashes: its memory is gone{keeps, select, nothing {} synced {, and so is what no sync had finished} other {; what it had written still reaches its disk}}. {told, select, true {Whoever is connected to it is told at once.} other {Nobody is told.}}',
  'crashed-together':
    '{names} crash at the same moment: what was in their memories is gone. {told, select, true {Whoever is connected to them is told at once.} other {Nobody is told.}}',
  'power-lost':
    '{pidName} loses its power: its memory is gone{keeps, select, nothing {} other {, and so is what no sync had finished}}. Nobody is told.',
  stopped:
    '{pidName} is stopped in order: its memory is gone{keeps, select, nothing {} synced {, and so is what no sync had finished} other {; what it had written reaches its disk}}.',
  configured:
    '{running, select, true {The configuration file of {pidName} is written; {pidName} goes on with what it read when it started.} other {The configuration file of {pidName} is written; {pidName} reads it when it starts.}}',
  'start-failed':
    '{pidName} reads its configuration file and ends at once{line, plural, =0 {} other {, because of line #}}: {servers, plural, =0 {{members, select, none {{said, select, none {with it the server would stand alone, and here it is a member.} other {{said}}}} other {it must list some of the servers {members}, and nobody else.}}} other {its # servers would be an ensemble, and this run has one server.}}',
  paused: '{pidName} pauses: it stands still and does not know that time goes by.',
  resumed: '{pidName} resumes and finds everything that came while it stood still.',
  cut: '{oneWay, select, true {Messages from {fromName} no longer reach {toName}; the other way still works.} other {The link between {fromName} and {toName} is cut; neither is told.}}',
  mended: 'The link between {aName} and {bName} works again.',
  'links-cut':
    '{count, plural, one {The link {links} is} other {# links are}} cut{count, plural, one {} other {: {links}}}; nobody is told.',
  'links-mended':
    '{count, plural, one {The link {links} works} other {# links work}} again{count, plural, one {} other {: {links}}}.',
  partitioned:
    'The network is split into {groups}{oneWay, select, true {, in one direction only} other {}}: nobody is told.',
  healed: 'Every link works again.',
  reset: 'What was under way between {aName} and {bName} is lost.',
  'latency-set': 'Messages take another time from now on.',
  lossy: 'Messages may now be lost (probability {loss}) or come twice ({duplication}).',
  'disk-latency': 'The disk of {pidName} takes another time to sync from now on.',
  'write-torn':
    'What {pidName} was writing has reached its disk in part: behind that the log is torn, and the next start reads up to there.',
  'clock-set':
    'The wall clock of {pidName} is set {ms} ms {back, select, true {back} other {ahead}}: times in nodes follow it; timeouts and sessions go by another clock.',
  'message-held': 'The message from {fromName} to {toName} is held.',
  'message-released': 'The message from {fromName} to {toName} is released.',
  'message-delivered-now': 'The message from {fromName} to {toName} is delivered at once.',
  'message-dropped': 'The message from {fromName} to {toName} is lost.',
  'message-duplicated': 'The message from {fromName} to {toName} will come twice.',
  'timer-fired': 'A timer of {pidName} is made to run out now: “{timerName}”.',
  'timer-held': 'A timer of {pidName} is held: “{timerName}” has to wait until it is released.',
  'timer-released':
    'A timer of {pidName} is released: “{timerName}” comes when it was due, or at once if that is past.',
  'invariant-violated': 'The invariant {invariant} is broken: {text}',
} as const;
