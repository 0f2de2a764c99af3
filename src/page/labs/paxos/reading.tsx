import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ScenarioFile } from '../../../view/scenario.ts';
import { presentRun } from '../../share/open-run.ts';
import { StartAll } from '../../panels/faults/start-all.tsx';
import { RunUntil } from '../../panels/run/run-until.tsx';
import { setShowRoutine } from '../../sim/actions.ts';
import { usePaxosFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { Button } from '../../widgets/button.tsx';
import { Check } from '../../widgets/check.tsx';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { acts } from '../../lab-frame/acts.ts';
import { ToolButtons } from './tool-buttons.tsx';
import { usePaxosRules } from './rules.ts';
import { paxosUntil } from './until.ts';

const PaxosSetup = lazy(async () => ({
  default: (await import('../../panels/paxos-setup/paxos-setup.tsx')).PaxosSetup,
}));

/** The free lab's reading column: what the run is made of, and how far to run it. */
export const PaxosReading = () => {
  const t = useTranslations('lab');
  const until = useTranslations('paxos.until');
  const frame = usePaxosFrame();
  const rules = usePaxosRules();
  const routine = useSim((s) => s.showRoutine);
  const [setup, setSetup] = useState<ScenarioFile | null>(null);
  if (frame === null) return null;
  const close = (): void => setSetup(null);
  return (
    <div className="free">
      <div className="row free-acts">
        <Button onPress={() => void presentRun().then(setSetup)}>{t('view.setup')}</Button>
        <StartAll frame={frame} acts={acts} />
      </div>
      <ToolButtons />
      <RunUntil kinds={paxosUntil(frame, until)} />
      <Check label={t('transport.routine')} checked={routine} onChange={setShowRoutine} />
      {setup?.model === 'paxos' && (
        <Suspense fallback={<DialogComing />}>
          <PaxosSetup present={setup} rules={rules} acts={acts} onOpened={close} onClose={close} />
        </Suspense>
      )}
    </div>
  );
};
