import { useTranslations } from 'use-intl';
import type { Frame, ProcessView } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import type { ZooKeeperClientView, ZooKeeperDetail } from '../../../view/zookeeper.ts';
import type { Acts } from '../../panels/acts.ts';
import { linkOf } from '../../panels/network/latency.ts';
import { Button } from '../../widgets/button.tsx';

/** What its program takes for "close the session". */
const closing = ({ program }: ZooKeeperClientView): string =>
  program.startsWith('zkCli') ? 'close' : JSON.stringify({ kind: 'close' });

/** What can be done to a client beside killing it: to its session, its connection and its link. */
export const ClientDeeds = (props: {
  frame: Frame<ZooKeeperDetail>;
  process: ProcessView;
  client: ZooKeeperClientView;
  server: Pid;
  acts: Pick<Acts, 'intervene'>;
}) => {
  const t = useTranslations('zookeeper.deeds');
  const { frame, process, client, server, acts } = props;
  const { pid } = client;
  const down = process.liveness === 'up' ? null : t('down');
  const connected = client.state === 'CONNECTED';
  const alive = connected || client.state === 'CONNECTING';
  const cut = linkOf(frame.links, pid, server).cut || linkOf(frame.links, server, pid).cut;
  return (
    <div className="row">
      <Button
        disabledReason={down ?? (alive ? null : t('closed'))}
        onPress={() =>
          void acts.intervene({ kind: 'input', pid, name: 'LINE', data: { text: closing(client) } })
        }
      >
        {t('close')}
      </Button>
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
      <Button
        disabledReason={down ?? (connected ? null : t('notConnected'))}
        onPress={() => void acts.intervene({ kind: 'reset', a: pid, b: server })}
      >
        {t('reset')}
      </Button>
    </div>
  );
};
