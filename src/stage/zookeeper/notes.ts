import type { Frame } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';
import type { ZooKeeperDetail } from '../../view/zookeeper.ts';
import { zxidText } from '../../view/zxid.ts';
import type { LaneNote, LaneNotes } from '../lane-notes.ts';
import { lookOf } from './client.ts';

/** Beside the server's lane its tree's newest transaction; beside a client's, its state in short. */
export const zookeeperNotes = (frame: Frame<ZooKeeperDetail>): LaneNotes =>
  new Map<Pid, LaneNote>([
    ...frame.detail.servers.map(
      ({ pid, zxid }) =>
        [pid, { plain: null, sign: '', label: zxidText(zxid), claim: null }] as const,
    ),
    ...frame.detail.clients.map(({ pid, expired, state }) => {
      const label = expired ? 'EXPIRED' : state;
      return [
        pid,
        {
          plain: null,
          sign: '',
          label,
          claim: null,
          state: lookOf({ liveness: 'up' }, label).word,
        },
      ] as const;
    }),
  ]);
