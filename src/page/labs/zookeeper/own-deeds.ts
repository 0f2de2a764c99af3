import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import type { ZooKeeperClientView, ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { nameOf } from '../../panels/state-word.ts';
import { useServerOf } from './use-server-of.ts';
import type { OwnDeedsOf } from '../../panels/inspector/own-deeds.tsx';

/** What its program takes for "close the session". */
const closing = ({ program }: ZooKeeperClientView): string =>
  program.startsWith('zkCli') ? 'close' : JSON.stringify({ kind: 'close' });

/** What can be done to a client beside killing it: to its session and its connection; a hook. */
export const useZooKeeperDeeds = (): OwnDeedsOf => {
  const t = useTranslations('zookeeper.deeds');
  const serverOf = useServerOf();
  return ({ pid, liveness }, frame) => {
    const { detail } = frame as Frame<ZooKeeperDetail>;
    const client = detail.clients.find((one) => one.pid === pid);
    const server = serverOf(detail, pid);
    if (client === undefined || server === null) return [];
    const down = liveness === 'up' ? null : t('down');
    const connected = client.state === 'CONNECTED';
    const alive = connected || client.state === 'CONNECTING';
    const moves = detail.servers
      .filter(() => detail.servers.length > 1)
      .map(({ pid: to }) => ({
        id: `move-${to}`,
        label: t('move', { server: nameOf(frame, to) }),
        reason:
          down ??
          (alive ? null : t('closed')) ??
          (client.server === to ? t('there') : null) ??
          (client.knows.includes(to) ? null : t('unknown')),
        what: { kind: 'input', pid, name: 'MOVE', data: { server: to } } as const,
      }));
    return [
      ...moves,
      {
        id: 'close',
        label: t('close'),
        reason: down ?? (alive ? null : t('closed')),
        what: { kind: 'input', pid, name: 'LINE', data: { text: closing(client) } },
      },
      {
        id: 'reset',
        label: t('reset'),
        reason: down ?? (connected ? null : t('notConnected')),
        what: { kind: 'reset', a: pid, b: server },
      },
    ];
  };
};
