import { serverIn, doneIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import { ghostOf } from '../../ensemble/ghost.ts';
import type { QuorumGhost } from '../../ensemble/quorum-ghost.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Pid } from '../../view/time.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Done } from '../../zookeeper/server/done.ts';
import type { LeaderRole, LearnerRole } from '../../zookeeper/quorum/role.ts';
import { lastLogged } from '../../zookeeper/server/disk.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import { countsOnTruncated, crossesHole } from '../own-flaws.ts';
import { ZooKeeperExercised } from './zookeeper-exercised.ts';

/** What a run of an ensemble reached, besides what its servers and clients reach anyway. */
export class ZabExercised extends ZooKeeperExercised {
  /** Of each server the life that was looked at last. */
  private readonly lives = new Map<Pid, number>();
  private delivered = 0;
  private established = 0;

  protected override changed(was: Member | null, is: Member, world: AnyWorld, pid: Pid): void {
    const { life } = world.current;
    const isNew = this.lives.get(pid) !== life;
    this.lives.set(pid, life);
    const before = isNew ? null : was;
    super.changed(before, is, world, pid);
    const server = serverIn(is);
    if (server === null || server.peer === null) return;
    const old = serverIn(before);
    if (old !== null) {
      this.member(old, server);
      this.flaw(old, server, world);
    }
    const { delivered, established } = world.ghost as QuorumGhost;
    if (established.length > this.established) {
      this.note('a leader established');
      if (delivered.length > this.delivered) this.note('an uncommitted tail survived');
    }
    this.established = established.length;
    this.delivered = delivered.length;
    for (const done of doneIn(world)) this.done(server, done);
  }

  private done({ role }: Server, done: Done): void {
    if (done.kind === 'connect' && done.outcome === 'behind')
      this.note('a server that is behind refused');
    if (done.kind === 'upgrading') this.note('a local session upgraded');
    if (done.kind !== 'finished') return;
    const { request, connection, local } = done.job;
    if (local === true) this.note(`a local ${request.op}`);
    if (role?.kind !== 'read-only' || connection === 0 || request.op === 'ping') return;
    this.note(done.err === 'NotReadOnly' ? 'a write without a leader' : 'a read without a leader');
  }

  /** Whether a transaction was lost as ZooKeeper itself loses it: see `own-flaws.ts`. */
  flawed = false;
  /** Who had to truncate what its leader counts on, and the last of that, until it has it on disk again. */
  private readonly owed = new Map<Pid, Zxid>();

  private flaw(was: Server, is: Server, world: AnyWorld): void {
    this.paysBack(is, world);
    if (is.role?.kind !== 'learner' || is.role.sync === null || is.role.sync === 'SNAP') return;
    if (was.role?.kind === 'learner' && was.role.sync !== null) return;
    const pid = is.peer?.following?.leader ?? 0;
    const alive = serverIn(world.process(pid).s as Member | null);
    const leader = alive ?? ghostOf(world.ghost as QuorumGhost, pid).killed;
    if (leader === null) return;
    const last = lastLogged(was.disk);
    if (last !== null && is.role.sync === 'TRUNC')
      if (countsOnTruncated(leader, is.pid, is.tree.lastZxid)) {
        this.owed.set(is.pid, last);
        if (alive === null) this.loses(is.pid);
      }
    if (!crossesHole(leader, was.tree.lastZxid)) return;
    this.flawed = true;
    this.note('a hole in the log of a leader, where ZooKeeper itself loses a transaction');
  }

  private paysBack({ pid, role, disk }: Server, world: AnyWorld): void {
    const owed = this.owed.get(pid);
    if (owed === undefined) return;
    // As it will be, and as it is: what it truncated may be there still.
    const has = [disk, world.process(pid).disk as Disk].every((each) => {
      const last = lastLogged(each);
      return last !== null && compareZxid(last, owed) >= 0;
    });
    if (has) this.owed.delete(pid);
    else if (role === null) this.loses(pid);
  }

  /** It dies, or leaves, before what it truncated is on its disk again. */
  private loses(pid: Pid): void {
    if (!this.owed.delete(pid)) return;
    this.flawed = true;
    this.note('a TRUNC of what a leader counts on, where ZooKeeper itself may lose a transaction');
  }

  /** Looks at a server that is about to lose its process or its power. */
  dies(world: AnyWorld, pid: Pid): void {
    const s = serverIn(world.process(pid).s as Member | null);
    if (s === null) return;
    this.loses(pid);
    if (s.role?.kind === 'leader' && s.role.outstanding.length > 0)
      this.note('a leader died with proposals outstanding');
    if (s.role?.kind === 'learner' && isSynchronising(s.role, s))
      this.note('a learner died while it was synchronised');
  }

  private member(was: Server, is: Server): void {
    if (was.peer?.state !== 'LEADING' && is.peer?.state === 'LEADING') this.note('an election won');
    if (was.peer?.state === 'LEADING' && is.peer?.state === 'LOOKING')
      this.note('a leader gave up');
    if (is.role?.kind === 'read-only' && was.role === null) this.note('read-only mode');
    if (is.role?.kind === 'learner') this.learner(was, is, is.role);
    if (was.role?.kind === 'leader' && is.role?.kind === 'leader')
      this.leader(was, is, was.role, is.role);
  }

  private learner(was: Server, is: Server, { sync }: LearnerRole): void {
    if (sync !== null && (was.role?.kind !== 'learner' || was.role.sync !== sync)) this.note(sync);
    const [before, after] = [lastLogged(was.disk), lastLogged(is.disk)];
    const cut = before !== null && (after === null || compareZxid(after, before) < 0);
    if (cut && is.disk !== was.disk) this.note('an uncommitted tail lost');
  }

  private leader(was: Server, is: Server, old: LeaderRole, role: LeaderRole): void {
    const syncing = (s: Server): number =>
      s.peer?.leading?.learners.filter(({ stage }) => stage === 'syncing').length ?? 0;
    const unlisted = (s: Server): number =>
      s.peer?.leading?.learners.filter(
        ({ sid, type, stage }) =>
          type === 'follower' && stage === 'serving' && !s.peer?.config.voters.includes(sid),
      ).length ?? 0;
    if (is.peer !== was.peer && unlisted(is) > unlisted(was))
      this.note('a server that the others do not list serves');
    const busy = role.outstanding.length > 0 || role.toBeApplied.length > 0;
    if (busy && is.peer !== was.peer && syncing(is) > syncing(was))
      this.note('a synchronisation under writes');
    if (role.owners === old.owners) return;
    for (const [session, owner] of role.owners) {
      const before = old.owners.get(session);
      if (before !== undefined && before !== owner) this.note('a session moved');
    }
  }
}

/** Between what the leader says of its history and UPTODATE. */
export const isSynchronising = ({ sync }: LearnerRole, { peer }: Server): boolean =>
  sync !== null && peer?.phase !== 'BROADCAST';
