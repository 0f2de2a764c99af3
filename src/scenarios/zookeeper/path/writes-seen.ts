/** What became of clients' writes, moment by moment, as the steps of a run tell it. */
import { parseZxid, compareZxid } from '../../../protocols/election/zxid.ts';
import { clientIn, serverIn } from '../../../ensemble/member.ts';
import type { Fact, StepRecord } from '../../../view/fact.ts';
import type { Pid } from '../../../view/time.ts';
import type { MomentKind, PathMoment, WriteName, WriteView } from '../../../view/write-path.ts';
import { zxidText } from '../../../view/zxid.ts';
import { isWrite } from '../../../zookeeper/prep/prepare.ts';
import type { Job } from '../../../zookeeper/server/job.ts';
import type { Server } from '../../../zookeeper/server/server.ts';
import type { RunRead } from '../../protocol.ts';
import type { Sliced } from '../../slices.ts';
import { hasCommitted, heldBy, isLogged, leaderIn } from './held.ts';
import type { PathWorld, Sought } from './held.ts';
import type { Members } from './members.ts';

/** Nobody looks for a write further back than so many steps. */
const FARTHEST = 20_000;
/** So many writes are remembered, and so many of them watched for what is still to come. */
const MOST = 200;
const MOST_OPEN = 64;

/** A write and what has come of it. */
export interface Seen {
  /** As its client asked, and as its leader named it. */
  readonly asked: WriteView;
  /** The step at which a server read it. */
  readonly begun: number;
  named: WriteView | null;
  readonly moments: PathMoment[];
  /** Who gave it its zxid. */
  proposer: Pid | null;
  /** Its client has given it up: the position after that. */
  lost: number | null;
}

export const isSame = (a: WriteName, b: WriteName): boolean =>
  a.session === b.session && a.cxid === b.cxid;

const has = ({ moments }: Seen, kind: MomentKind): boolean =>
  moments.some((each) => each.kind === kind);

const soughtIn = ({ named }: Seen): Sought | null =>
  named === null || named.zxid === null ? null : { ...named, zxid: named.zxid };

function jobNumbered(s: Server, number: number): Job | undefined {
  const places = [s.prep, s.sync, s.unflushed, s.committing.queued, s.final];
  return places.flat().find((job) => job.number === number);
}

const text = (fact: Fact, name: string): string => String(fact.data[name] ?? '');

/** Reads the steps of one branch, each once. */
export class WritesSeen {
  /** In the order in which they were asked for. */
  readonly all: Seen[] = [];
  private readonly open: Seen[] = [];
  private readonly members: Members;
  private to: number;

  /** @param from the first step that it reads */
  constructor(members: Members, from = 0) {
    this.members = members;
    this.to = from;
  }

  /** What has been played since. Ended midway, it goes on from there the next time. */
  *readOn(run: RunRead): Sliced {
    const end = run.branch.length;
    if (this.to >= end) return;
    const from = Math.max(this.to, end - FARTHEST);
    yield* run.walking(from, end, (record, world) => {
      this.note(record, world as unknown as PathWorld);
      this.to = record.step + 1;
    });
    this.to = end;
  }

  find(name: WriteName): Seen | undefined {
    return this.all.findLast(({ asked }) => isSame(asked, name));
  }

  private note(record: StepRecord, world: PathWorld): void {
    const { pid, facts } = record;
    const process = world.processes.find((each) => each.pid === pid);
    if (pid === null || process === undefined) return;
    const server = serverIn(process.s);
    for (const fact of facts) {
      if (fact.rule === 'client-answer') this.noteAnswer(fact, pid, record, world);
      else if (server !== null) this.noteFact(fact, server, record, world);
    }
    if (clientIn(process.s) !== null || server === null) return;
    for (const seen of [...this.open]) {
      if (record.message?.kind === 'REQUEST') this.noteHandedOn(seen, server, record, world);
      const sought = soughtIn(seen);
      if (sought === null) continue;
      this.noteAck(seen, sought, record, world);
      if (!has(seen, 'commit') && hasCommitted(world, process, sought))
        this.add(seen, 'commit', { by: pid }, record, world);
    }
  }

  private noteFact(fact: Fact, s: Server, record: StepRecord, world: PathWorld): void {
    switch (fact.rule) {
      case 'request-read':
        this.noteRequest(fact, s, record, world);
        return;
      case 'write-prepared':
      case 'write-refused':
        this.noteProposal(fact, s, record, world);
        return;
      case 'log-flushed': {
        const [from, to] = [parseZxid(text(fact, 'from')), parseZxid(text(fact, 'to'))];
        for (const seen of this.open) {
          const zxid = soughtIn(seen)?.zxid;
          if (zxid === undefined || seen.proposer !== s.pid || has(seen, 'log')) continue;
          if (compareZxid(zxid, from) >= 0 && compareZxid(zxid, to) <= 0)
            this.add(seen, 'log', { by: s.pid }, record, world);
        }
        return;
      }
      default:
    }
  }

