import type { Frame } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';
import type { ZooKeeperDetail } from '../../view/zookeeper.ts';
import type { TxnCellView } from '../../view/zookeeper-cell.ts';
import { zxidText } from '../../view/zxid.ts';
import type { LaneNote, LaneNotes } from '../lane-notes.ts';
import { lookOf } from './client.ts';

const aboutTxn = (txn: TxnCellView | undefined): string =>
  txn === undefined ? '' : `${txn.type} ${txn.path}`.trim();

/**
 * Beside the server's lane its tree's newest transaction, and what that did; beside a client's, its state
 * in short, and what it asked last.
 */
export const zookeeperNotes = (frame: Frame<ZooKeeperDetail>): LaneNotes =>
  new Map<Pid, LaneNote>([
    ...frame.detail.servers.map(
      ({ pid, zxid, log }) =>
        [
          pid,
          {
            plain: null,
            sign: '',
            label: zxidText(zxid),
            claim: null,
            about: aboutTxn(log.find((txn) => zxidText(txn.zxid) === zxidText(zxid))),
          },
        ] as const,
    ),
    ...frame.detail.clients.map(({ pid, expired, state, asked }) => {
      const label = expired ? 'EXPIRED' : state;
      return [
        pid,
        {
          plain: null,
          sign: '',
          label,
          claim: null,
          state: lookOf({ liveness: 'up' }, label).word,
          about: asked === null ? '' : `${asked.op} ${asked.path}`.trim(),
        },
      ] as const;
    }),
  ]);
