import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ScenarioFile } from '../../view/scenario.ts';
import { StartAll, downIn } from '../panels/faults/start-all.tsx';
import type { UntilKind } from '../panels/run/condition.ts';
import { RunUntil } from '../panels/run/run-until.tsx';
import { presentRun } from '../share/open-run.ts';
import { setShowRoutine } from '../sim/actions.ts';
import { useCalm } from '../sim/calm.ts';
import { useSim } from '../sim/store.ts';
import { Button } from '../widgets/button.tsx';
import { Check } from '../widgets/check.tsx';
import { acts } from './acts.ts';
import { useLabShown } from './descriptor.ts';

/** The free lab's reading column: what the run is made of, and how far to run it. */
export const FreeReading = () => {
  const t = useTranslations('lab');
  const faults = useTranslations('panels.faults');
  const { model, reading } = useLabShown();
  const there = useSim((s) => s.frame !== null);
  const down = useCalm(downIn);
  const shown = useSim((s) => s.showRoutine);
  const recorded = useSim((s) => s.recorded);
  const [present, setPresent] = useState<ScenarioFile | null>(null);
  if (!there) return null;
  const { SetUp, Faults, Above, Below, useUntil, routine } = reading;
  const close = (): void => setPresent(null);
  return (
    <div className="free">
      {!recorded && (
        <div className="row free-acts">
          {SetUp !== undefined && (
            <Button onPress={() => void presentRun().then(setPresent)}>{t('view.setup')}</Button>
          )}
          <div className="row" role="group" aria-label={faults('name')}>
            <StartAll down={down} acts={acts} />
            {Faults !== undefined && <Faults />}
          </div>
        </div>
      )}
      {Above !== undefined && <Above />}
      {useUntil !== undefined && <Until useUntil={useUntil} />}
      {Below !== undefined && <Below />}
      {routine && (
        <Check label={t('transport.routine')} checked={shown} onChange={setShowRoutine} />
      )}
      {SetUp !== undefined && present?.model === model && (
        <SetUp present={present} acts={acts} onOpened={close} onClose={close} />
      )}
    </div>
  );
};

const Until = ({ useUntil }: { useUntil: () => readonly UntilKind[] }) => (
  <RunUntil kinds={useUntil()} />
);
