import type { ElectionDetail } from '../../../view/election.ts';
import { useTranslations } from 'use-intl';
import type { Offer } from '../../lab-frame/rest.tsx';
import { groupsOf, minority } from '../../panels/network/groups.ts';
import { intervene } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { leaderOf } from './leader.ts';

/** What one would do with an ensemble at rest: kill its leader, cut it in two, write to it. */
export const useElectionOffers = (): readonly Offer[] => {
  const t = useTranslations('lab.offers');
  const frame = useLabFrame<ElectionDetail>();
  if (frame === null) return [];
  const leader = leaderOf(frame);
  const pids = frame.processes.map(({ pid }) => pid);
  const down = frame.processes
    .filter(({ liveness }) => liveness === 'crashed')
    .map(({ pid }) => pid);
  const groups = groupsOf(minority(pids, frame.detail.voters));
  const whole = !frame.links.some((link) => link.cut);
  const offers: Offer[] = [];
  if (leader !== null) {
    offers.push(
      {
        id: 'kill',
        label: t('killLeader'),
        act: () => void intervene({ kind: 'kill', pid: leader }),
      },
      {
        id: 'write',
        label: t('write'),
        act: () =>
          void intervene({ kind: 'input', pid: leader, name: 'CLIENT_WRITE', data: { ops: 1 } }),
      },
    );
  }
  if (down.length > 0)
    offers.push({
      id: 'start',
      label: t('startDown'),
      act: () => void intervene({ kind: 'start', pids: down }),
    });
  offers.push(
    whole && groups.length > 1
      ? {
          id: 'cut',
          label: t('cutInTwo'),
          act: () => void intervene({ kind: 'partition', groups, oneWay: false }),
        }
      : { id: 'heal', label: t('heal'), act: () => void intervene({ kind: 'heal' }) },
  );
  return offers;
};
