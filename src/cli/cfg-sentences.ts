/** What is to be said of a `zoo.cfg`, in plain English: what is wrong, and how to mend it. */
import { LIMITS } from '../view/limits.ts';
import { fitting, shownData } from '../view/plain-text.ts';
import { EXPLAINED } from '../zoo-cfg/explained.ts';
import { OTHER_KEYS_EXPLAINED } from '../zoo-cfg/other-keys-explained.ts';
import type { CfgCode, CfgNote } from '../zoo-cfg/note.ts';
import { isBetweenServers, knownKey, wordsOf } from '../zoo-cfg/other-keys.ts';

type Data = CfgNote['data'];

const SENTENCES: Readonly<Record<CfgCode, (d: Data) => string>> = {
  malformed: () =>
    '\\u needs four hexadecimal digits behind it. ZooKeeper reads nothing of such a file',
  'not-key-value': (d) =>
    `"${d['text']}" is a key without a value. Write key=value, or # before a remark`,
  'duplicate-key': (d) => `${d['key']} stands in line ${d['earlier']} already; the later line wins`,
  'bad-number': (d) =>
    `${d['key']} needs a number from ${d['least']} to ${d['most']}, not "${d['value']}"`,
  senseless: (d) =>
    `${d['key']}=${d['value']}: ZooKeeper takes it, but only ${d['least']} to ${d['most']} makes sense`,
  'ignored-value': (d) =>
    `${d['key']}: "${d['value']}" is no value for it, and counts as if the line were not there`,
  'counts-as': (d) =>
    `${d['key']}=${d['value']} counts as ${d['meaning']}: only the word ${d['only']} makes a difference`,
  'bad-choice': (d) => `${d['key']} must be one of ${d['choices']}, not "${d['value']}"`,
  'bad-path': (d) =>
    `${d['key']}="${d['value']}" is no path: ZooKeeper stumbles over relative paths of fewer than two letters`,
  'relative-path': (d) =>
    `${d['key']}=${d['value']} depends on the folder in which the server is started. Write an absolute path`,
  'bad-port': (d) => `${d['key']}: ${d['value']} is no port. Use a number from 1 to 65535`,
  'only-three': (d) => `electionAlg=${d['value']}: only 3 is left. Remove the line`,
  raised: (d) => `${d['key']}=${d['value']} counts as ${d['least']}`,
  'not-set': (d) => `${d['key']} is missing. Add a line for it`,
  'port-without-address': (d) =>
    `${d['address']} needs ${d['port']} beside it. Add a line such as ${d['port']}=2181`,
  'host-looked-up': (d) =>
    `${d['key']}=${d['value']}: the name must be known where the server starts, or it ends`,
  'no-host': (d) => `${d['key']}=${d['value']} is no address`,
  'no-ssl-provider': (d) =>
    `ssl.authProvider=${d['value']} needs a line authProvider.${d['value']} with its class`,
  'sasl-needs': (d) => `${d['key']}=true needs ${d['needs']}=true`,
  'min-above-max': (d) =>
    `minSessionTimeout (${d['min']} ms) is above maxSessionTimeout (${d['max']} ms). Their defaults are 2 and 20 ticks; change one of them`,
  'no-metrics-class': (d) =>
    `${d['value']} is not there in Debian’s package. In Apache’s own distribution Prometheus’ provider is; remove the line, or install its jar`,
  'in-dynamic-file': (d) =>
    `${d['key']} must stand in the file that dynamicConfigFile names, or that line must go`,
  'no-dynamic-file': (d) => `the file ${d['value']} cannot be read`,
  'not-in-dynamic-file': (d) =>
    `the file holds ${d['inner']}; only server, group and weight lines may stand there`,
  'version-in-dynamic-file': () => 'the file holds a version; that belongs in its name',
  'bad-version': (d) => `version=${d['value']} is no hexadecimal number. Remove the line`,
  'bad-sid': (d) => `"server.${d['id']}": the id is a whole number, as in the myid file`,
  'sid-range': (d) =>
    `"server.${d['id']}": the documentation asks for ids from 1 to 255. Nothing checks it`,
  'sid-not-here': (d) =>
    `server.${d['sid']} is right for ZooKeeper; here ids go from ${d['least']} to ${d['most']}`,
  'bad-server': (d) =>
    `write server.${d['id']}=host:2888:3888, with :observer behind it if it has no vote`,
  'bad-server-port': (d) =>
    `server.${d['id']}: "${d['port']}" is no port. Use 1 to 65535, without blanks`,
  'several-addresses': (d) =>
    `server.${d['id']} has several addresses. 3.8.0 takes them only with JVMFLAGS=-Dzookeeper.multiAddress.enabled=true; multiAddress.enabled in this file comes too late`,
  'bad-peer-type': (d) => `server.${d['id']}: "${d['type']}" is neither participant nor observer`,
  'duplicate-port': (d) =>
    `server.${d['id']} uses port ${d['port']} for both quorum and election. Give it two`,
  'bad-group': (d) =>
    `${d['key']}: "${d['text']}" is no whole number. Write group.1=1:2:3 and weight.1=1, without blanks`,
  'no-group': (d) =>
    `server.${d['sid']} is in no group. Once there is a group or a weight, each voter needs a group`,
  'two-groups': (d) => `server.${d['sid']} is in two groups. Leave it in one`,
  'group-of-nobody': (d) =>
    `${d['key']} names server ${d['sid']}, which is no voter and has no weight. Remove it`,
  'no-participants': () => 'standaloneEnabled=false needs at least one server line that votes',
  'observers-without-participants': () =>
    'observers need at least two voters beside them. Remove :observer from some lines',
  'single-server': () => 'one voter alone runs standalone: no election takes place',
  'no-failure-tolerated': (d) =>
    `${d['count'] === 1 ? 'one voter tolerates' : 'two voters tolerate'} no failure; use three`,
  'even-number': (d) =>
    `${d['count']} voters tolerate ${d['tolerated']} ${d['tolerated'] === 1 ? 'failure' : 'failures'}, no more than one server fewer`,
  'client-address': (d) =>
    `the server’s own line says that clients connect at ${d['here']}, the file says ${d['there']}. Let both say the same`,
  'peer-type-mismatch': (d) =>
    `the server lines make this server ${d['role']}; peerType should say the same`,
  'no-myid': () => 'this server needs a file myid with its id in its dataDir; −1 counts as none',
  'not-in-list': (d) =>
    `no server.${d['sid']} line: this server’s id is not in the list. Mend the file myid, or add the line`,
  'ends-at-start': (d) => `${d['key']}=${d['value']} ends the server when it starts`,
  'never-serves': (d) => `with ${d['key']}=${d['value']} the server runs and never serves`,
  'no-client-port': () => 'no client port: nobody can connect. Add clientPort=2181',
  unsimulated: (d) => `${d['key']} is right; nothing here acts on it`,
  'hierarchy-ignored': (d) =>
    `${d['key']}: only the ensembles of the ZooKeeper lab count by groups and weights; here majorities count`,
  'unknown-key': (d) =>
    `${d['key']} is no key of ZooKeeper 3.8, which would keep it as property zookeeper.${d['key']} without a word. It changes nothing`,
  'wrong-case': (d) => `${d['key']} is unknown: capitals count. Write ${d['like']}`,
  'other-name': (d) => `no server reads ${d['key']}. Write ${d['like']}`,
  'jvm-property': (d) =>
    `a real server does not read ${d['key']} here: start it with JVMFLAGS=-D${d['key']}=${d['value']}. The simulation obeys the line all the same`,
  'no-servers': () => 'no server.N line: nothing to elect. Add server.1=host:2888:3888',
  'too-many-servers': (d) =>
    `${d['count']} servers; at most ${d['most']} are simulated. Remove some`,
  'members-elsewhere': ({ members }) =>
    `This run has the servers ${members}. Such a file is of another ensemble; list some of these.`,
  'alone-elsewhere': () =>
    'With this file the server would stand alone; here it is a member. Add standaloneEnabled=false, or list more than one server that votes.',
  'ensemble-elsewhere': (d) =>
    `${d['count']} servers would be an ensemble; this run has one server, which could not start with this file. The set-up of the election lab reads such lines`,
};

const WORDS: Readonly<Record<string, string>> = { ...EXPLAINED, ...OTHER_KEYS_EXPLAINED };

/** What a key does, and that nothing here acts on it. */
function unsimulated(key: string): string {
  const spec = knownKey(key);
  if (spec === undefined) return '';
  const between = isBetweenServers(spec) ? ' (between servers)' : '';
  return `${key}${between}: ${WORDS[wordsOf(spec)] ?? ''} Not simulated`;
}

/** Without its line: what, how to mend it, and what the real server prints. */
export function cfgText({ code, data, key, said }: CfgNote): string {
  const text = code === 'unsimulated' ? unsimulated(key) : SENTENCES[code](shownData(data));
  // Values in it come from the file, as long as they are there.
  return fitting(
    said === undefined ? text : `${text} (ZooKeeper says: ${said})`,
    LIMITS.shownMessage,
  );
}

/** `line 3: tickTime needs a number … (ZooKeeper says: …)`. */
export function cfgSentence(note: CfgNote): string {
  return note.line === 0 ? cfgText(note) : `line ${note.line}: ${cfgText(note)}`;
}
