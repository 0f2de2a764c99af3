/** What of a world of servers and clients the next step, and the invariants, depend on. */
import type { Essence } from '../kernel/model.ts';
import { essenceOf as clientEssence } from '../clients/essence.ts';
import { essenceOf as serverEssence } from '../zookeeper/server/essence.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import { Server } from '../zookeeper/server/server.ts';
import type { Ghost } from './ghost.ts';
import { serverIn } from './member.ts';
import type { Member } from './member.ts';

export const essence: Essence<Member, Disk, Ghost> = {
  state: (s, sight) => (s instanceof Server ? serverEssence(s, sight) : clientEssence(s, sight)),
  ghost: ({ ghost, processes }, sight) => {
    const { prepared, finished, acknowledged, applied, due, sequences, rootChanging } = ghost;
    // Requests are numbered since the server's start: only those that are still to come matter.
    const jobs =
      processes.map(({ s }) => serverIn(s)?.jobs).find((each) => each !== undefined) ?? 0;
    return [
      [prepared, finished === -1 ? null : finished - jobs, acknowledged, applied, rootChanging],
      [...due].flatMap(([id, { zxids }]) =>
        zxids.length === 0 ? [] : [[sight.connection(id), zxids]],
      ),
      [...sequences].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ];
  },
};
