import type { Pid } from '../../../view/time.ts';
import { DiskSync } from '../../panels/faults/disk-sync.tsx';
import { useSim } from '../../sim/store.ts';
import { acts } from '../../lab-frame/acts.ts';

/** The sync of the server's disk, as it was last set by hand before the present position. */
export const ServerDisk = ({ pid }: { pid: Pid }) => {
  const now = useSim(({ interventions, frame }) => {
    const set = interventions.findLast(
      ({ step, what }) =>
        step < (frame?.position ?? 0) && what.kind === 'disk-latency' && what.pid === pid,
    );
    const latency = set?.what.kind === 'disk-latency' ? set.what.latency : null;
    return latency?.kind === 'fixed' ? latency.us : null;
  });
  return <DiskSync pid={pid} now={now} acts={acts} />;
};
