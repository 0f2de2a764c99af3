import type { Pid } from '../../../view/time.ts';
import { DiskSync } from '../../panels/faults/disk-sync.tsx';
import { useShownServer } from '../../sim/shown-server.ts';
import { useSim } from '../../sim/store.ts';
import { acts } from '../../lab-frame/acts.ts';

/** The sync of the disk of the server shown. */
export const ServerDisk = () => {
  const server = useShownServer();
  return server === null ? null : <DiskOf pid={server.pid} />;
};

/** As it was last set by hand before the present position. */
const DiskOf = ({ pid }: { pid: Pid }) => {
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