  /** A server has read it. What a client's library asks by itself is no write of a program. */
  private noteRequest(fact: Fact, s: Server, record: StepRecord, world: PathWorld): void {
    const { client, cxid, number } = fact.data;
    const job = jobNumbered(s, Number(number));
    if (job === undefined || typeof client !== 'number' || Number(cxid) <= 0) return;
    const { request, session } = job;
    if (!isWrite(request) || request.op === 'closeSession') return;
    const asked: WriteView = {
      session,
      cxid: job.cxid,
      client,
      op: request.op,
      path: text(fact, 'path'),
      zxid: null,
      failed: false,
    };
    const seen: Seen = {
      asked,
      begun: record.step,
      named: null,
      moments: [],
      proposer: null,
      lost: null,
    };
    this.all.push(seen);
    this.open.push(seen);
    if (this.all.length > MOST) this.all.shift();
    if (this.open.length > MOST_OPEN) this.open.shift();
    this.add(seen, 'request', { by: client, to: s.pid }, record, world);
  }

  /** Its leader has it from the server that its client talks to. */
  private noteHandedOn(seen: Seen, s: Server, record: StepRecord, world: PathWorld): void {
    const [request] = seen.moments;
    if (seen.named !== null || request?.kind !== 'request' || request.to === s.pid) return;
    if (!s.prep.some((job) => isSame(job, seen.asked))) return;
    seen.moments.length = 0;
    this.add(seen, 'request', { by: request.by, to: request.to, on: s.pid }, record, world);
  }

  private noteProposal(fact: Fact, s: Server, record: StepRecord, world: PathWorld): void {
    const job = jobNumbered(s, Number(fact.data['number']));
    const seen = this.open.find(({ asked }) => job !== undefined && isSame(job, asked));
    if (job?.txn === undefined || job.txn === null || seen === undefined) return;
    const failed = fact.rule === 'write-refused';
    const path = text(fact, 'path');
    seen.named = { ...seen.asked, path, zxid: job.txn.zxid, failed };
    seen.proposer = s.pid;
    this.add(seen, 'proposal', { by: s.pid }, record, world);
  }

  /** A follower has logged it and tells the leader. */
  private noteAck(seen: Seen, { zxid }: Sought, record: StepRecord, world: PathWorld): void {
    if (has(seen, 'ack') || has(seen, 'commit') || record.pid === seen.proposer) return;
    const ack = record.sent.find(
      ({ kind, label, to }) => kind === 'ACK' && label === zxidText(zxid) && to === seen.proposer,
    );
    if (ack !== undefined && this.members.voters.includes(ack.from))
      this.add(seen, 'ack', { by: ack.from, to: ack.to }, record, world);
  }

  private noteAnswer(fact: Fact, client: Pid, record: StepRecord, world: PathWorld): void {
    const seen = this.open.findLast(
      ({ asked, lost, moments }) =>
        asked.client === client &&
        asked.cxid === fact.data['xid'] &&
        lost === null &&
        moments.at(-1)?.kind !== 'reply',
    );
    if (seen === undefined) return;
    const err = text(fact, 'err');
    // It hears that from its own library: no server has told it anything.
    if (OWN_ERRORS.has(err)) seen.lost = record.step + 1;
    else this.add(seen, 'reply', { by: client, err }, record, world);
  }

  private add(
    seen: Seen,
    kind: MomentKind,
    about: Partial<PathMoment> & Pick<PathMoment, 'by'>,
    { step, time }: StepRecord,
    world: PathWorld,
  ): void {
    const sought = soughtIn(seen);
    const processes = this.members.pids.map((pid) =>
      world.processes.find((each) => each.pid === pid),
    );
    const held = processes.map((process) =>
      process === undefined ? 'nothing' : heldBy(world, process, sought),
    );
    const { pids, voters } = this.members;
    const have = pids.filter(
      (pid, index) => voters.includes(pid) && isLogged(held[index] ?? 'nothing'),
    );
    const up = processes.flatMap((process) =>
      process === undefined || process.s === null ? [] : [process.pid],
    );
    seen.moments.push({
      to: null,
      on: null,
      err: '',
      ...about,
      kind,
      position: step + 1,
      time,
      have: have.length,
      leader: leaderIn(world),
      up,
      held,
    });
    if (has(seen, 'commit') && has(seen, 'reply')) this.open.splice(this.open.indexOf(seen), 1);
  }
}

/** What a handle answers by itself to calls that no server will answer. */
const OWN_ERRORS: ReadonlySet<string> = new Set(['ConnectionLoss', 'SessionExpired', 'AuthFailed']);
