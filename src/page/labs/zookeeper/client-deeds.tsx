import { useTranslations } from 'use-intl';
import type { Frame, ProcessView } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { useOwnDeeds } from '../../panels/own-deeds.ts';
import type { Acts } from '../../panels/acts.ts';
import { OwnDeeds } from '../../panels/inspector/own-deeds.tsx';
import { linkOf } from '../../panels/network/latency.ts';
import { Button } from '../../widgets/button.tsx';

/** What can be done to a client beside killing it: to its session, its connection and its link. */
export const ClientDeeds = (props: {
  frame: Frame<ZooKeeperDetail>;
  process: ProcessView;
  server: Pid;
  acts: Pick<Acts, 'intervene'>;
}) => {
  const t = useTranslations('zookeeper.deeds');
  const deedsOf = useOwnDeeds();
  const { frame, process, server, acts } = props;
  const { pid } = process;
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
