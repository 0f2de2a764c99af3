import { useTranslations } from 'use-intl';
import type { ByzantineDetail } from '../../../view/byzantine.ts';
import type { Offer } from '../../lab-frame/rest.tsx';
import { useLabFrame } from '../../sim/selectors.ts';
import { openSetup } from './runs.ts';

/** What one would do with generals that have decided: another round, signatures, one general more; a hook. */
export const useByzantineOffers = (): readonly Offer[] => {
  const t = useTranslations('byzantine.offers');
  const frame = useLabFrame<ByzantineDetail>();
  if (frame === null || frame.detail.two !== null) return [];
  const { rounds, signed, generals, ic1, ic2 } = frame.detail;
  const fails = ic1 === 'fails' || ic2 === 'fails';
  const offers: Offer[] = [];
  if (generals.length < 10) {
    offers.push({
      id: 'general',
      label: t('general'),
      act: () => void openSetup((setup) => ({ ...setup, generals: setup.generals + 1 })),
    });
  }
  if (rounds < 3 && (fails || generals.length > 3 * (rounds + 1))) {
    offers.push({
      id: 'round',
      label: t('round'),
      act: () => void openSetup((setup) => ({ ...setup, rounds: (setup.rounds ?? 1) + 1 })),
    });
  }
  if (!signed) {
    offers.push({
      id: 'sign',
      label: t('sign'),
      act: () => void openSetup((setup) => ({ ...setup, signed: true })),
    });
  }
  return offers;
};
