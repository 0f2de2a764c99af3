import { compareZxid, maxZxid, parseZxid, ZERO } from '../../protocols/election/zxid.ts';
import type { Pid } from '../../view/time.ts';
import { zxidHex } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { lastLogged } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { LoggedTxn, LogFiles } from './answers.ts';
import type { InitialDisks } from './initial-disks.ts';

type Logs = ReadonlyMap<Pid, LogFiles>;

/**
 * The first server whose log files differ. Of a disk that a server began with, only the end is known:
 * then what is left of it at the end is compared by its newest transaction, and what came later whole.
 */
export function compareLogs(recorded: Logs, simulated: Logs, begun: InitialDisks): string | null {
  for (const [sid, files] of recorded) {
    const disk = begun.get(sid);
    const shown = (of: LogFiles): string =>
      disk === undefined ? whole(of) : since(of, lastZxidOf(disk));
    const [there, here] = [shown(files), shown(simulated.get(sid) ?? [])];
    if (there !== here)
      return `log files of server ${sid}: recorded ${there || 'none'}, simulated ${here || 'none'}`;
  }
  return null;
}

const whole = (files: LogFiles): string =>
  files.map(({ file, txns }) => `${file}(${txns.map(shownTxn).join(' ')})`).join(' ');

/** What a recording leaves out of it is left out here too. */
const shownTxn = ({ zxid, op, detail }: LoggedTxn): string =>
  [zxid, op, detail].filter((part) => part !== '').join(':');

const lastZxidOf = (disk: Disk): Zxid =>
  disk.snapshots.reduce((last, { zxid }) => maxZxid(last, zxid), lastLogged(disk) ?? ZERO);

function since(files: LogFiles, began: Zxid): string {
  const zxids = files.flatMap(({ txns }) => txns.map(({ zxid }) => parseZxid(zxid)));
  const older = zxids.filter((zxid) => compareZxid(zxid, began) <= 0).slice(-1);
  const newer = zxids.filter((zxid) => compareZxid(zxid, began) > 0);
  return [...older, ...newer].map(zxidHex).join(' ');
}
