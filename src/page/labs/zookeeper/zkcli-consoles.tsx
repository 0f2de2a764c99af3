import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { useInRoom } from '../../browser/in-room.ts';
import { Consoles } from '../../panels/console/consoles.tsx';
import { setExhibit } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { consoleActs } from './console-acts.ts';

/** The console of the first client, until a lesson or the reader takes another one. */
export const ZkCliConsoles = () => {
  const frame = useLabFrame<ZooKeeperDetail>();
  const exhibit = useSim((s) => (s.exhibit?.kind === 'zkcli' ? s.exhibit : null));
  const plain = useInRoom();
  if (frame === null) return null;
  const client = exhibit?.client ?? frame.detail.clients[0]?.pid ?? 0;
  const sideBySide = exhibit?.sideBySide ?? false;
  return (
    <Consoles
      frame={frame}
      chosen={client}
      sideBySide={sideBySide}
      plain={plain}
      onChoose={(chosen) => setExhibit({ kind: 'zkcli', client: chosen, sideBySide })}
      onSideBySide={(on) => setExhibit({ kind: 'zkcli', client, sideBySide: on })}
      acts={consoleActs}
    />
  );
};
