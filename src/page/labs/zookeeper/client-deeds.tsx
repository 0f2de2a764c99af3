import { useTranslations } from 'use-intl';
import type { Frame, ProcessView } from '../../../view/frame.ts';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { useOwnDeeds } from '../../panels/inspector/own-deeds.tsx';
import { acts } from '../../lab-frame/acts.ts';
import { OwnDeeds } from '../../panels/inspector/own-deeds.tsx';
import { linkOf } from '../../panels/network/latency.ts';
import { useServerOf } from './use-server-of.ts';
import { Button } from '../../widgets/button.tsx';

/** What can be done to a client beside killing it: to its session, its connection and its link to its server. */
export const ClientDeeds = (props: { frame: Frame<ZooKeeperDetail>; process: ProcessView }) => {
  const t = useTranslations('zookeeper.deeds');
  const deedsOf = useOwnDeeds();
  const serverOf = useServerOf();
  const { frame, process } = props;
  const server = serverOf(frame.detail, process.pid);
  const { pid } = process;
  if (server === null) return null;
  const cut = linkOf(frame.links, pid, server).cut || linkOf(frame.links, server, pid).cut;
  return (
    <div className="row">
      <OwnDeeds deeds={deedsOf(process, frame)} acts={acts} />
      <Button
        onPress={() =>
          void acts.intervene(
            cut
              ? { kind: 'mend', a: pid, b: server }
              : { kind: 'cut', from: pid, to: server, oneWay: false },
          )
        }
      >
        {t(cut ? 'mend' : 'cut')}
      </Button>
    </div>
  );
};
