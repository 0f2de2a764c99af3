import * as Disks from '../../protocols/election/disk.ts';
import { compareZxid, parseZxid } from '../../protocols/election/zxid.ts';
import type { Pid } from '../../view/time.ts';
import { zxidHex } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { LogFiles } from './answers.ts';
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
      disk === undefined ? whole(of) : since(of, Disks.lastZxid(disk));
    const [there, here] = [shown(files), shown(simulated.get(sid) ?? [])];
    if (there !== here)
      return `log files of server ${sid}: recorded ${there || 'none'}, simulated ${here || 'none'}`;
  }
  return null;
}

const whole = (files: LogFiles): string =>
  files.map(({ file, zxids }) => `${file}(${zxids.join(' ')})`).join(' ');

function since(files: LogFiles, began: Zxid): string {
  const zxids = files.flatMap((file) => file.zxids).map(parseZxid);
  const older = zxids.filter((zxid) => compareZxid(zxid, began) <= 0).slice(-1);
  const newer = zxids.filter((zxid) => compareZxid(zxid, began) > 0);
  return [...older, ...newer].map(zxidHex).join(' ');
}
