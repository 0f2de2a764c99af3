/** What a server's log tells, as one line of text. */
import type { Told } from '../server-logs/sequence.ts';

type Data = Told['data'];

const nobody = (sid: Data[string]): string => (sid === -1 || sid === null ? 'nobody' : `S${sid}`);
const vote = (d: Data): string =>
  `${nobody(d['leader'] ?? null)}${d['zxid'] === null ? '' : `, zxid ${d['zxid']}`}, epoch ${d['epoch'] ?? '?'}, round ${d['round'] ?? '?'}`;

const SENTENCES: Readonly<Record<string, (d: Data) => string>> = {
  started: (d) => (d['again'] === true ? 'starts again' : 'starts'),
  stopped: (d) => `ends with code ${d['code']}`,
  silent: (d) =>
    `says nothing more until it starts again in line ${d['until']}: when and how it ended is not told`,
  'log-ends': () => 'says nothing more: its log ends',
  loaded: (d) => `has loaded its files up to zxid ${d['zxid']}`,
  'epoch-absent': (d) => `has no file of its ${d['which']} epoch: it takes ${d['epoch']}`,
  looking: () => 'LOOKING',
  following: () => 'FOLLOWING',
  leading: () => 'LEADING',
  observing: () => 'OBSERVING',
  candidate: (d) => `begins an election and proposes itself with zxid ${d['zxid']}`,
  voted: (d) => `votes for ${vote(d)}`,
  heard: (d) => `hears S${d['from']}, ${d['state']}, vote for ${vote(d)}`,
  waits: (d) =>
    `heard nothing for a while: sends its vote again, and waits ${d['ms']} ms from now on`,
  'election-took': (d) => `says that the election took ${d['ms']} ms`,
  phase: (d) => `phase ${d['phase']}${d['how'] === '' ? '' : ` by ${d['how']}`}`,
  'learner-came': (d) => `is joined by ${d['observer'] === true ? 'observer ' : ''}S${d['from']}`,
  'learner-left': (d) =>
    `loses ${d['learner'] === null ? 'a learner' : `learner S${d['learner']}`}`,
  synchronizing: (d) =>
    `synchronises S${d['learner']}, whose last zxid is ${d['peerLast']}; its own log of commits reaches from ${d['min']} to ${d['max']}`,
  'sync-sent': (d) =>
    `sends ${d['how']}${d['zxid'] === null ? '' : ` ${d['zxid']}`} to ${nobody(d['learner'] ?? null)}`,
  'sync-got': (d) => `gets ${d['how']}${d['zxid'] === null ? '' : ` ${d['zxid']}`} from its leader`,
  'new-leader': () => 'gets NEWLEADER',
  'new-leader-acked': (d) => `has the acknowledgement of NEWLEADER by S${d['from']}`,
  'up-to-date': () => 'gets UPTODATE: it serves',
  'leader-established': (d) =>
    `leads epoch ${d['epoch']} with ${d['sids'] === null ? 'a quorum' : `the quorum ${d['sids']}`}`,
  proposal: (d) => `gets proposal ${d['zxid']}`,
  'log-begun': (d) => `begins a log file with zxid ${d['zxid']}`,
  'fsync-slow': (d) => `its disk took ${d['ms']} ms to sync`,
  'leader-stops': (d) => `stops leading${d['reason'] === null ? '' : `: ${d['reason']}`}`,
  'learner-stops': (d) => `stops following${d['reason'] === null ? '' : `: ${d['reason']}`}`,
  'connection-broken': (d) => `its connection to S${d['peer']} broke`,
  'no-channel': (d) => `cannot reach S${d['peer']}`,
  'session-expired': (d) => `expires session ${d['session']} after ${d['ms']} ms`,
};

export const logSentence = ({ server, rule, data }: Told): string =>
  `S${server} ${SENTENCES[rule]?.(data) ?? rule}`;
