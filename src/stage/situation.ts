import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Pid } from '../view/time.ts';
import { zxidText } from '../view/zxid.ts';

/** What the hero's sentence tells of. */
export type Situation =
  /** A leader serves; `waiting` do not have its newest transaction yet. */
  | {
      readonly kind: 'led';
      readonly leader: Pid;
      readonly zxid: string;
      readonly have: number;
      readonly waiting: readonly Pid[];
      /** Whether it is links of theirs to the leader, slower than the others, that they wait for. */
      readonly slow: boolean;
    }
  /** One is elected, and serves when a majority has its log. */
  | { readonly kind: 'elected'; readonly leader: Pid; readonly needed: number }
  /** Nobody leads, and those who are up elect; `dead` led before them. */
  | { readonly kind: 'electing'; readonly dead: readonly Pid[]; readonly needed: number }
  /** Too few are up to elect anybody. */
  | { readonly kind: 'too-few'; readonly up: number; readonly needed: number };

/** The ensemble's situation, and nothing of why it came so. */
export const situationOf = ({ processes, links, detail }: Frame<ElectionDetail>): Situation => {
  const up = new Set(processes.filter(({ liveness }) => liveness === 'up').map(({ pid }) => pid));
  const { established, quorum } = detail;
  if (established === null || !up.has(established.leader)) {
    if (up.size < quorum) return { kind: 'too-few', up: up.size, needed: quorum };
    const elected = processes.find(({ pid, state }) => up.has(pid) && state === 'LEADING');
    if (elected !== undefined) return { kind: 'elected', leader: elected.pid, needed: quorum };
    return {
      kind: 'electing',
      dead: processes.filter(({ pid }) => !up.has(pid)).map(({ pid }) => pid),
      needed: quorum,
    };
  }
  const servers = detail.servers.filter(({ sid }) => up.has(sid));
  const zxid = servers.find(({ sid }) => sid === established.leader)?.log.at(-1)?.zxid;
  const newest = zxid === undefined ? '' : zxidText(zxid);
  const waiting = servers.filter(({ log }) => !log.some((cell) => zxidText(cell.zxid) === newest));
  return {
    kind: 'led',
    leader: established.leader,
    zxid: newest,
    have: servers.length - waiting.length,
    waiting: newest === '' ? [] : waiting.map(({ sid }) => sid),
    slow: waiting.some(({ sid }) =>
      links.some(
        ({ from, to, latency }) => from === established.leader && to === sid && latency !== null,
      ),
    ),
  };
};

/** Whether nothing but pings and waiting is left. */
export const atRest = ({ messages, nextInteresting, nextTime }: Frame): boolean =>
  nextTime === null ||
  (nextInteresting === null &&
    !messages.some(({ status, routine }) => status === 'flying' && !routine));
