/**
 * How a trace writes its servers: `S1[F p2 a2] 1:1=a✓,1:2=b`. Role, acceptedEpoch and currentEpoch, and
 * the history that its disk holds, as a start would replay it; `✓`: delivered to its tree as committed.
 */
import type { Pid } from '../../view/time.ts';
import type { Zxid } from '../../view/zxid.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { Txn } from '../../zookeeper/records/txns.ts';
import type { SessionId } from '../../zookeeper/records/values.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';
import { entries } from '../../zookeeper/tree/sorted-map.ts';
import { logLength, newestSnapshot, txnAt } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import { doneIn, serverIn } from '../member.ts';
import type { MemberChange, MemberProcess } from '../member.ts';
import { zxidOf } from './trace-packets.ts';

const ROLES = { LOOKING: '-', FOLLOWING: 'F', OBSERVING: 'O', LEADING: 'L' } as const;

/** A transaction by the letter that the trace gives it. */
interface Entry {
  readonly zxid: Zxid;
  readonly text: string;
}

export class TraceState {
  /** The letter for the session that is opened next. */
  opening = 'a';
  /** Transactions that a client was told to be done, in that order. */
  readonly told: string[] = [];
  private readonly sessions = new Map<SessionId, Entry>();
  private readonly committed = new Map<Pid, Set<string>>();

  /** What a step did. */
  hear(change: MemberChange): void {
    const is = serverIn(change.after);
    if (is === null) return;
    const was = serverIn(change.before);
    for (const done of doneIn(change)) {
      if (done.kind === 'prepared' && done.job.txn?.body.type === 'createSession')
        this.noteSession(done.job.txn);
      if (done.kind !== 'finished' || done.job.txn === null) continue;
      const { text } = this.entryOf(done.job.txn);
      this.commit(change.pid, text);
      if (done.job.connection !== 0 && done.err === 'OK') this.told.push(text);
    }
    // All that is in the tree of a server that begins to serve is committed.
    if (was !== null && was.peer?.phase !== 'BROADCAST' && is.peer?.phase === 'BROADCAST')
      for (const { text } of this.entriesOf(is.tree)) this.commit(change.pid, text);
  }

  has(pid: Pid, disk: Disk, zxid: string): { logged: boolean; committed: boolean } {
    const entry = this.historyOf(disk).find(({ text }) => text.startsWith(`${zxid}=`));
    return {
      logged: entry !== undefined,
      committed: entry !== undefined && this.committed.get(pid)?.has(entry.text) === true,
    };
  }

  last(disk: Disk): string {
    const last = this.historyOf(disk).at(-1);
    return last === undefined ? '0:0' : zxidOf(last.zxid);
  }

  /** @param name of the server, in the trace */
  show(name: string, { pid, s, disk }: MemberProcess): string {
    const peer = serverIn(s)?.peer;
    const role = peer === undefined || peer === null ? '-' : ROLES[peer.state];
    const history = this.historyOf(disk).map(
      ({ text }) => `${text}${this.committed.get(pid)?.has(text) === true ? '✓' : ''}`,
    );
    const epochs = `p${disk.acceptedEpoch ?? 0} a${disk.currentEpoch ?? 0}`;
    return `${name}${s === null ? '†' : ''}[${role} ${epochs}] ${history.join(',')}`;
  }

  private noteSession(txn: Txn): void {
    this.sessions.set(txn.session, {
      zxid: txn.zxid,
      text: `${zxidOf(txn.zxid)}=${this.opening}`,
    });
  }

  private commit(pid: Pid, text: string): void {
    const known = this.committed.get(pid) ?? new Set();
    this.committed.set(pid, known.add(text));
  }

  private entryOf({ zxid, body, session }: Txn): Entry {
    const opened = body.type === 'createSession' ? this.sessions.get(session) : undefined;
    if (opened !== undefined) return opened;
    const letter = 'path' in body ? body.path.slice(1) : body.type;
    return { zxid, text: `${zxidOf(zxid)}=${letter}` };
  }

  /** What a snapshot shows of how it came to be: its nodes and its sessions. */
  private entriesOf(tree: DataTree): readonly Entry[] {
    const nodes = [...entries(tree.root.children)]
      .filter(({ key }) => key !== 'zookeeper')
      .map(({ key, value: { czxid } }) => ({ zxid: czxid, text: `${zxidOf(czxid)}=${key}` }));
    const opened = [...entries(tree.sessions)].flatMap(({ key }) => this.sessions.get(key) ?? []);
    return [...opened, ...nodes].toSorted((a, b) => compareZxid(a.zxid, b.zxid));
  }

  /** The newest snapshot and the log behind it; what stands in the log below a snapshot is not read again. */
  private historyOf(disk: Disk): readonly Entry[] {
    const saved = newestSnapshot(disk);
    const base = saved === null ? [] : this.entriesOf(saved.tree);
    const log: Entry[] = [];
    for (let index = 0; index < logLength(disk); index++) {
      const txn = txnAt(disk, index);
      if (txn === null) continue;
      const isSaved = saved !== null && compareZxid(txn.zxid, saved.zxid) <= 0;
      if (!isSaved) log.push(this.entryOf(txn));
    }
    return [...base, ...log];
  }
}
