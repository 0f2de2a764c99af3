import { useTranslations } from 'use-intl';
import type { Frame, Liveness } from '../../../view/frame.ts';
import type {
  ZooKeeperClientView,
  ZooKeeperDetail,
  ZooKeeperServerView,
} from '../../../view/zookeeper.ts';
import { nameOf } from '../../panels/state-word.ts';
import { useServerOf } from './use-server-of.ts';
import type { OwnDeedsOf } from '../../panels/inspector/own-deeds.tsx';

/** A power cut in the middle of a write, and clocks that jump. */
const serverDeeds = (
  { pid, stages }: ZooKeeperServerView,
  liveness: Liveness,
  t: ReturnType<typeof useTranslations<'zookeeper.deeds'>>,
): ReturnType<OwnDeedsOf> => {
  const down = liveness === 'up' || liveness === 'paused' ? null : t('down');
  const writes = stages.some(({ stage, count }) => stage === 'flush' && count > 0);
  const clock = (id: 'ahead' | 'back', byMs: number) =>
    ({ id, label: t(id), reason: null, what: { kind: 'set-clock', pid, byMs } }) as const;
  return [
    {
      id: 'torn',
      label: t('torn'),
      reason: down ?? (writes ? null : t('nothingWritten')),
      what: { kind: 'power-off', pid, torn: true },
    },
    clock('ahead', HOUR),
    clock('back', -HOUR),
  ];
};

/** What its program takes for "close the session". */
const closing = ({ program }: ZooKeeperClientView): string =>
  program.startsWith('zkCli') ? 'close' : JSON.stringify({ kind: 'close' });

/** How far a clock is set at one press, ms. */
const HOUR = 3_600_000;

/** What can be done to a client or a server beside killing it: to its session, its connection, its disk, its clock; a hook. */
export const useZooKeeperDeeds = (): OwnDeedsOf => {
  const t = useTranslations('zookeeper.deeds');
  const serverOf = useServerOf();
  return ({ pid, liveness }, frame) => {
    const { detail } = frame as Frame<ZooKeeperDetail>;
    const own = detail.servers.find((one) => one.pid === pid);
    if (own !== undefined) return serverDeeds(own, liveness, t);
    const client = detail.clients.find((one) => one.pid === pid);
    const server = serverOf(detail, pid);
    if (client === undefined || server === null) return [];
    const down = liveness === 'up' ? null : t('down');
    const connected = client.state === 'CONNECTED' || client.state === 'CONNECTEDREADONLY';
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
