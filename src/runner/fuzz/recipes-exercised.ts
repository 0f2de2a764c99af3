import { clientIn, newsIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import type { RecipesState } from '../../ensemble/recipes/model.ts';
import { clientGhost } from '../../ensemble/recipes/ghost.ts';
import { ownerAt } from '../../ensemble/recipes/holding.ts';
import type { News } from '../../clients/client.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Pid } from '../../view/time.ts';
import { ExercisedByStep } from './exercised.ts';

/** What a run of recipes reached. */
export class RecipesExercised extends ExercisedByStep<Member> {
  /** The version that each client knew last, by client and path. */
  private readonly known = new Map<string, number>();
  /** Whose sessions were ended by hand, and who have not heard of it. */
  private readonly ended = new Set<Pid>();

  endedByHand(pid: Pid): void {
    this.ended.add(pid);
  }

  protected changed(_was: Member | null, is: Member, world: AnyWorld, pid: Pid): void {
    if (clientIn(is) === null) return;
    for (const news of newsIn(world)) this.heard(news, world, pid);
  }

  private heard(news: News, world: AnyWorld, pid: Pid): void {
    const { recipes, openers } = world.ghost as RecipesState;
    const { believes } = clientGhost(recipes, pid);
    if (news.kind === 'state' && news.state === 'EXPIRED') {
      this.note('a client told of its expiry');
      if (this.ended.delete(pid)) this.note('told that its session was ended by hand');
      if (believes.length > 0) this.note('told of its expiry while it believed');
    }
    if (news.kind === 'state' && news.state === 'CONNECTED') this.note('a connection');
    if (news.kind === 'result' && news.result.err === 'ConnectionLoss') {
      const { op } = news.packet.request;
      this.note(`ConnectionLoss of ${op}`);
    }
    if (news.kind !== 'note') return;
    const { note } = news;
    if (note.kind === 'in-vain') this.note('woken in vain');
    if (note.kind === 'believes') {
      this.note('a grant');
      if (note.node !== '' && ownerAt(recipes.tree, note.node, openers) !== pid)
        this.note('believed with its node gone');
    }
    if (note.kind === 'claims' && note.claim === 'knows' && note.version !== '') {
      const key = `${pid} ${note.of}`;
      const before = this.known.get(key);
      if (before !== undefined && Number(note.version) > before + 1) this.note('events coalesced');
      this.known.set(key, Number(note.version));
    }
    for (const { invariant } of recipes.wrong)
      if (invariant === 'R-OneBeliever') this.note('two believed at once');
  }
}
