/** What of a world of servers and clients the next step, and the invariants, depend on. */
import type { Essence } from '../kernel/model.ts';
import { hashedOnce } from '../kernel/situation.ts';
import { essenceOf as clientEssence } from '../clients/essence.ts';
import { essenceOf as serverEssence } from '../zookeeper/server/essence.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import { Server } from '../zookeeper/server/server.ts';
import { Outside } from '../protocols/outside/outside.ts';
import type { Ghost } from './ghost.ts';
import type { QuorumGhost } from './quorum-ghost.ts';
import { serverIn } from './member.ts';
import type { Member } from './member.ts';
import { outsideEssence } from './outside.ts';
import { toldOf } from './told.ts';

export const essence: Essence<Member, Disk, Ghost> = {
  state: (s, sight) => {
    if (s instanceof Server) return serverEssence(s, sight);
    return s instanceof Outside ? outsideEssence(s, sight) : clientEssence(s, sight);
  },
  told: (data, s) => toldOf(data, serverIn(s)?.peer ?? null),
  ghost: ({ ghost, processes }, sight) => [
    ghost.servers.map((each) => {
      const { pid, prepared, finished, acknowledged, applied, sequences, rootChanging } = each;
      const s = serverIn(processes.find((process) => process.pid === pid)?.s);
      return [
        [pid, prepared, acknowledged, applied, rootChanging],
        // Requests are numbered since the server's start: only those that are still to come matter.
        finished - (s?.jobs ?? 0),
        [...sequences].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ];
    }),
    [...ghost.due].flatMap(([id, { zxids }]) =>
      zxids.length === 0 ? [] : [[sight.connection(id), zxids]],
    ),
  ],
};

/** What was proposed, delivered, established and told besides: its invariants look at all of that. */
export const quorumEssence: Essence<Member, Disk, QuorumGhost> = {
  ...essence,
  ghost: (world, sight) => {
    const { proposed, unsure, doubled, delivered, established, acknowledged, committed } =
      world.ghost;
    return [
      essence.ghost(world, sight),
      [[...unsure].toSorted(), doubled, acknowledged, committed],
      [proposed, delivered, established].map(hashedOnce),
    ];
  },
};
