import type { Server } from '../../zookeeper/server/server.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Pid } from '../../view/time.ts';
import { ExercisedByStep } from './exercised.ts';

/** What a run of the election reached: ways to a decision, to a leader, to the same log. */
export class ElectionExercised extends ExercisedByStep<Server> {
  protected changed(wasWhole: Server | null, isWhole: Server, world: AnyWorld, pid: Pid): void {
    const [was, is] = [wasWhole?.peer ?? null, isWhole.peer];
    this.noteSync(wasWhole, isWhole);
    if (is === null) return;
    const { decided } = is.election;
    if (decided !== null && decided !== was?.election.decided) this.note(`decided by ${decided}`);
    if (was !== null && is.round > was.round + 1) this.note('a round skipped');
    if (was?.state === 'LOOKING' && is.state === 'LOOKING' && is.round === was.round) {
      if (is.election.vote.leader !== was.election.vote.leader) this.note('a vote changed');
    }
    if (was?.state === 'LEADING' && is.state !== 'LEADING') {
      this.note(
        was.phase === 'BROADCAST' ? 'a leader gives up' : 'a leader fails before it serves',
      );
    }
    if (is.state !== 'LEADING') return;
    if (was?.phase !== 'BROADCAST' && is.phase === 'BROADCAST') this.note('a leader established');
    if (was?.state !== 'LEADING' && othersLead(world, pid)) this.note('two lead at once');
  }

  private noteSync(was: Server | null, is: Server): void {
    const [before, after] = [was?.role ?? null, is.role];
    if (after?.kind === 'learner' && after.sync !== null) {
      if (before?.kind !== 'learner' || before.sync !== after.sync) this.note(after.sync);
    }
    if (after?.kind !== 'leader' || before?.kind !== 'leader') return;
    if (after.lastCommitted.counter > 0 && after.lastCommitted !== before.lastCommitted)
      this.note('a commit');
  }
}

const othersLead = ({ processes }: AnyWorld, pid: Pid): boolean =>
  processes.some(
    (each) => each.pid !== pid && (each.s as Server | null)?.peer?.state === 'LEADING',
  );
