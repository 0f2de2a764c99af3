/** Setting up an ensemble, by hand or from a zoo.cfg. */
export const setup = {
  name: 'Set up an ensemble',
  presets: 'Begin with',
  preset: {
    'one-by-one': 'First start, one by one',
    together: 'First start, all at once',
    'after-a-crash': 'After a crash: zxids 8, 8, 8, 7, 7',
    'epoch-first': 'Epoch beats zxid',
    'split-in-halves': 'Four servers, split in halves',
    observers: 'With observers',
  },
  servers: 'Servers',
  server: 'Server {number}',
  sid: 'sid',
  observer: 'observer',
  epoch: 'currentEpoch',
  zxid: 'zxid',
  start: 'starts at, ms',
  startHint: 'empty: not by itself',
  zxidHint: 'such as 1·8',
  add: 'Add a server',
  remove: 'Remove server {sid}',
  together: 'Start all at once',
  oneByOne: 'Start one by one',
  most: 'At most {most} servers.',
  alone: 'One voter alone runs standalone: no election takes place.',
  partitioned: 'The network begins partitioned: {sides}',
  profile: 'Behaves',
  profiles: {
    zookeeper: 'as ZooKeeper 3.8',
    golden: 'as in the textbook: fixed latency, no re-sends',
  },
  tickTime: 'tickTime, ms',
  initLimit: 'initLimit, ticks',
  syncLimit: 'syncLimit, ticks',
  seed: 'Seed',
  seedHint: 'The same seed gives the same run.',
  rules: 'Rules switched off',
  rulesText: 'For “break it yourself”: the run then stops at the invariant that breaks.',
  cfg: 'Paste a zoo.cfg',
  cfgLabel: 'zoo.cfg',
  cfgWrong: 'No ensemble starts with this zoo.cfg. Mend it, or delete it.',
  openPasted:
    '{count, plural, one {Open the server of this zoo.cfg} other {Open the # servers of this zoo.cfg}}',
  open: 'Open',
  fix: '{count, plural, one {# value needs attention.} other {# values need attention.}}',
  problem: {
    'sid-range': 'A sid is a whole number from 1 to 255.',
    'epoch-whole': 'An epoch is a whole number, 0 or more.',
    'zxid-form': 'Write epoch·counter, such as 1·8 or 1.8, or hex such as 0x100000008.',
    'zxid-long': 'A log here begins with at most {most} transactions. Choose a smaller counter.',
    'seconds-form': 'Write seconds, such as 15 or -1.',
    'servers-form': 'Write numbers of servers, such as 1 2.',
    'start-number': 'Write a time in ms, such as 1000, or nothing.',
    'whole-positive': 'A whole number, 1 or more.',
    'seed-range': 'A whole number from 0 to {most}.',
    'value-form': 'Write what it wants.',
    'member-twice': '{name} proposes already. Choose another member.',
    'no-member': 'There is no {name}. Choose a member, or add acceptors.',
    'ms-positive': 'Write a time in ms above 0.',
    'names-form': 'Write sids, such as 1 3, or nothing.',
    'most-least': 'The most is less than the least. Make it larger.',
  },
} as const;

