/** What is to be said of a `zoo.cfg`, in plain English: what is wrong, and how to mend it. */
import type { CfgCode, CfgNote } from '../view/zoo-cfg/note.ts';

type Data = CfgNote['data'];

const SENTENCES: Readonly<Record<CfgCode, (d: Data) => string>> = {
  'not-key-value': (d) => `"${d['text']}" is no key=value line; write key=value, or # before it`,
  'bad-number': (d) =>
    `${d['key']} needs a number from ${d['least']} to ${d['most']}, not "${d['value']}"`,
  'bad-choice': (d) => `${d['key']} must be one of ${d['choices']}, not "${d['value']}"`,
  'bad-word': (d) => `${d['key']}: "${d['word']}" is no four-letter word; give words, or *`,
  'bad-path': (d) => `${d['key']} is empty; give the path of a folder`,
  'bad-sid': (d) => `server.${d['id']}: give a whole number from 1 to 255, as in the file myid`,
  'bad-server': (d) => `write server.${d['id']}=host:2888:3888, with :observer if it has no vote`,
  'bad-port': (d) => `server.${d['id']}: "${d['port']}" is no port; use 1 to 65535`,
  'bad-peer-type': (d) => `server.${d['id']}: "${d['type']}" is neither participant nor observer`,
  'duplicate-key': (d) => `${d['key']} stands in line ${d['earlier']} already; this one wins`,
  'duplicate-port': (d) => `server.${d['id']} uses port ${d['port']} twice; give it two`,
  'not-set': (d) => `${d['key']} is missing; add a line for it`,
  'no-servers': () => 'no server.N line; add server.1=host:2888:3888',
  'too-many-servers': (d) => `${d['count']} servers, of which ${d['most']} can be simulated`,
  'observers-without-participants': () => 'observers need at least two voters beside them',
  'single-server': () => 'one voter alone runs standalone; the line changes nothing',
  'no-failure-tolerated': () => 'two voters tolerate no failure; use three',
  'even-number': (d) =>
    `${d['count']} voters tolerate ${d['tolerated']} failures, no more than one fewer would`,
  'hierarchy-ignored': (d) => `${d['key']}: groups and weights are not simulated`,
  'unknown-key': (d) => `${d['key']} is no key of ZooKeeper 3.8; it changes nothing here`,
  'wrong-case': (d) => `${d['key']} is unknown: capitals count; write ${d['like']}`,
  'jvm-property': (d) =>
    `a real server reads ${d['key']} only from JVMFLAGS=-D${d['key']}=${d['value']}; it is obeyed here`,
  'not-simulated': (d) => `${d['key']} is right, but nothing here acts on it`,
  raised: (d) => `${d['key']}=${d['value']} counts as ${d['least']}`,
  'min-above-max': (d) =>
    `minSessionTimeout (${d['min']} ms) is above maxSessionTimeout (${d['max']} ms); change one of them`,
  'only-three': (d) => `electionAlg=${d['value']}: only 3 is left; remove the line`,
  'port-without-address': (d) => `${d['address']} needs ${d['port']} beside it`,
  'ensemble-elsewhere': (d) =>
    `${d['count']} servers would be an ensemble, and there is one; remove the server lines`,
};

/** `line 3: tickTime needs a number … (ZooKeeper says: …)`. */
export function cfgSentence({ line, code, data, said }: CfgNote): string {
  const where = line === 0 ? '' : `line ${line}: `;
  const words = said === undefined ? '' : ` (ZooKeeper says: ${said})`;
  return `${where}${SENTENCES[code](data)}${words}`;
}
