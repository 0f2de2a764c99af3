import type { PaxosDetail } from '../../../view/paxos.ts';
import { useTranslations } from 'use-intl';
import type { Offer } from '../../lab-frame/rest.tsx';
import { nameOf } from '../../panels/state-word.ts';
import { intervene, play } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { openLivelock } from './for-ever.ts';

const duel = async (): Promise<void> => {
  await openLivelock(false);
  await play();
};

/** What one would do with a group at rest: propose once more, see a duel, kill an acceptor. */
export const usePaxosOffers = (): readonly Offer[] => {
  const t = useTranslations('lab.offers');
  const frame = useLabFrame<PaxosDetail>();
  if (frame === null) return [];
  const isUp = (pid: number): boolean =>
    frame.processes.some((one) => one.pid === pid && one.liveness === 'up');
  const proposer = frame.detail.proposers.findLast(isUp);
  const acceptor = frame.detail.acceptors.findLast((pid) => isUp(pid) && pid !== proposer);
  const offers: Offer[] = [];
  if (proposer !== undefined)
    offers.push({
      id: 'propose',
      label: t('propose', { name: nameOf(frame, proposer) }),
      act: () => void intervene({ kind: 'input', pid: proposer, name: 'PROPOSE', data: {} }),
    });
  if (acceptor !== undefined)
    offers.push({
      id: 'kill',
      label: t('kill', { name: nameOf(frame, acceptor) }),
      act: () => void intervene({ kind: 'kill', pid: acceptor }),
    });
  offers.push({ id: 'duel', label: t('duel'), act: () => void duel() });
  return offers;
};
