import type { Member } from '../../protocols/counter/member.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import { ExercisedByStep } from './exercised.ts';

/** What a run of the counter reached: outcomes that nobody knows, and what became of them. */
export class CounterExercised extends ExercisedByStep<Member> {
  protected changed(was: Member | null, is: Member, world: AnyWorld): void {
    if (is.pid === is.config.server) {
      const { log } = is.counter;
      const newest = log.at(-1);
      if (newest === undefined || log.length === was?.counter.log.length) return;
      if (!newest.ok) this.note('a call refused');
      const { client, id } = newest;
      const times = log.filter((each) => each.ok && each.client === client && each.id === id);
      if (times.length > 1) this.note('a call carried out twice');
      return;
    }
    for (const call of is.calls) {
      const before = was?.calls.find(({ id }) => id === call.id);
      if (before?.outcome === call.outcome) continue;
      if (call.outcome === 'unknown') this.unknown(call.id, is, world);
      if (before?.outcome === 'unknown') {
        this.note(call.outcome === 'waiting' ? 'a call asked again' : 'an answer come late');
      }
      if (call.outcome === 'success' && call.attempts > 1) this.note('a retry answered');
    }
  }

  /** Whether the call was carried out, which its caller does not know. */
  private unknown(call: number, { pid, config }: Member, world: AnyWorld): void {
    const server = world.process(config.server).disk as Member['counter'];
    const done = server.log.some(({ client, id, ok }) => ok && client === pid && id === call);
    this.note(done ? 'unknown, and carried out' : 'unknown, and not carried out');
  }
}
