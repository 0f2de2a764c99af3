import { useTranslations } from 'use-intl';
import { StartAll } from '../../panels/faults/StartAll.tsx';
import { setShowRoutine } from '../../sim/actions.ts';
import { useZooKeeperFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { Check } from '../../widgets/check.tsx';
import { acts } from '../acts.ts';

/** The free lab's reading column: what the run is made of, and how far to run it. */
export const ZooKeeperReading = () => {
  const t = useTranslations('lab');
  const frame = useZooKeeperFrame();
  const routine = useSim((s) => s.showRoutine);
  if (frame === null) return null;
  return (
    <div className="free">
      <div className="row free-acts">
        <StartAll frame={frame} acts={acts} />
      </div>
      <Check label={t('transport.routine')} checked={routine} onChange={setShowRoutine} />
    </div>
  );
};
