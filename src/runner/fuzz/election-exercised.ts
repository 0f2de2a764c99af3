import type { Server } from '../../protocols/election/server.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Pid } from '../../view/time.ts';
import { ExercisedByStep } from './exercised.ts';

/** What a run of the election reached: ways to a decision, to a leader, to the same log. */
export class ElectionExercised extends ExercisedByStep<Server> {
  protected changed(was: Server | null, is: Server, world: AnyWorld, pid: Pid): void {
    const { decided } = is.election;
    if (decided !== null && decided !== was?.election.decided) this.note(`decided by ${decided}`);
    if (was !== null && is.round > was.round + 1) this.note('a round skipped');
    if (was?.state === 'LOOKING' && is.state === 'LOOKING' && is.round === was.round) {
      if (is.election.vote.leader !== was.election.vote.leader) this.note('a vote changed');
    }
    const sync = is.following?.sync ?? null;
    if (sync !== null && sync !== (was?.following?.sync ?? null)) this.note(sync);
    if (was?.state === 'LEADING' && is.state !== 'LEADING') {
      this.note(
        was.phase === 'BROADCAST' ? 'a leader gives up' : 'a leader fails before it serves',
      );
    }
    if (is.state !== 'LEADING') return;
    if (was?.phase !== 'BROADCAST' && is.phase === 'BROADCAST') this.note('a leader established');
    if (was?.phase === 'BROADCAST' && is.processed !== was.processed) this.note('a commit');
    if (was?.state !== 'LEADING' && othersLead(world, pid)) this.note('two lead at once');
  }
}

const othersLead = ({ processes }: AnyWorld, pid: Pid): boolean =>
  processes.some((each) => each.pid !== pid && (each.s as Server | null)?.state === 'LEADING');