export const cfg = {
  line: 'Line {line}: {text}',
  said: 'ZooKeeper says: {said}',
  taken: '{count, plural, one {# server} other {# servers}} read.',
  note: {
    malformed:
      '\\u needs four hexadecimal digits behind it. ZooKeeper reads nothing of such a file.',
    'not-key-value': '“{text}” is a key without a value. Write key=value, or # before a remark.',
    'duplicate-key': '{key} stands in line {earlier} already; the later line wins.',
    'bad-number': '{key} needs a number from {least, number} to {most, number}, not “{value}”.',
    senseless:
      '{key}={value}: ZooKeeper takes it, but only {least, number} to {most, number} makes sense.',
    'ignored-value':
      '{key}: “{value}” is no value for it, and counts as if the line were not there.',
    'counts-as': '{key}={value} counts as {meaning}: only the word {only} makes a difference.',
    'bad-choice': '{key} must be one of {choices}, not “{value}”.',
    'bad-path':
      '{key}=“{value}” is no path: ZooKeeper stumbles over relative paths of fewer than two letters.',
    'relative-path':
      '{key}={value} depends on the folder in which the server is started. Write an absolute path.',
    'bad-port': '{key}: {value} is no port. Use a number from 1 to 65535.',
    'only-three': 'electionAlg={value}: only 3 is left. Remove the line.',
    raised: '{key}={value} counts as {least}.',
    'not-set': '{key} is missing. Add a line for it.',
    'port-without-address': '{address} needs {port} beside it. Add a line such as {port}=2181.',
    'host-looked-up': '{key}={value}: the name must be known where the server starts, or it ends.',
    'no-host': '{key}={value} is no address.',
    'no-ssl-provider': 'ssl.authProvider={value} needs a line authProvider.{value} with its class.',
    'sasl-needs': '{key}=true needs {needs}=true.',
    'min-above-max':
      'minSessionTimeout ({min} ms) is above maxSessionTimeout ({max} ms). Their defaults are 2 and 20 ticks; change one of them.',
    'no-metrics-class':
      '{value} is not there in Debian’s package. In Apache’s own distribution Prometheus’ provider is; remove the line, or install its jar.',
    'in-dynamic-file':
      '{key} must stand in the file that dynamicConfigFile names, or that line must go.',
    'no-dynamic-file': 'The file {value} cannot be read.',
    'not-in-dynamic-file':
      'The file holds {inner}; only server, group and weight lines may stand there.',
    'version-in-dynamic-file': 'The file holds a version; that belongs in its name.',
    'bad-version': 'version={value} is no hexadecimal number. Remove the line.',
    'bad-sid': '“server.{id}”: the id is a whole number, as in the myid file.',
    'sid-range': '“server.{id}”: the documentation asks for ids from 1 to 255. Nothing checks it.',
    'sid-not-here': 'server.{sid} is right for ZooKeeper; here ids go from {least} to {most}.',
    'bad-server': 'Write server.{id}=host:2888:3888, with :observer behind it if it has no vote.',
    'bad-server-port': 'server.{id}: “{port}” is no port. Use 1 to 65535, without blanks.',
    'several-addresses':
      'server.{id} has several addresses. 3.8.0 takes them only with JVMFLAGS=-Dzookeeper.multiAddress.enabled=true; multiAddress.enabled in this file comes too late.',
    'bad-peer-type': 'server.{id}: “{type}” is neither participant nor observer.',
    'duplicate-port': 'server.{id} uses port {port} for both quorum and election. Give it two.',
    'bad-group':
      '{key}: “{text}” is no whole number. Write group.1=1:2:3 and weight.1=1, without blanks.',
    'no-group':
      'server.{sid} is in no group. Once there is a group or a weight, each voter needs a group.',
    'two-groups': 'server.{sid} is in two groups. Leave it in one.',
    'group-of-nobody': '{key} names server {sid}, which is no voter and has no weight. Remove it.',
    'no-participants': 'standaloneEnabled=false needs at least one server line that votes.',
    'observers-without-participants':
      'Observers need at least two voters beside them. Remove :observer from some lines.',
    'single-server': 'One voter alone runs standalone: no election takes place.',
    'no-failure-tolerated':
      '{count, plural, one {One voter tolerates} other {Two voters tolerate}} no failure; use three.',
    'even-number':
      '{count} voters tolerate {tolerated, plural, one {# failure} other {# failures}}, no more than one server fewer.',
    'client-address':
      'The server’s own line says that clients connect at {here}, the file says {there}. Let both say the same.',
    'peer-type-mismatch': 'The server lines make this server {role}; peerType should say the same.',
    'no-myid': 'This server needs a file myid with its id in its dataDir; −1 counts as none.',
    'not-in-list':
      'No server.{sid} line: this server’s id is not in the list. Mend the file myid, or add the line.',
    'ends-at-start': '{key}={value} ends the server when it starts.',
    'never-serves': 'With {key}={value} the server runs and never serves.',
    'no-client-port': 'No client port: nobody can connect. Add clientPort=2181.',
    unsimulated: '{key} is right; nothing here acts on it.',
    'hierarchy-ignored':
      '{key}: only the ensembles of the ZooKeeper lab count by groups and weights; here majorities count.',
    'unknown-key':
      '{key} is no key of ZooKeeper 3.8, which would keep it as property zookeeper.{key} without a word. It changes nothing.',
    'wrong-case': '{key} is unknown: capitals count. Write {like}.',
    'other-name': 'No server reads {key}. Write {like}.',
    'jvm-property':
      'A real server does not read {key} here: start it with JVMFLAGS=-D{key}={value}. The simulation obeys the line all the same.',
    'no-servers': 'No server.N line: nothing to elect. Add server.1=host:2888:3888.',
    'too-many-servers': '{count} servers; at most {most} are simulated. Remove some.',
    'members-elsewhere':
      'This run has the servers {members}. Such a file is of another ensemble; list some of these.',
    'alone-elsewhere':
      'With this file the server would stand alone; here it is a member. Add standaloneEnabled=false, or list more than one server that votes.',
    'ensemble-elsewhere':
      '{count} servers would be an ensemble; this run has one server, which could not start with this file. The set-up of the election lab reads such lines.',
  },
} as const;
