/** What of a server and of the history the next step depends on: no counts, no past comparison. */
import type { Sight } from '../../kernel/model.ts';
import type { Server } from './server.ts';

export function essenceOf(
  { config, term, election, links, following, leading, ...rest }: Server,
  sight: Sight,
): unknown {
  const { comparison: _comparison, ...voting } = election;
  return [
    rest,
    // Roles are numbered only to tell their writes apart.
    term > 0,
    // How it was decided is kept for whoever asks, and for the mutant that compares it again.
    rest.state === 'LOOKING' || config.broken.has('yield-to-newcomer') ? voting : null,
    links.map((link) => ({
      ...link,
      connection: sight.connection(link.connection),
      dialling: link.dialling === 0 ? 0 : sight.from(link.dialling),
      dialled: sight.connection(link.dialled),
    })),
    following && {
      ...following,
      connection: sight.connection(following.connection),
      dialled: sight.connection(following.dialled),
    },
    leading && {
      ...leading,
      // Who made it leader is settled.
      ...(rest.phase === 'BROADCAST' && { connecting: [], epochAcks: [], newLeaderAcks: [] }),
      // Ticks count from when it was established; only what is left of a deadline matters.
      tick: 0,
      learners: leading.learners.map((learner) => ({
        ...learner,
        connection: sight.connection(learner.connection),
        heardAt: sight.from(learner.heardAt),
        deadline: learner.deadline - leading.tick,
      })),
    },
  ];
}
