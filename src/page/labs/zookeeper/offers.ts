import type { Frame } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { useTranslations } from 'use-intl';
import type { Offer } from '../../lab-frame/rest.tsx';
import { groupsOf, minority } from '../../panels/network/groups.ts';
import { nameOf } from '../../panels/state-word.ts';
import { intervene, setDockView } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { leaderOf } from './leader.ts';
import { withClients } from './sides.ts';

/** Brings the first console to the front, ready for a line. */
const typeCommand = (): void => {
  setDockView('zkcli');
  requestAnimationFrame(() =>
    document.querySelector<HTMLInputElement>('.console input:not([disabled])')?.focus(),
  );
};

/** What one would do with servers and clients at rest: type a command, kill a client or who serves, cut the network or the power. */
export const useZooKeeperOffers = (): readonly Offer[] => {
  const t = useTranslations('lab.offers');
  const frame = useLabFrame<ZooKeeperDetail>();
  if (frame === null) return [];
  const { servers, clients, ensemble } = frame.detail;
  const isUp = (pid: number): boolean =>
    frame.processes.some((one) => one.pid === pid && one.liveness === 'up');
  const client = clients.findLast(({ pid }) => isUp(pid))?.pid;
  const up = servers.find(({ pid }) => isUp(pid))?.pid;
  const down = servers.filter(({ pid }) => !isUp(pid)).map(({ pid }) => pid);
  const offer = (id: string, label: string, what: Intervention): Offer => ({
    id,
    label,
    act: () => void intervene(what),
  });
  const killClient = (): readonly Offer[] =>
    client === undefined
      ? []
      : [
          offer('client', t('kill', { name: nameOf(frame, client) }), {
            kind: 'kill',
            pid: client,
          }),
        ];
  const ofServers = (): readonly Offer[] => {
    if (ensemble !== null) return ofEnsemble(frame, t, offer);
    if (up === undefined) return killClient();
    return [
      ...killClient(),
      offer('crash', t('crash'), { kind: 'kill', pid: up }),
      offer('power', t('powerOff'), { kind: 'power-off', pid: up }),
    ];
  };
  return [
    { id: 'type', label: t('type'), act: typeCommand },
    ...ofServers(),
    ...(down.length > 0 ? [offer('start', t('startDown'), { kind: 'start', pids: down })] : []),
  ];
};

/** Its leader killed, the network cut in two, or made whole. */
const ofEnsemble = (
  frame: Frame<ZooKeeperDetail>,
  t: ReturnType<typeof useTranslations<'lab.offers'>>,
  offer: (id: string, label: string, what: Intervention) => Offer,
): readonly Offer[] => {
  const leader = leaderOf(frame);
  const voters = frame.detail.ensemble?.voters ?? [];
  const pids = frame.processes.map(({ pid }) => pid);
  const groups = groupsOf(withClients(minority(pids, voters), frame.detail.clients));
  const whole = !frame.links.some((link) => link.cut);
  const offers: Offer[] = [];
  if (leader !== null) offers.push(offer('leader', t('killLeader'), { kind: 'kill', pid: leader }));
  if (!whole) offers.push(offer('heal', t('heal'), { kind: 'heal' }));
  else if (groups.length > 1)
    offers.push(offer('cut', t('cutInTwo'), { kind: 'partition', groups, oneWay: false }));
  return offers;
};
