/**
 * What is wrong with something the page was given, and how to mend it; keys are the codes of
 * `ProblemView`. `where` is added in front by `problemText`.
 */
export const problems = {
  where: 'At {where}: {text}',
  'link-broken':
    'This link is damaged: a part of it was lost or changed on its way. Ask for it again, copied whole.',
  'link-newer':
    'This link was made by a newer version of Zooscope (format {version}, this one reads up to {newest}). Reload the page to get the newest version.',
  'link-large':
    'This link unpacks to more than {limit}; it is not opened. Ask for a scenario file.',
  'no-such-preset':
    'There is no “{name}” to start from in this lab. Choose one under “Start from”, or name one in the address: {known}.',
  'no-such-start':
    '“from={name}” means nothing in an address. Write “from=start” for a lab in which nothing has happened yet, or leave it out.',
  'file-large':
    'The file {name} has {size}; at most {limit} are read. Choose a smaller scenario file.',
  'file-not-json':
    'The file {name} is not JSON: {detail}. Choose a scenario file saved by Zooscope.',
  'file-unreadable': 'The file {name} cannot be read: {detail}. Choose it again.',
  'worker-failed': 'The simulation has failed: {message}. Start it again.',
  'export-failed': 'The picture could not be made: {detail}. Try SVG instead of PNG.',
  'digest-differs':
    'This version computes a different run from the one that was shared (digest {actual} instead of {expected}). What you see is this version’s.',
  'digest-newer':
    'This link was made by a newer version of Zooscope, which computes this run otherwise. Reload the page to get the newest version.',
  'digest-since':
    'The digest of this run is not the one in the link: {changes}. What you see is this version’s.',
  /** What has changed, each as part of the sentence before. */
  changes: {
    2: 'this version leaves out of it what the last steps did, on which no later step depends; that alone changes no run',
    3: 'a client that dials a host name which nobody has asks no server any more, one that names several tries them in a shuffled order, and the digest counts what programs remember in another form',
    4: 'this version plays the election on servers with data, which log, acknowledge and commit each transaction by itself, so that its events have other numbers; what was done is done again at its time, except what was done to single messages',
    5: 'whoever gives up a dial now closes its connection, and the digest counts what is being dialled; where a dial lasted too long, as over a cut link, other events follow; each new session of a recipe’s client has a guid of its own, and at a double barrier and in a registry it does not take a node of the session before for its own',
    6: 'a leader counts the files of its log with the zeros behind them, so that a learner far behind may get a SNAP where it got a DIFF, and a sync is slow by whole milliseconds; then other events follow',
    7: 'a log file that was truncated counts without zeros behind it, so that a learner far behind may get a DIFF where it got a SNAP; then other events follow; the digest counts which file was truncated',
  },

  // Scenario files.
  'scenario-large':
    'The file has {size} MB; at most {limit} MB are read. A scenario has some kilobytes: choose another file.',
  'scenario-not-json': 'The file is not JSON: {detail}. Mend it there.',
  'scenario-not-utf8':
    'The file is not UTF-8: what begins at byte {offset} is no character. Save it as UTF-8.',
  'scenario-key-twice': '“{key}” is there twice, so that one of them would be lost. Remove one.',
  'scenario-many-keys':
    'More than {most} fields stand here; none of ours has as many. Remove those that mean nothing.',
  'scenario-deep': 'The file is nested deeper than {deepest} levels. Flatten it.',
  'scenario-foreign':
    'This is not a Zooscope scenario: it has no "format": "zooscope-scenario". Choose a file saved by Zooscope, or add that line.',
  'scenario-version':
    'The version must be a whole number from 1 to {newest}. Write "version": {newest}.',
  'scenario-newer':
    'This file has version {version}; this Zooscope reads up to version {newest}. Open it with a newer Zooscope.',
  'scenario-unknown-key': '“{key}” means nothing here. Remove it, or check how it is spelled.',
  'scenario-no-name': '“{key}” cannot be a name here. Choose another.',
  'scenario-missing': '“{key}” is missing. Add it.',
  'scenario-value':
    'This must be {expected, select, condition {a condition: an object with one of {bound}} leader {a sid, "any" or "none"} whole {a whole number} least {{bound} or more} most {{bound} or less} short {at least {bound} characters long} long {at most {bound} characters long} fewItems {at least {bound} items long} manyItems {at most {bound} items long} hyphened {words of small letters and digits joined by hyphens} text {a text in quotes} number {a number} boolean {true or false} array {an array […]} object {an object} other {one of {bound}}}, but is {found, select, array {an array of {given}} object {an object with {given}} empty {an empty object} other {{given}}}. Change it.',
  'scenario-long-condition':
    'This condition has {count} parts; at most {most} are asked after each step. Shorten it, or divide it among several steps.',
  'scenario-many-conditions':
    'The conditions of this file have {count} parts in all; at most {most} are kept. Remove some.',
  'scenario-no-servers': 'An ensemble needs at least one server. Add one.',
  'scenario-no-voter': 'Every server is an observer, so nobody may vote. Make one a voter.',
  'scenario-weight-of-nobody': '{sid} has a weight, and is no voter; these are {known}. Remove it.',
  'scenario-groups':
    'Each voter ({known}) must be in one group; {sid} is not so. Change the groups.',
  'scenario-many-clients':
    '{count} clients are too many; at most {most} can be shown. Remove some.',
  'scenario-many-servers':
    '{count} servers are too many; at most {most} can be shown. Remove some.',
  'scenario-no-acceptor':
    'No process accepts, so nothing can be chosen. Give one the role acceptor.',
  'scenario-name-twice': 'Two processes have the name {name}. Rename one of them.',
  'scenario-no-learner': '{sid} is no learner. Name a process that has this role.',
  'scenario-schedule-by-hand':
    'A schedule delivers each message itself. Set the delivery to by-hand.',
  'scenario-schedule-row': 'This row of the schedule (row {row}) cannot be read. Change it.',
  'scenario-no-such-invariant':
    'There is no invariant “{name}”. Remove it, or check how it is spelled.',
  'scenario-one-server':
    '{count} servers would be an ensemble; this set-up has one that stands alone. Remove the others.',
  'scenario-no-such-program': 'There is no program “{name}”; there are {known}. Name one of these.',
  // The generals.
  'scenario-two-generals':
    'Two generals send messengers, three or more give orders. Write "twoGenerals" with 2 generals, and only then.',
  'scenario-many-rounds':
    '{rounds} rounds of relays need {least} generals or more. Write {most} or less, or add generals.',
  'scenario-no-general':
    'There is no general {sid}; they are numbered from 1 to {most}. Name one of these.',
  'scenario-order-twice': 'The order “{name}” is there twice. Give one of them another name.',
  'scenario-no-order':
    '“{name}” is no order of this set-up; there are {known}. Write one of these.',
  'scenario-bad-lie':
    'No traitor sends this message: its path must go from the commander to a traitor, with nobody twice, and on to a lieutenant that is not in it. Change it.',

  // Programs of recipes.
  'scenario-step-without-verb': 'This step does nothing. Give it one of {known}.',
  'scenario-step-with-verbs': 'This step has {count} verbs ({names}). Make each a step of its own.',
  'scenario-label-twice': 'The label {label} is there twice. Give one of the steps another.',
  'scenario-no-such-label': 'No step has the label {label}; there are {known}. Name one of these.',
  'scenario-no-such-variable':
    'Nothing sets ${name}; there are {known}. Name one of these, or put it into values.',
  'scenario-no-such-operation':
    '{to} does not understand “{op}”; it understands {known}. Name one of these, or another process.',
  'scenario-unknown-operation':
    'No process understands “{op}”; what can be asked is {known}. Name one of these.',
  'scenario-call-arguments':
    'The arguments of “{op}” are {known}; this call has {given}. Give it just these.',
  'scenario-variable-name':
    '“{name}” cannot name a variable. Use a letter, then letters, digits and _.',
  'scenario-many-variables':
    '{count} variables are too many; at most {most} are kept. Remove some.',
  'scenario-many-programs': '{count} programs are too many; at most {most} are kept. Remove some.',
  // The CAP experiment.
  'scenario-value-twice': 'Two requests write {value}. Give each write a value of its own.',
  'scenario-patient-write':
    'Request {number} writes, and would be written twice when it is tried again. Make it a read, or remove “patient”.',
  'scenario-after': 'Request {number} cannot wait for request {after}. Name one before it.',
  'scenario-quorum':
    'Of {count} servers, r = {read} and w = {write} are no quorums: r + w must be more than {count}, and neither more than {count}. Change one of them.',
  'scenario-session-bounds':
    'minSessionTimeout ({min}) is larger than maxSessionTimeout ({max}). Make it {max} or less.',
  'scenario-no-path': 'This is no path of a znode: {reason}. Change it.',
  'scenario-node-twice': '{path} is there already. Remove this one.',
  'scenario-node-orphan': '{path} has no parent before it. Put its parent first.',
  'scenario-sid-twice': 'Server {sid} is there twice. Give one of them another sid.',
  'scenario-no-such-rule':
    'There is no rule “{name}” that can be switched off. Remove it, or check how it is spelled.',
  'scenario-epoch-order':
    'acceptedEpoch ({accepted}) is smaller than currentEpoch ({current}), which a server refuses to start with. Make it {current} or more.',
  'scenario-log-and-zxid': 'Both log and zxid say what is on the disk. Remove one of them.',
  'scenario-zxid-epoch':
    'The last zxid {zxid} is of a later epoch than currentEpoch ({current}), which a server refuses to start with. Make currentEpoch {epoch}.',
  'scenario-zxid':
    '“{text}” is not a zxid. Write the epoch and the counter, like 2·7, or 0x200000007.',
  'scenario-log-notation':
    '“{part}” is neither a zxid nor a range within one epoch. Write a log like 1·1-1·8 2·1.',
  'scenario-log-order':
    '{part} does not come after {before}. A log only grows: write it in ascending order.',
  'scenario-log-gap':
    'Between {before} and {part} transactions are missing. A log has no gaps, and each epoch begins with 1.',
  'scenario-no-such-view': 'This lab has no view “{name}”; it has {known}. Name one of these.',
  'scenario-list-without-itself':
    'The list of server {sid} has not got server {sid} itself. Add it.',
  'scenario-no-such-server':
    'There is no server {sid}; there are {known}. Name one of these, or add it to setup.servers.',
  'scenario-link-to-itself': 'A link joins two servers, but both ends are {sid}. Name another one.',
  'scenario-min-max': 'min ({min}) is larger than max ({max}). Exchange them.',
  'scenario-named-twice': 'Server {sid} is named twice. Name it once.',
  'scenario-interventions-order':
    'Step {step} at {timeMs} ms does not come after the one before it. Put them in order.',
  'scenario-cannot-be-done':
    'This cannot be done at step {step} of the run. Remove it from the file, or move it to another step.',
  'scenario-never-begins':
    'The run does not come to where this step begins within {seconds} s of virtual time, or {steps} steps. Name what happens in this run before that, or leave “from” out.',
  'scenario-never-comes':
    'The run has not come to {timeMs} ms after {steps} steps. Give an earlier time, or the step at which it is done.',
  'scenario-too-far':
    'The runs before this step take more than {steps} steps in all. Go to an earlier step first.',
  'scenario-step-twice': 'Two steps have the id “{id}”. Give one of them another.',
  'scenario-no-such-option': 'There is no option “{name}”; there are {known}. Name one of these.',
  'scenario-question-unanswered':
    'The question of step “{id}” is never reached: the run does not come to its end. Mend what the step waits for.',
  'scenario-answers':
    'Not just one option is right; the run says: {known}. Give each option a condition that leaves one.',
  'scenario-wrong-answer':
    'The run answers “{name}”. Write that as the answer, or change the step.',
  'scenario-option-twice': 'Two options have the id “{id}”. Give one of them another.',

  // What the simulation is asked for and has not.
  'nothing-open': 'No run is open yet. Open a lab or a lesson first.',
  recorded: 'This is told from logs: what has happened cannot be changed.',
  'not-opened': 'This was stopped before it was opened. What was open stays.',
  'nothing-ahead': 'Nothing more of interest will happen by itself. Do something first.',
  'not-asked-here': 'This run cannot be asked that. Open one in a lab that shows it.',
  'too-much-to-search':
    'This is too much to search at once. Ask for fewer ballots, or fewer values.',
  'unknown-lesson': 'There is no lesson “{id}”. Choose one on the first page.',
  'other-lab':
    'This scenario is for another lab: {model}. Open it there, or run it with the command line.',
  'not-in-this-run':
    'This run has no {what, select, branch {branch {id}} server {server {id}} other {such thing ({what})}}. Choose one that it has.',

  // What cannot be done at this moment.
  'no-such-process': 'There is no server {pid}.',
  'already-running': 'Server {pid} is running already.',
  'no-configuration': 'Process {pid} has no configuration file here.',
  'not-running': 'Server {pid} is down: start it first.',
  'already-paused': 'Server {pid} is paused already.',
  'not-paused': 'Server {pid} is not paused.',
  'still-running': 'Server {pid} is running: its disk can only be lost while it is down.',
  'no-such-message': 'This message is not under way any more.',
  'not-on-this-link':
    'TCP loses or repeats nothing inside a connection: cut or reset the link instead.',
  'not-held': 'This message is not held.',
  'no-such-timer': 'This timer ({timer}) is not set at this moment.',
  'timer-held': 'This timer ({timer}) is held already.',
  'timer-not-held': 'This timer ({timer}) is not held.',
  'same-process': 'A link joins two servers: name two.',
} as const;
