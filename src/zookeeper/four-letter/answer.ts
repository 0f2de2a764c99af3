/** What a server answers to a four-letter word: a function of its state [org.apache.zookeeper.server.command]. */
import type { Micros } from '../../view/time.ts';
import { zxidHex } from '../../view/zxid.ts';
import type { Server } from '../server/server.ts';
import { inProcess } from '../server/server.ts';
import { nodeCount } from '../tree/data-tree.ts';
import { FULL_VERSION } from '../../view/zookeeper-version.ts';
import { countWatches, watchesOf } from '../watches/watch-table.ts';
import { entries } from '../tree/sorted-map.ts';
import { NO_SESSION } from '../records/values.ts';
import { modeOf, readsOnly, serves } from '../quorum/place.ts';
import { confText, dirsLines, environment } from './configuration.ts';
import { connectionLine } from './connection-line.ts';
import { digestLines } from './digests.ts';
import { dumpLines } from './dump.ts';
import { javaDouble, meanOf } from './java-double.ts';
import { monitorLines } from './monitor.ts';

/** What may be asked; anything else is taken for the length of a request, and hung up on. */
export const WORDS = [
  'conf',
  'cons',
  'crst',
  'dirs',
  'dump',
  'envi',
  'gtmk',
  'hash',
  'isro',
  'mntr',
  'ruok',
  'srst',
  'srvr',
  'stat',
  'stmk',
  'wchc',
  'wchp',
  'wchs',
] as const;
export type FourLetterWord = (typeof WORDS)[number];

export const isWord = (text: string): text is FourLetterWord => WORDS.some((word) => word === text);

/**
 * `srvr` always is, whatever the file says: zkServer.sh needs it; and clients that read only need `isro`
 * [FourLetterCommands.isEnabled].
 */
export const isAllowed = (
  word: FourLetterWord,
  whitelist: readonly string[],
  readOnlyMode = false,
): boolean =>
  word === 'srvr' ||
  (word === 'isro' && readOnlyMode) ||
  whitelist.includes('*') ||
  whitelist.includes(word);

const ended = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/**
 * The answer, byte by byte; '' for a word that there is not. Hash orders of the real server are orders
 * of names and numbers here.
 * @param s with the asker's own connection as its last one, and the word counted as received
 */
export function answerOf(s: Server, text: string, now: Micros): string {
  const [word = '', argument] = text.split(' ');
  if (!isWord(word)) return '';
  const { cfg, readOnlyMode } = s.settings;
  if (!isAllowed(word, cfg.whitelist, readOnlyMode)) {
    return `${word} is not executed because it is not in the whitelist.\n`;
  }
  if (!serves(s) && !AT_ANY_TIME.has(word))
    return word === 'hash' ? NOT_SERVING : `${NOT_SERVING}\n`;
  switch (word) {
    case 'ruok':
      return 'imok';
    case 'isro':
      // [IsroCommand] Without a server behind the port there is nothing to be read.
      if (!serves(s)) return 'null';
      return readsOnly(s) ? 'ro' : 'rw';
    case 'gtmk':
      return String(DEFAULT_TRACE_MASK);
    case 'stmk':
      // The mask follows as eight bytes; without them the connection ends.
      return argument === undefined ? '' : argument;
    case 'srvr':
      return ended([...heading(s), ...serverLines(s)]);
    case 'stat': {
      const clients = connectionLines(s, true);
      return ended([...heading(s), 'Clients:', ...clients, '', ...serverLines(s)]);
    }
    case 'cons':
      return ended([...connectionLines(s, false), '']);
    case 'conf':
      return confText(s);
    case 'dirs':
      return ended(dirsLines(s));
    case 'dump':
      return ended(dumpLines(s));
    case 'envi':
      return ended(environment(s));
    case 'mntr':
      return ended(monitorLines(s, now));
    case 'hash':
      return ended(digestLines(s));
    case 'wchs': {
      const { connections, paths, watches } = countWatches(s.watches.data);
      return ended([
        `${connections} connections watching ${paths} paths`,
        `Total watches:${watches}`,
      ]);
    }
    case 'wchc':
      return ended([...watchesByConnection(s), '']);
    case 'wchp':
      return ended([...watchesByPath(s), '']);
    case 'crst':
      return 'Connection stats reset.\n';
    case 'srst':
      return 'Server stats reset.\n';
  }
}

/** [AbstractFourLetterCommand.isZKServerRunning] */
const NOT_SERVING = 'This ZooKeeper instance is not currently serving requests';

/** Answered whether clients are served or not. */
const AT_ANY_TIME: ReadonlySet<FourLetterWord> = new Set(['ruok', 'isro', 'envi', 'gtmk', 'stmk']);

/** [ZooTrace] */
const DEFAULT_TRACE_MASK = 306;

/** [StatCommand] */
const heading = (s: Server): readonly string[] => [
  `Zookeeper version: ${FULL_VERSION}`,
  ...(readsOnly(s) ? ['READ-ONLY mode; serving only read-only clients'] : []),
];

/** [ServerStats.toString, StatCommand] */
function serverLines(s: Server): readonly string[] {
  const { stats } = s;
  const mean = javaDouble(meanOf(stats.totalLatency, stats.answers));
  return [
    `Latency min/avg/max: ${stats.leastLatency}/${mean}/${stats.mostLatency}`,
    `Received: ${stats.received}`,
    `Sent: ${stats.sent}`,
    `Connections: ${s.connections.length}`,
    `Outstanding: ${inProcess(s)}`,
    `Zxid: ${zxidHex(s.tree.lastZxid)}`,
    `Mode: ${modeOf(s)}`,
    `Node count: ${nodeCount(s.tree)}`,
    ...proposalLine(s),
  ];
}

/** A leader's own figures [BufferStats]. */
function proposalLine({ role }: Server): readonly string[] {
  if (role?.kind !== 'leader') return [];
  const { last, least, most } = role.sizes;
  return [`Proposal sizes last/min/max: ${last}/${least}/${most}`];
}

/** The asker first: its connection is the newest. */
const connectionLines = ({ connections }: Server, brief: boolean): readonly string[] =>
  connections
    .map((cnxn, i) => connectionLine(cnxn, brief, i < connections.length - 1))
    .toReversed();

const sessionAt = ({ connections }: Server, connection: number): string =>
  connections.find(({ id }) => id === connection)?.session ?? NO_SESSION;

/** Of the data table alone, as the real ones. */
function watchesByConnection(s: Server): readonly string[] {
  return [...entries(s.watches.data.byConnection)].flatMap(({ key, value }) => [
    sessionAt(s, Number(key)),
    ...[...entries(value)].map(({ key: path }) => `\t${path}`),
  ]);
}

function watchesByPath(s: Server): readonly string[] {
  const lines: string[] = [];
  let last: string | null = null;
  for (const { path, connection } of watchesOf(s.watches.data)) {
    if (path !== last) lines.push(path);
    last = path;
    lines.push(`\t${sessionAt(s, connection)}`);
  }
  return lines;
}
