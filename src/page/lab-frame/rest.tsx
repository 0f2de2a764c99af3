import { useTranslations } from 'use-intl';
import { play } from '../sim/actions.ts';
import { useSim } from '../sim/store.ts';
import { Button } from '../widgets/button.tsx';
import './rest.css';

/** Something that a person would do next. */
export interface Offer {
  readonly id: string;
  readonly label: string;
  readonly act: () => void;
}

const useNone = (): readonly Offer[] => [];

/** Where playing has come to rest: what one could do next, on the stage. */
export const Rest = ({
  useOffers = useNone,
}: {
  useOffers?: (() => readonly Offer[]) | undefined;
}) => {
  const resting = useSim((s) => s.rest && s.lesson === null);
  return resting ? <Offers useOffers={useOffers} /> : null;
};

const Offers = ({ useOffers }: { useOffers: () => readonly Offer[] }) => {
  const t = useTranslations('lab.rest');
  const offers = useOffers();
  const goesOn = useSim((s) => s.end !== 'nothing-pending');
  if (offers.length === 0 && !goesOn) return null;
  return (
    <div className="rest" role="group" aria-label={t('name')}>
      {offers.map(({ id, label, act }) => (
        <Button key={id} onPress={act}>
          {label}
        </Button>
      ))}
      {goesOn && (
        <Button kind="quiet" title={t('goOnText')} onPress={() => void play()}>
          {t('goOn')}
        </Button>
      )}
    </div>
  );
};
