/** Transactions and snapshots in one row: a snapshot stands behind the last transaction that it holds. */
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { indexOf, logLength } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';

export class Places {
  /** How many there are. */
  readonly length: number;
  /** The places of the snapshots, in order. */
  private readonly snapshots: readonly { readonly place: number; readonly zxid: Zxid }[];

  constructor(disk: Disk) {
    this.snapshots = disk.snapshots
      .toSorted((a, b) => compareZxid(a.zxid, b.zxid))
      .map(({ zxid }, index) => {
        const after = { epoch: zxid.epoch, counter: zxid.counter + 1 };
        return { place: indexOf(disk, after) + index, zxid };
      });
    this.length = logLength(disk) + this.snapshots.length;
  }

  /** How many transactions stand before a place: the index of the one there. */
  txnsBefore(place: number): number {
    return place - this.snapshotsBefore(place);
  }

  /** The zxid of the snapshot at a place; null: a transaction stands there. */
  snapshotAt(place: number): Zxid | null {
    const found = this.snapshots[this.snapshotsBefore(place)];
    return found?.place === place ? found.zxid : null;
  }

  private snapshotsBefore(place: number): number {
    let low = 0;
    let high = this.snapshots.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.snapshots[middle]?.place ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
