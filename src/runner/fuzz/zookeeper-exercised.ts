import type { Client, News } from '../../clients/client.ts';
import { clientIn, doneIn, newsIn, serverIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import type { Done } from '../../zookeeper/server/done.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Pid } from '../../view/time.ts';
import { ExercisedByStep } from './exercised.ts';

/** What a run of a server with its clients reached. */
export class ZooKeeperExercised extends ExercisedByStep<Member> {
  protected changed(was: Member | null, is: Member, world: AnyWorld, _pid: Pid): void {
    if (serverIn(is) !== null) for (const done of doneIn(world)) this.did(done);
    const client = clientIn(is);
    if (client !== null) this.heard(client, clientIn(was), newsIn(world));
  }

  private did(done: Done): void {
    switch (done.kind) {
      case 'loaded':
        if (done.zxid.counter > 0 || done.zxid.epoch > 0) this.note('a log loaded at a start');
        if (done.sessions > 0) this.note('sessions found at a start');
        return;
      case 'connect':
        if (done.outcome !== 'new') this.note(`a session ${done.outcome}`);
        return;
      case 'late':
        this.note('a request after its session ended');
        return;
      case 'flushed':
        if (done.jobs.filter(({ txn }) => txn !== null).length > 1) this.note('a shared flush');
        return;
      case 'slow-sync':
        this.note('a sync of the log that took longer than a second');
        return;
      case 'appended':
        if (done.snapshot !== null) this.note('a snapshot begun');
        return;
      case 'finished':
        if (done.fired.length > 0) this.note('a watch fired');
        if (done.job.txn?.body.type === 'error') this.note('a failed write that took a zxid');
        return;
      case 'expired':
        this.note('a session expired');
        return;
      case 'reaping':
        if (done.paths.length > 0) this.note('a container reaped');
        return;
      default:
    }
  }

  private heard({ handle }: Client, was: Client | null, news: readonly News[]): void {
    if (handle?.expired === true && was?.handle?.expired !== true) this.note('a client told of it');
    for (const one of news) {
      if (one.kind !== 'result' || !('err' in one.result)) continue;
      if (one.result.err === 'ConnectionLoss') this.note('an outcome never known');
    }
  }
}
