/** The head of one line of a log: when it was written, by which server, thread and class. */
import type { FactValue } from '../view/fact.ts';
import { LIMITS } from '../view/limits.ts';

export interface Head {
  /** What its clock showed, ms since 1970 as if that clock were UTC's. */
  readonly time: number;
  /** The same as it was written. */
  readonly when: string;
  /** `[myid:3]`; null where it says none. */
  readonly myid: number | null;
  readonly thread: string;
  /** The class without its package and without what it is inside of; '' where the line names none. */
  readonly logger: string;
  readonly text: string;
}

/** A line, and the first line behind it that goes on with it. */
export interface Line extends Pick<Head, 'text' | 'logger' | 'thread'> {
  readonly more: string;
}

/** What one line tells, with the values that it names. */
export interface Said {
  readonly rule: string;
  readonly data: Readonly<Record<string, FactValue>>;
  /** Said again and again while nothing changes. */
  readonly routine?: true;
}

const DATE =
  /(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?:Z|[+-]\d\d:?\d\d)?/gu;
const LEVEL = /^(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\b/u;
const MYID = /^\[myid:(\d{0,9})\]/u;
/** A class, with or without its package. */
const CLASS = /^[\w$.]{1,200}$/u;
/** Containers and collectors write so much before a line of the server at most. */
const BEFORE = 200;
/** So many dates may stand before the one that the server wrote. */
const DATES = 3;

/**
 * Null: the line is not the first one of a message. Knows the patterns that come with ZooKeeper 3.3 to
 * 3.9 (log4j and logback), those of Kafka and of Cloudera, and what a container runtime puts before them.
 */
export function headOf(whole: string): Head | null {
  const line =
    whole.length > LIMITS.logLineCharacters ? whole.slice(0, LIMITS.logLineCharacters) : whole;
  DATE.lastIndex = 0;
  for (let tried = 0; tried < DATES; tried++) {
    const date = DATE.exec(line);
    if (date === null || date.index > BEFORE) return null;
    const rest = line.slice(date.index + date[0].length);
    const found = afterDate(rest);
    const time = timeOf(date);
    if (found !== null && !Number.isNaN(time)) return { time, when: date[0], ...found };
  }
  return null;
}

function timeOf(date: RegExpExecArray): number {
  const [, year, month, day, hour, minute, second, part = '0'] = date;
  const ms = Number(part.padEnd(3, '0').slice(0, 3));
  const [y, mo, d] = [Number(year), Number(month), Number(day)];
  const [h, mi, s] = [Number(hour), Number(minute), Number(second)];
  // Date.UTC would take the 45th of a month.
  if (mo < 1 || mo > 12 || d < 1 || d > 31 || h > 23 || mi > 59 || s > 60) return Number.NaN;
  return Date.UTC(y, mo - 1, d, h, mi, s, ms);
}

type Rest = Omit<Head, 'time' | 'when'>;

/** What follows the date: `[myid:1] - INFO  [thread:Class@12] - text`, or one of the other patterns. */
function afterDate(all: string): Rest | null {
  let rest = all.replace(/^\]/u, '').trimStart();
  const myid = MYID.exec(rest);
  if (myid !== null) rest = rest.slice(myid[0].length).trimStart();
  rest = rest.replace(/^- ?/u, '').trimStart();
  const level = LEVEL.exec(rest);
  if (level === null) return null;
  rest = rest.slice(level[0].length).trimStart();
  const sid = myid === null || myid[1] === '' ? null : Number(myid[1]);
  const found = inBrackets(rest) ?? atEnd(rest) ?? beforeColon(rest);
  return { myid: sid, thread: '', logger: '', text: rest, ...found };
}

type Named = Pick<Rest, 'logger' | 'text'> & { readonly thread?: string };

/** `[main:QuorumPeerConfig@177] - text`; a thread's name may hold brackets of its own. */
function inBrackets(rest: string): Named | null {
  if (!rest.startsWith('[')) return null;
  const end = rest.indexOf('] - ');
  const last = end === -1 && rest.endsWith('] -') ? rest.length - 3 : end;
  if (last === -1) return null;
  const inside = rest.slice(1, last);
  const text = rest.slice(last + 4).trimEnd();
  const at = inside.lastIndexOf('@');
  const colon = inside.lastIndexOf(':', at === -1 ? inside.length : at);
  const logger = at === -1 ? inside.slice(colon + 1) : inside.slice(colon + 1, at);
  if (!CLASS.test(logger)) return { thread: inside, logger: '', text };
  return { thread: colon === -1 ? '' : inside.slice(0, colon), logger: simple(logger), text };
}

/** Kafka's: `text (org.apache.zookeeper.server.quorum.QuorumPeer)`. */
function atEnd(rest: string): Named | null {
  const line = rest.trimEnd();
  const open = line.lastIndexOf(' (');
  if (open === -1 || !line.endsWith(')')) return null;
  const logger = line.slice(open + 2, -1);
  if (!CLASS.test(logger) || !logger.includes('.')) return null;
  return { logger: simple(logger), text: line.slice(0, open) };
}

/** Cloudera's: `org.apache.zookeeper.server.quorum.QuorumPeer: text`. */
function beforeColon(rest: string): Named | null {
  const colon = rest.indexOf(': ');
  const logger = colon === -1 ? '' : rest.slice(0, colon);
  if (!CLASS.test(logger) || !logger.includes('.')) return null;
  return { logger: simple(logger), text: rest.slice(colon + 2).trimEnd() };
}

const simple = (logger: string): string => {
  const outer = logger.slice(logger.lastIndexOf('.') + 1);
  const dollar = outer.indexOf('$');
  return dollar <= 0 ? outer : outer.slice(0, dollar);
};
