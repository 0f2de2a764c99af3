import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { useTranslations } from 'use-intl';
import type { Offer } from '../../lab-frame/rest.tsx';
import { nameOf } from '../../panels/state-word.ts';
import { intervene, setDockView } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';

/** Brings the first console to the front, ready for a line. */
const typeCommand = (): void => {
  setDockView('zkcli');
  requestAnimationFrame(() =>
    document.querySelector<HTMLInputElement>('.console input:not([disabled])')?.focus(),
  );
};

/** What one would do with a server and clients at rest: type a command, kill a client or the server, cut the power. */
export const useZooKeeperOffers = (): readonly Offer[] => {
  const t = useTranslations('lab.offers');
  const frame = useLabFrame<ZooKeeperDetail>();
  if (frame === null) return [];
  const { servers, clients } = frame.detail;
  const isUp = (pid: number): boolean =>
    frame.processes.some((one) => one.pid === pid && one.liveness === 'up');
  const client = clients.findLast(({ pid }) => isUp(pid))?.pid;
  const up = servers.find(({ pid }) => isUp(pid))?.pid;
  const down = servers.filter(({ pid }) => !isUp(pid)).map(({ pid }) => pid);
  const offers: Offer[] = [{ id: 'type', label: t('type'), act: typeCommand }];
  if (client !== undefined)
    offers.push({
      id: 'client',
      label: t('kill', { name: nameOf(frame, client) }),
      act: () => void intervene({ kind: 'kill', pid: client }),
    });
  if (up !== undefined)
    offers.push({
      id: 'crash',
      label: t('crash'),
      act: () => void intervene({ kind: 'kill', pid: up }),
    });
  if (up !== undefined)
    offers.push({
      id: 'power',
      label: t('powerOff'),
      act: () => void intervene({ kind: 'power-off', pid: up }),
    });
  if (down.length > 0)
    offers.push({
      id: 'start',
      label: t('startDown'),
      act: () => void intervene({ kind: 'start', pids: down }),
    });
  return offers;
};
